/** A person found a suspected rating genuine; or has doubts again. */
import type { App } from '../app.ts';
import type { Feedback } from '../care/feedback.ts';
import type { Subject } from './publish.ts';
import type { Written } from './record.ts';
import { recordVerdict } from './recordVerdict.ts';

/**
 * Two calls; the case goes to the queue. `isWritten` is false when somebody said so meanwhile, or the answer that
 * was suspected is not the one that counts any more. `email` is the requester's, where known: people who answer
 * themselves are remembered for its domain. Throws `Failure`.
 */
export async function confirmRating(
  app: App,
  known: Feedback,
  subject: Subject,
  operation: string,
  email: string | null = null,
): Promise<Written> {
  const decide = ({ suspicion }: Feedback) =>
    suspicion && !suspicion.isConfirmed ? { kind: 'confirmed' as const, body: {} } : null;
  return recordVerdict(app, known, subject, { decide, operation, email, lesson: { genuine: 1 } });
}

/** Takes that word back: it is suspected by the same signs again. */
export async function doubtRating(
  app: App,
  known: Feedback,
  subject: Subject,
  operation: string,
  email: string | null = null,
): Promise<Written> {
  const decide = ({ suspicion }: Feedback) =>
    suspicion?.isConfirmed ? { kind: 'suspected' as const, body: { signs: suspicion.signs } } : null;
  return recordVerdict(app, known, subject, { decide, operation, email, lesson: { genuine: -1 } });
}
