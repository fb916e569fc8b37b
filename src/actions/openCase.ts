/** Opens a case by hand, for what no rule caught. */
import type { App } from '../app.ts';
import { dueAt } from '../care/due.ts';
import type { Feedback } from '../care/feedback.ts';
import { append, type Written } from './append.ts';
import { publish, type Subject } from './publish.ts';

/** Due counts from now. Throws `Failure`. */
export async function openCase(
  app: App,
  known: Feedback,
  subject: Subject,
  operation: string,
): Promise<Written> {
  const due = dueAt(app.now(), app.configuration.targetHours);
  const body = { rule: 'by_hand' as const, threshold: null, dueAt: due, isProvisional: false };
  const decide = (state: Feedback) => (state.case ? null : { kind: 'case_opened' as const, body });
  const written = await append(app, known, decide, operation);
  await publish(app, written.feedback, subject, true);
  return written;
}
