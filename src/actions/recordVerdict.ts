/** Writes what a person decided about a doubtful feedback, and lets the list of scanners' domains learn from it. */
import type { App } from '../app.ts';
import type { Feedback } from '../care/feedback.ts';
import type { Decide } from './append.ts';
import type { Subject } from './publish.ts';
import { record, type Written } from './record.ts';
import { type Lesson, trainScanner } from './trainScanner.ts';

export interface Verdict {
  decide: Decide;
  operation: string;
  /** The requester's, where known: only its domain is remembered. */
  email: string | null;
  /** `null` where it says nothing about scanners. */
  lesson: Lesson | null;
}

/** Two calls, and the lesson's after them. Urgent: other people's lists hear of it at once. Throws `Failure`. */
export async function recordVerdict(
  app: App,
  known: Feedback,
  subject: Subject,
  { decide, operation, email, lesson }: Verdict,
): Promise<Written> {
  const written = await record(app, known, subject, decide, operation, true);
  if (written.isWritten && lesson) void trainScanner(app, email, lesson);
  return written;
}
