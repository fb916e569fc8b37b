/** The help came, or is no longer needed. */
import type { App } from '../app.ts';
import type { Feedback } from '../care/feedback.ts';
import type { Subject } from './publish.ts';
import { record, type Written } from './record.ts';

/** `isWritten` is false where it was ended, or the case closed, meanwhile. Throws `Failure`. */
export async function endEscalation(
  app: App,
  known: Feedback,
  subject: Subject,
  note: string | null,
  operation: string,
): Promise<Written> {
  const decide = (state: Feedback) =>
    state.case?.escalation
      ? { kind: 'escalation_ended' as const, body: { note: note?.trim() || null } }
      : null;
  return record(app, known, subject, decide, operation, true);
}
