/**
 * What changed in the account since a moment: tickets, and what happened to them. Admins only, ten calls a minute for
 * the whole account. Shapes: reference/support-api.md §4.4.
 */
import * as v from 'valibot';
import type { TicketChange } from '../care/replay.ts';
import { id, validOf } from './fields.ts';
import type { Http } from './http.ts';
import { changesOf, idIn, type Update, type UpdateEvent } from './ticketChanges.ts';
import { type Ticket, ticketSchema } from './tickets.ts';

const perPage = 1000;

/** Zendesk refuses to start within the last minute; its clock and ours may differ by `clock.ts`'s tolerance. */
export const exportDelay = 66_000;

export interface ChangedTickets {
  /** Deleted ones too: their status is `deleted`. */
  tickets: Ticket[];
  /** Rows that could not be read. */
  broken: number;
  /** Where to go on, also after the end. */
  after: string | null;
  isEnd: boolean;
}

const changedPage = v.object({
  tickets: v.array(v.unknown()),
  after_cursor: v.optional(v.nullable(v.string()), null),
  end_of_stream: v.boolean(),
});

/** From `startTime`, epoch milliseconds at least a minute ago, or from where an earlier reading ended. */
export async function* readChangedTickets(
  http: Http,
  from: { startTime: number } | { cursor: string },
): AsyncGenerator<ChangedTickets> {
  let params: Record<string, string | number> =
    'cursor' in from ? { cursor: from.cursor } : { start_time: secondsOf(from.startTime) };
  for (;;) {
    const page = await http.get('/api/v2/incremental/tickets/cursor.json', changedPage, {
      params: { ...params, per_page: perPage },
      priority: 'background',
    });
    const { valid, broken } = validOf(ticketSchema, page.tickets);
    const isEnd = page.end_of_stream || page.after_cursor === null;
    yield { tickets: valid, broken, after: page.after_cursor, isEnd };
    if (isEnd) return;
    params = { cursor: page.after_cursor ?? '' };
  }
}

export interface TicketEvent {
  ticketId: string;
  change: TicketChange;
}

/** An internal comment, as survey tools leave them. */
export interface TicketNote {
  ticketId: string;
  body: string;
  /** Epoch milliseconds. */
  at: number;
}

export interface TicketEvents {
  /** In the order in which they happened. */
  events: TicketEvent[];
  /** Empty unless comments were asked for. */
  notes: TicketNote[];
  broken: number;
  /** Where to go on: epoch milliseconds. What happened in that second may come again. */
  endTime: number;
  isEnd: boolean;
}

export interface TicketEventOptions {
  hasComments?: boolean;
  /** Whose public comments are no replies, beside each ticket's requester as far as the stream tells. */
  isCustomer?: (userId: string, ticketId: string) => boolean;
}

const child = v.looseObject({ event_type: v.optional(v.unknown()) });
type Child = v.InferOutput<typeof child>;
const eventRow = v.object({
  id,
  ticket_id: id,
  timestamp: v.pipe(v.number(), v.integer(), v.minValue(0)),
  updater_id: v.optional(v.unknown()),
  merged_ticket_ids: v.fallback(v.array(id), []),
  child_events: v.optional(v.nullable(v.array(v.unknown())), []),
});
type EventRow = v.InferOutput<typeof eventRow>;
const eventPage = v.object({
  ticket_events: v.array(v.unknown()),
  end_time: v.optional(v.nullable(v.number()), null),
  end_of_stream: v.optional(v.boolean()),
  count: v.optional(v.number()),
});

