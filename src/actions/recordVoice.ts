/** Keeps what whoever closed a case answered, as one fact: see `voice.ts` for why it may be kept at all. */
import type { App } from '../app.ts';
import type { Feedback } from '../care/feedback.ts';
import { type SkipReason, standingAnswers } from '../care/voice.ts';
import type { Subject } from './publish.ts';
import { record, type Written } from './record.ts';

export interface Said {
  /** Codes by question; what is not asked here is left out. */
  answers: Readonly<Record<string, string>>;
  /** Why the rest was skipped; `null` where nothing was. */
  skipped: SkipReason | null;
}

/**
 * Two calls. `isWritten` is false where the case is no longer closed as it was in `known`, or somebody answered
 * already. Throws `Failure`.
 */
export async function recordVoice(
  app: App,
  known: Feedback,
  subject: Subject,
  { answers, skipped }: Said,
  operation: string,
): Promise<Written> {
  const closedAt = known.case?.closedAt ?? null;
  const decide = ({ bucket, case: current }: Feedback) => {
    const isAsked = current?.status === 'closed' && current.closedAt === closedAt && current.voice === null;
    if (!isAsked) return null;
    const standing = standingAnswers(bucket, answers, app.configuration.asksOwnMood);
    return { kind: 'voiced' as const, body: { answers: standing, skipped } };
  };
  return record(app, known, subject, decide, operation, false);
}
