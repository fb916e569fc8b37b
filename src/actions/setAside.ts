/** Takes a feedback out of the figures and the queue. It stays visible, with who did it and why. */
import type { App } from '../app.ts';
import { Failure } from '../care/failure.ts';
import type { Feedback } from '../care/feedback.ts';
import type { SetAsideReason } from '../care/ledger.ts';
import { maySetAside } from './maySetAside.ts';
import type { Subject } from './publish.ts';
import type { Written } from './record.ts';
import { recordVerdict } from './recordVerdict.ts';

export interface SetAsideChoice {
  reason: SetAsideReason;
  note: string | null;
}

/** Throws `Failure` forbidden for who may not. */
export function refuseUnlessRight(app: App): void {
  if (!maySetAside(app)) throw new Failure('forbidden', { message: 'admins only, by the configuration' });
}

/**
 * Two calls. `isWritten` is false when somebody set it aside meanwhile: `feedback.setAside` says who and why.
 * `email` is the requester's, where known: a scanner's click is remembered for its domain. Throws `Failure`.
 */
export async function setAside(
  app: App,
  known: Feedback,
  subject: Subject,
  choice: SetAsideChoice,
  operation: string,
  email: string | null = null,
): Promise<Written> {
  refuseUnlessRight(app);
  const decide = (state: Feedback) =>
    state.setAside
      ? null
      : { kind: 'set_aside' as const, body: { ...choice, note: choice.note?.trim() || null } };
  const lesson = choice.reason === 'scanner' ? { robot: 1 } : null;
  return recordVerdict(app, known, subject, { decide, operation, email, lesson });
}
