/** Takes a case, or gives it back. Of two people at once, one gets it and the other is told. */
import type { App } from '../app.ts';
import type { Feedback } from '../care/feedback.ts';
import { assignCase } from './assignCase.ts';
import type { Subject } from './publish.ts';
import type { Written } from './record.ts';

/**
 * Takes the case for the signed-in person, unless somebody else took it since `known` was read: then
 * `isWritten` is false and `feedback.case.ownerId` says who has it. Throws `Failure`.
 */
export const takeCase = (app: App, known: Feedback, subject: Subject, operation: string): Promise<Written> =>
  assignCase(app, known, subject, { ownerId: app.user.id, reason: null }, operation);

/** Gives one's own case back. */
export const releaseCase = (
  app: App,
  known: Feedback,
  subject: Subject,
  operation: string,
): Promise<Written> =>
  assignCase(app, known, subject, { ownerId: null, reason: null }, operation, app.user.id);
