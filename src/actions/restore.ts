/** Takes a feedback that was set aside back into the figures. */
import type { App } from '../app.ts';
import type { Feedback } from '../care/feedback.ts';
import type { Subject } from './publish.ts';
import { record, type Written } from './record.ts';
import { refuseUnlessRight } from './setAside.ts';
import { trainScanner } from './trainScanner.ts';

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
  const written = await record(app, known, subject, decide, operation, true);
  const wasRobot = known.setAside?.reason === 'scanner';
  if (written.isWritten && wasRobot) void trainScanner(app, email, { robot: -1 });
  return written;
}
