/** Writes a fact and sees to it that others hear: what every verb about one feedback ends with. */
import type { App } from '../app.ts';
import type { Failure } from '../care/failure.ts';
import type { Feedback } from '../care/feedback.ts';
import { type Appended, append, type Decide } from './append.ts';
import { publish, type Subject } from './publish.ts';

export interface Written extends Appended {
  /** Goes on after the fact is safe: resolves with what kept the list from being written, `null` for nothing. */
  listed: Promise<Failure | null>;
}

/** `isUrgent` facts are told to other people's browsers at once. Throws `Failure`. */
export async function record(
  app: App,
  known: Feedback,
  subject: Subject,
  decide: Decide,
  operation: string,
  isUrgent: boolean,
): Promise<Written> {
  const appended = await append(app, known, decide, operation);
  const listed = appended.isWritten
    ? publish(app, appended.feedback, subject, isUrgent)
    : Promise.resolve(null);
  return { ...appended, listed };
}
