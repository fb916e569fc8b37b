/** Makes a case for a ticket by hand, with a word for colleagues where somebody wrote one. */
import type { App } from '../app.ts';
import { dueTimes } from '../care/due.ts';
import type { Entry } from '../care/ledger.ts';
import type { FoundTicket } from './findTicket.ts';
import { record, type Written } from './record.ts';

/**
 * Due counts from now. Two calls. `isWritten` is false when somebody made one meanwhile: `feedback.case` is theirs.
 * Throws `Failure`.
 */
export async function createCase(
  app: App,
  { feedback: known, ticketId, requesterId }: FoundTicket,
  note: string,
  operation: string,
): Promise<Written> {
  const due = dueTimes(app.now(), app.configuration);
  const opening = {
    kind: 'case_opened' as const,
    body: { rule: 'by_hand' as const, threshold: null, ...due, isProvisional: false },
  };
  const text = note.trim();
  return record(
    app,
    known,
    { ticketId, requesterId },
    ({ case: current, bucket, topic }): Entry | null => {
      if (current) return null;
      return text === '' ? [opening] : [opening, { kind: 'bucket_set', body: { bucket, topic, note: text } }];
    },
    operation,
    true,
  );
}