/** `startTime` in epoch milliseconds, at least a minute ago. Pages overlap by a second; nothing is told twice. */
export async function* readTicketEvents(
  http: Http,
  startTime: number,
  { hasComments = false, isCustomer = () => false }: TicketEventOptions = {},
): AsyncGenerator<TicketEvents> {
  const requesters = new Map<string, string>();
  let told = new Set<string>();
  let start = secondsOf(startTime);
  for (;;) {
    const params = {
      start_time: start,
      per_page: perPage,
      ...(hasComments && { include: 'comment_events' }),
    };
    const url = '/api/v2/incremental/ticket_events.json';
    const page = await http.get(url, eventPage, { params, priority: 'background' });
    const { valid, broken } = validOf(eventRow, page.ticket_events);
    const news = valid.filter((row) => !told.has(row.id)).sort(byTime);
    const isEnd = page.end_of_stream ?? (page.count ?? page.ticket_events.length) < perPage;
    const end = Math.max(start, page.end_time ?? news.at(-1)?.timestamp ?? start);
    yield {
      events: news.flatMap((row) => eventsOf(row, requesters, isCustomer)),
      notes: hasComments ? news.flatMap(notesOf) : [],
      broken,
      endTime: end * 1000,
      isEnd,
    };
    if (isEnd) return;
    told = new Set(valid.filter((row) => row.timestamp >= end).map((row) => row.id));
    // A page that leads nowhere would come for ever.
    start = end > start ? end : start + 1;
  }
}

const byTime = (a: EventRow, b: EventRow) => a.timestamp - b.timestamp || Number(a.id) - Number(b.id);

function eventsOf(
  row: EventRow,
  requesters: Map<string, string>,
  isCustomer: (userId: string, ticketId: string) => boolean,
): TicketEvent[] {
  const { ticket_id: ticketId } = row;
  const update = updateOf(row);
  for (const { field, value } of update.events) {
    const requesterId = field === 'requester_id' ? idIn(value) : null;
    if (requesterId !== null) requesters.set(ticketId, requesterId);
  }
  const isTheirs = (userId: string) => userId === requesters.get(ticketId) || isCustomer(userId, ticketId);
  return changesOf(update, isTheirs).map((change) => ({ ticketId, change }));
}

function updateOf({ ticket_id, timestamp, updater_id, merged_ticket_ids, child_events }: EventRow): Update {
  return {
    ticketId: ticket_id,
    at: timestamp * 1000,
    events: validOf(child, child_events ?? []).valid.flatMap((one) => childEventsOf(one, updater_id)),
    merge: merged_ticket_ids.length > 0 ? { ids: merged_ticket_ids, isInto: false } : null,
  };
}

/** Attributes a change may name by its own key instead of by `field_name`. */
const attributes = ['status', 'assignee_id', 'group_id', 'requester_id', 'satisfaction_score', 'tags'];

function childEventsOf(one: Child, updaterId: unknown): UpdateEvent[] {
  const base = {
    type: String(one.event_type ?? one.type ?? ''),
    authorId: idIn(one.author_id ?? updaterId),
    isPublic: one.public === true || one.comment_public === true,
    score: one.score,
    field: null,
    value: undefined,
    previous: one.previous_value,
  };
  if (typeof one.field_name === 'string') return [{ ...base, field: one.field_name, value: one.value }];
  // Other events have members of the same names: a rating's own tells whose ticket it was.
  const isChange = base.type === 'Create' || base.type === 'Change';
  const named = isChange ? attributes.filter((name) => Object.hasOwn(one, name)) : [];
  if (named.length === 0) return [base];
  return named.map((field) => ({ ...base, field, value: one[field], previous: previousOf(one, field) }));
}

/** Of tags the stream tells which were added: the tags before are the others. */
function previousOf(one: Child, field: string): unknown {
  const { added_tags: added, tags } = one;
  if (field !== 'tags' || !Array.isArray(added) || !Array.isArray(tags)) return one.previous_value;
  return tags.filter((tag) => !added.includes(tag));
}

function notesOf({ ticket_id: ticketId, timestamp, child_events }: EventRow): TicketNote[] {
  return validOf(child, child_events ?? []).valid.flatMap((one) => {
    const body = one.plain_body ?? one.body;
    const isNote = (one.event_type ?? one.type) === 'Comment' && one.public === false;
    return isNote && typeof body === 'string' ? [{ ticketId, body, at: timestamp * 1000 }] : [];
  });
}

const secondsOf = (at: number) => Math.floor(at / 1000);
