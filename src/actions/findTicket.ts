/** Looks up the ticket a person wants a case for. */
import type { App } from '../app.ts';
import { asFailure } from '../care/failure.ts';
import { type Feedback, keyOfTicket, laneOf } from '../care/feedback.ts';
import { ticketIn } from '../care/ticketReference.ts';
import { readFacts } from '../zendesk/ledger.ts';
import { readTicket } from '../zendesk/tickets.ts';
import { foldWhole } from './foldWhole.ts';
import { hostOf } from './link.ts';

export interface FoundTicket {
  ticketId: string;
  requesterId: string | null;
  subject: string;
  /** Of the requester; `''` where it is not known. */
  customer: string;
  feedback: Feedback;
}

export type TicketSearch =
  | { kind: 'none' }
  | { kind: 'foreign'; host: string }
  | { kind: 'missing'; ticketId: string }
  | { kind: 'unseen'; ticketId: string }
  /** It has a case, or was set aside: that is shown instead. */
  | { kind: 'known'; key: string; ticketId: string }
  | { kind: 'found'; found: FoundTicket };

/** Two calls, none for what names no ticket. Throws `Failure`. */
export async function findTicket(app: App, text: string): Promise<TicketSearch> {
  const named = ticketIn(text, hostOf(window.location.href)?.replace(/^https?:\/\//, '') ?? null);
  if (named.kind !== 'ticket') return named;
  const { ticketId } = named;
  const key = keyOfTicket(ticketId);
  const { http } = app.zendesk;
  const [read, facts] = await Promise.all([
    readTicket(http, ticketId).catch(asFailure),
    readFacts(http, key),
  ]);
  if ('kind' in read) {
    if (read.kind === 'notFound') return { kind: 'missing', ticketId };
    if (read.kind === 'forbidden') return { kind: 'unseen', ticketId };
    throw read;
  }
  const feedback = foldWhole(key, facts);
  if (laneOf(feedback) !== 'none') return { kind: 'known', key, ticketId };
  const { ticket, users } = read;
  const customer = users.find(({ id }) => id === ticket.requester_id)?.name ?? '';
  const found = {
    ticketId,
    requesterId: ticket.requester_id,
    subject: ticket.subject ?? '',
    customer,
    feedback,
  };
  return { kind: 'found', found };
}
