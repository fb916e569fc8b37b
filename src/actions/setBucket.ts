/** Says what a feedback was about. A human choice: it stands until a person changes it. */
import type { App } from '../app.ts';
import type { Feedback } from '../care/feedback.ts';
import type { Bucket } from '../care/ledger.ts';
import type { Subject } from './publish.ts';
import { record, type Written } from './record.ts';

export interface BucketChoice {
  /** `null` takes the choice back. */
  bucket: Bucket | null;
  topic: string | null;
  note: string | null;
}

/**
 * Two calls. Where somebody else chose since what the person had before them (`seen`), nothing is written:
 * `isWritten` is false and the feedback holds their choice. Choosing again, knowing theirs, writes over it.
 * Throws `Failure`.
 */
export async function setBucket(
  app: App,
  known: Feedback,
  subject: Subject,
  choice: BucketChoice,
  operation: string,
  seen: Feedback = known,
): Promise<Written> {
  const decide = (state: Feedback) =>
    isChosenByOther(app, seen, state) ? null : { kind: 'bucket_set' as const, body: choice };
  return record(app, known, subject, decide, operation, false);
}

function isChosenByOther(app: App, seen: Feedback, state: Feedback): boolean {
  const isNewer = state.bucketAt !== seen.bucketAt || state.bucketById !== seen.bucketById;
  return isNewer && state.bucketById !== app.user.id;
}
