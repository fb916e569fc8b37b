/**
 * Tickets that carry an alert: a follow-up where the customer's own ticket is closed and hears of nothing any more, and
 * whichever ticket a digest is written on. Shapes: reference/support-api.md §3.2, §3.3.
 */
import * as v from 'valibot';
import { Failure } from '../care/failure.ts';
import { carrierTag } from '../care/workflows/workflow.ts';
import { id } from './fields.ts';
import type { Http } from './http.ts';
import { readTickets, type Ticket } from './tickets.ts';
import { guardOf, updateMany, type WriteOutcome } from './ticketWrites.ts';

export interface Carrier {
  /** The closed ticket. */
  source: Pick<Ticket, 'id' | 'group_id' | 'brand_id'>;
  /** Who is to hear of it, never the customer: Zendesk tells the requester that there is a ticket. */
  requesterId: string;
  subject: string;
  /** Staff alone read it. */
  note: string;
  tags: readonly string[];
  /** Values of ticket fields by id; a follow-up takes the others over from its source. */
  fields: readonly { id: string; value: string | null }[];
}

const answered = v.object({ ticket: v.object({ id }) });

/**
 * The new ticket's id: a solved one where the account lets it be, so that it asks for no work of its own. It is given to
 * whoever is to hear of it, or it would become the ticket of whoever solves it, and move to that one's group, of which
 * others hear. The key makes Zendesk answer the same person's repetition with the first one's ticket. Throws `Failure`.
 */
export async function createCarrier(http: Http, carrier: Carrier, operation: string): Promise<string> {
  try {
    return await create(http, carrier, true, operation);
  } catch (cause) {
    // A required field, or not a member of the group: what may not be solved is open. 400 is a key used before.
    if (!(cause instanceof Failure) || cause.status !== 422) throw cause;
    return create(http, carrier, false, `${operation} open`);
  }
}

async function create(http: Http, carrier: Carrier, isSolved: boolean, key: string): Promise<string> {
  const { source, requesterId, subject, note, tags, fields } = carrier;
  const ticket = {
    via_followup_source_id: Number(source.id),
    subject,
    requester_id: Number(requesterId),
    ...(source.group_id !== null && { group_id: Number(source.group_id) }),
    ...(source.brand_id !== null && { brand_id: Number(source.brand_id) }),
    ...(isSolved ? { status: 'solved', assignee_id: Number(requesterId) } : { status: 'open' }),
    comment: { body: note, public: false },
    tags: [...tags, carrierTag],
    custom_fields: fields.map((field) => ({ id: Number(field.id), value: field.value })),
  };
  const options = { priority: 'background', headers: { 'Idempotency-Key': key } } as const;
  return (await http.send('POST', '/api/v2/tickets.json', { ticket }, answered, options)).ticket.id;
}

const parent = v.object({ ticket: v.object({ followup_ids: v.fallback(v.array(id), []) }) });
/** The newest of them. */
const mostFollowUps = 20;

/** The carrier made of this ticket that has one of the tags, `null` for none. Two calls. Throws `Failure`. */
export async function findCarrier(
  http: Http,
  sourceId: string,
  tags: readonly string[],
): Promise<string | null> {
  const url = `/api/v2/tickets/${sourceId}.json`;
  const { ticket } = await http.get(url, parent, { priority: 'background' });
  const newest = [...ticket.followup_ids].sort((a, b) => Number(b) - Number(a)).slice(0, mostFollowUps);
  if (newest.length === 0) return null;
  const found = await readTickets(http, newest, 'background');
  const isIt = (one: Ticket) => one.tags.includes(carrierTag) && tags.some((tag) => one.tags.includes(tag));
  return found.find(isIt)?.id ?? null;
}

export interface Digest {
  ticketId: string;
  /** The ticket's own last change as it was read, epoch milliseconds. */
  updatedAt: number;
  fieldId: string;
  /** Different from every other digest's: by it a lost answer is told from a refusal. */
  text: string;
  tags: readonly string[];
}

/**
 * The text and the tags in one update of an open ticket, whose rule mails the text. It goes out once: what became of
 * a try without an answer is read from the ticket. Throws `Failure` where that cannot be told.
 */
export async function writeDigest(http: Http, digest: Digest): Promise<WriteOutcome> {
  const { ticketId, updatedAt, fieldId, text, tags } = digest;
  const ticket = {
    id: Number(ticketId),
    custom_fields: [{ id: Number(fieldId), value: text }],
    additional_tags: tags,
    ...guardOf(updatedAt),
  };
  try {
    const [outcome = 'conflict'] = await updateMany(http, [ticket], { isOnce: true });
    return outcome === 'conflict' && (await hasDigest(http, digest)) ? 'written' : outcome;
  } catch (cause) {
    if (await hasDigest(http, digest)) return 'written';
    throw cause;
  }
}

/** Blanks are Zendesk's to change. */
const plain = (text: unknown) => String(text ?? '').replace(/\s+/g, ' ');

async function hasDigest(http: Http, { ticketId, fieldId, text }: Digest): Promise<boolean> {
  const [ticket] = await readTickets(http, [ticketId], 'background');
  const value = ticket?.custom_fields.find((field) => field.id === fieldId)?.value;
  return plain(value) === plain(text);
}
