/** Takes a case, or gives it back. Of two people at once, one gets it and the other is told. */
import type { App } from '../app.ts';
import type { Feedback } from '../care/feedback.ts';
import type { Subject } from './publish.ts';
import { record, type Written } from './record.ts';

/**
 * Takes the case for the signed-in person, unless somebody else took it since `known` was read: then
 * `isWritten` is false and `feedback.case.ownerId` says who has it. Throws `Failure`.
 */
export async function takeCase(
  app: App,
  known: Feedback,
  subject: Subject,
  operation: string,
): Promise<Written> {
  const ownerBefore = known.case?.ownerId ?? null;
  return assign(app, known, subject, app.user.id, ownerBefore, operation);
}

/** Gives one's own case back. */
export async function releaseCase(
  app: App,
  known: Feedback,
  subject: Subject,
  operation: string,
): Promise<Written> {
  return assign(app, known, subject, null, app.user.id, operation);
}

async function assign(
  app: App,
  known: Feedback,
  subject: Subject,
  ownerId: string | null,
  expected: string | null,
  operation: string,
): Promise<Written> {
  const decide = (state: Feedback) => {
    const isFree = state.case && state.case.ownerId === expected && state.case.status !== 'closed';
    return isFree ? { kind: 'case_assigned' as const, body: { ownerId, reason: null } } : null;
  };
  return record(app, known, subject, decide, operation, true);
}
