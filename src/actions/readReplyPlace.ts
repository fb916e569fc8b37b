/** Where a case's customer can be answered now, and what a first text needs to know of them. */
import type { App } from '../app.ts';
import type { Feedback } from '../care/feedback.ts';
import { type ReplyWay, replyWay } from '../care/replying.ts';
import { type FoundTicket, type FoundTickets, readReplyTickets } from '../zendesk/replies.ts';

export interface ReplyPlace {
  way: ReplyWay;
  requesterId: string | null;
  /** As the ticket knows the customer; never stored in the account. */
  name: string | null;
  subject: string;
  /** Of a merged ticket, the one it went into. */
  into: string | null;
}

/** One call. Throws `Failure`. */
export async function readReplyPlace(
  app: App,
  feedback: Feedback,
  ticketId: string | null,
): Promise<ReplyPlace> {
  const into = feedback.ticket?.into ?? null;
  const nowhere = { requesterId: null, name: null, subject: '', into };
  if (ticketId === null) return { ...nowhere, way: { kind: 'none', why: 'no_ticket' } };
  const followUps = feedback.case?.followUps ?? [];
  const found = await readReplyTickets(app.zendesk.http, [ticketId, ...followUps]);
  const own = found.tickets.find(({ id }) => id === ticketId) ?? null;
  const person = personOf(found, own);
  const further = followUps.flatMap((id) => found.tickets.find((one) => one.id === id) ?? []);
  // Zendesk leaves a deleted ticket out; only the ledger tells it from one out of sight.
  const state = feedback.ticket?.state;
  const gone = !own && state && state !== 'present' ? state : null;
  return {
    way: gone ? { kind: 'none', why: gone } : replyWay(own, further, Boolean(person?.email)),
    requesterId: own?.requesterId ?? null,
    name: person?.name || null,
    subject: own?.subject ?? '',
    into,
  };
}

const personOf = ({ people }: FoundTickets, own: FoundTicket | null) =>
  people.find(({ id }) => id === own?.requesterId) ?? null;
