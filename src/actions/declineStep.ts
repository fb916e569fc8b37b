/** Says that a proposed next step is not wanted: it is counted, and the next best is proposed. */
import type { App } from '../app.ts';
import type { Feedback } from '../care/feedback.ts';
import type { StepKind } from '../care/ledger.ts';
import type { Subject } from './publish.ts';
import { record, type Written } from './record.ts';

/** `isWritten` is false where it was declined, or the case closed, meanwhile. Throws `Failure`. */
export async function declineStep(
  app: App,
  known: Feedback,
  subject: Subject,
  step: StepKind,
  operation: string,
): Promise<Written> {
  const decide = ({ case: current }: Feedback) => {
    const isOpen = current !== null && current.status !== 'closed';
    return isOpen && !current.declined.includes(step)
      ? { kind: 'step_declined' as const, body: { step } }
      : null;
  };
  return record(app, known, subject, decide, operation, false);
}
