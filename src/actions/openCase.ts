/** Opens a case by hand, for what no rule caught. */
import type { App } from '../app.ts';
import { dueTimes } from '../care/due.ts';
import type { Feedback } from '../care/feedback.ts';
import type { Subject } from './publish.ts';
import { record, type Written } from './record.ts';

/** Due counts from now. Throws `Failure`. */
export async function openCase(
  app: App,
  known: Feedback,
  subject: Subject,
  operation: string,
): Promise<Written> {
  const due = dueTimes(app.now(), app.configuration);
  const body = { rule: 'by_hand' as const, threshold: null, ...due, isProvisional: false };
  const decide = (state: Feedback) => (state.case ? null : { kind: 'case_opened' as const, body });
  return record(app, known, subject, decide, operation, true);
}
