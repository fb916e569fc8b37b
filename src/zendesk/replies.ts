/**
 * Words to a customer on a ticket. A public comment cannot be sent twice without being read twice, so nothing here
 * is tried again by itself; each update carries the reply's id in its metadata, by which the audits tell whether it
 * arrived. It is no edit of the ticket's fields, so it does not ask whether these changed meanwhile (`safe_update`
 * would refuse a reply because somebody set a tag). Shapes: reference/support-api.md §3.2, §3.3.
 */
import * as v from 'valibot';
import type { ReplyTicket } from '../care/replying.ts';
import { id, optionalText, usableOf, validOf } from './fields.ts';
import type { Http } from './http.ts';
import { isOnTicket, markOf } from './ticketMarks.ts';
import { ticketStateOf } from './tickets.ts';

const place = v.object({
  id,
  subject: v.optional(v.nullable(v.string()), ''),
  status: v.string(),
  tags: v.fallback(v.array(v.string()), []),
  requester_id: v.optional(v.nullable(id), null),
  via: v.fallback(v.object({ channel: optionalText }), { channel: null }),
  from_messaging_channel: v.fallback(v.boolean(), false),
});
const person = v.object({ id, name: v.fallback(v.string(), ''), email: optionalText });

export interface FoundTicket extends ReplyTicket {
  subject: string;
  requesterId: string | null;
}

export interface FoundTickets {
  tickets: FoundTicket[];
  people: v.InferOutput<typeof person>[];
}

/** Tickets as a reply needs them, with their people; those that are gone or out of sight are absent. One call. */
export async function readReplyTickets(http: Http, ticketIds: readonly string[]): Promise<FoundTickets> {
  const schema = v.object({ tickets: v.array(v.unknown()), users: v.optional(v.array(v.unknown()), []) });
  const params = { ids: ticketIds.join(','), include: 'users' };
  const found = await http.get('/api/v2/tickets/show_many.json', schema, { params });
  const tickets = usableOf(place, found.tickets).map((row) => ({
    id: row.id,
    status: row.status,
    state: ticketStateOf(row),
    channel: row.via.channel,
    isMessaging: row.from_messaging_channel,
    subject: row.subject ?? '',
    requesterId: row.requester_id,
  }));
  return { tickets, people: validOf(person, found.users).valid };
}

const answered = v.object({ ticket: v.object({ id }) });
const onlyOnce = { isOnce: true };

/** Resolves with the ticket's id. Throws `Failure`: one without an answer that tells leaves open whether it arrived. */
export async function sendComment(
  http: Http,
  ticketId: string,
  body: string,
  operation: string,
): Promise<string> {
  const ticket = { comment: { body, public: true }, metadata: markOf(operation) };
  const url = `/api/v2/tickets/${ticketId}.json`;
  return (await http.send('PUT', url, { ticket }, answered, onlyOnce)).ticket.id;
}

export interface FollowUp {
  sourceId: string;
  subject: string;
  requesterId: string | null;
  body: string;
  /** Ids of ticket fields it is not to take over from its source. */
  emptyFields: readonly string[];
}

/** Resolves with the new ticket's id. The key makes Zendesk answer a repetition with the first one's ticket. */
export async function sendFollowUp(
  http: Http,
  { sourceId, subject, requesterId, body, emptyFields }: FollowUp,
  operation: string,
): Promise<string> {
  const ticket = {
    via_followup_source_id: Number(sourceId),
    subject,
    ...(requesterId !== null && { requester_id: Number(requesterId) }),
    comment: { body, public: true },
    custom_fields: emptyFields.map((field) => ({ id: Number(field), value: null })),
    metadata: markOf(operation),
  };
  const options = { ...onlyOnce, headers: { 'Idempotency-Key': operation } };
  return (await http.send('POST', '/api/v2/tickets.json', { ticket }, answered, options)).ticket.id;
}

const parent = v.object({ ticket: v.object({ followup_ids: v.array(id) }) });
/** The newest of them: the one looked for was made minutes ago. */
const newestFollowUps = 5;

/** The follow-up of this ticket that the reply of this id made; `null` for none, `undefined` where nobody can tell. */
export async function findFollowUp(
  http: Http,
  sourceId: string,
  operation: string,
  since: number,
): Promise<string | null | undefined> {
  const { ticket } = await http.get(`/api/v2/tickets/${sourceId}.json`, parent);
  const newest = [...ticket.followup_ids].sort((a, b) => Number(b) - Number(a)).slice(0, newestFollowUps);
  let isSure = true;
  for (const one of newest) {
    const isIt = await isOnTicket(http, one, operation, since);
    if (isIt) return one;
    isSure &&= isIt !== null;
  }
  return isSure ? null : undefined;
}
