/** Asks somebody for help: a flag with reason and target, and where wanted a message to them on the ticket. */
import type { App } from '../app.ts';
import { asFailure, Failure } from '../care/failure.ts';
import type { Feedback } from '../care/feedback.ts';
import type { NewEvent } from '../care/ledger.ts';
import { addNote } from '../zendesk/comments.ts';
import { beginSideConversation } from '../zendesk/sideConversations.ts';
import type { Subject } from './publish.ts';
import { record, type Written } from './record.ts';

export interface Escalation {
  target: { kind: 'person' | 'group'; id: string; name: string };
  reason: string;
  /** Also write to them in a side conversation. */
  isTold: boolean;
}

/**
 * How they heard of it: by a side conversation; by an internal note, where side conversations do not exist; by the
 * flag alone, where that was wanted or the ticket takes nothing any more.
 */
export type Told = 'side_conversation' | 'note' | 'flag' | 'closed';

export interface Escalated extends Written {
  told: Told;
}

type Fact = Extract<NewEvent, { kind: 'escalated' }>['body'];

/** The message goes out once per operation, then the fact is written. Throws `Failure`. */
export async function escalateCase(
  app: App,
  known: Feedback,
  subject: Subject,
  escalation: Escalation,
  operation: string,
): Promise<Escalated> {
  const reason = escalation.reason.trim();
  if (!reason) throw new Failure('invalid', { message: 'a reason is needed' });
  const isOpen = known.case !== null && known.case.status !== 'closed';
  const isTold = escalation.isTold && subject.ticketId !== null && isOpen;
  const { told, body } = isTold
    ? await tell(app, subject.ticketId ?? '', { ...escalation, reason }, operation)
    : { told: 'flag' as const, body: flagOf(escalation, reason) };
  const decide = ({ case: current }: Feedback) =>
    current && current.status !== 'closed' ? { kind: 'escalated' as const, body } : null;
  return { ...(await record(app, known, subject, decide, operation, true)), told };
}

const flagOf = ({ target }: Escalation, reason: string): Fact => ({
  kind: target.kind,
  to: target.id,
  reason,
});

/** A side conversation where there are some, else a note; a closed ticket takes neither. */
async function tell(
  app: App,
  ticketId: string,
  escalation: Escalation,
  operation: string,
): Promise<{ told: Told; body: Fact }> {
  const { http } = app.zendesk;
  const { target, reason } = escalation;
  const message = { subject: app.t('escalate.subject', { id: ticketId }), body: reason, to: target };
  try {
    const to = await beginSideConversation(http, ticketId, message, operation);
    return { told: 'side_conversation', body: { kind: 'side_conversation', to, reason } };
  } catch (cause) {
    const { kind } = asFailure(cause);
    if (kind === 'closedTicket') return { told: 'closed', body: flagOf(escalation, reason) };
    if (kind !== 'forbidden' && kind !== 'notFound') throw cause;
  }
  try {
    const text = app.t('escalate.note_text', { name: target.name, reason });
    await addNote(http, ticketId, text, operation);
    return { told: 'note', body: { kind: 'note', to: target.id, reason } };
  } catch (cause) {
    if (asFailure(cause).kind !== 'closedTicket') throw cause;
    return { told: 'closed', body: flagOf(escalation, reason) };
  }
}
