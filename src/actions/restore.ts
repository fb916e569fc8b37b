/** Takes a feedback that was set aside back into the figures. */
import type { App } from '../app.ts';
import type { Feedback } from '../care/feedback.ts';
import type { Subject } from './publish.ts';
import type { Written } from './record.ts';
import { recordVerdict } from './recordVerdict.ts';
import { refuseUnlessRight } from './setAside.ts';

/**
 * Two calls. `isWritten` is false when somebody did so meanwhile. What setting it aside taught about the domain of
 * `email` is taken back too. Throws `Failure`, forbidden for who may not.
 */
export async function restore(
  app: App,
  known: Feedback,
  subject: Subject,
  operation: string,
  email: string | null = null,
): Promise<Written> {
  refuseUnlessRight(app);
  const decide = (state: Feedback) => (state.setAside ? { kind: 'restored' as const, body: {} } : null);
  const lesson = known.setAside?.reason === 'scanner' ? { robot: -1 } : null;
  return recordVerdict(app, known, subject, { decide, operation, email, lesson });
}
