/** Incremental exports of tickets, their events and users: administrators only, 10 a minute. */
import type { Audit, Ticket, User } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { type Call, type Family, ok, Refusal } from './http.ts';
import { invalidPagination, withParams } from './paging.ts';
import { iso } from './stamps.ts';
import { sortable } from './ticketOrder.ts';
import { formatTicket } from './tickets.format.ts';
import { formatUser } from './users.format.ts';

const allowed = 'admins';
const bucket = 'incremental';
const root = '/api/v2/incremental';

export const incremental: Family = [
  {
    method: 'GET',
    path: `${root}/tickets/cursor`,
    allowed,
    bucket,
    answer: (call) => ok(byCursor(call, 'tickets', ticketRows(call.world))),
  },
  {
    method: 'GET',
    path: `${root}/tickets`,
    allowed,
    bucket,
    answer: (call) => ok(byTime(call, 'tickets', ticketRows(call.world))),
  },
  {
    method: 'GET',
    path: `${root}/ticket_events`,
    allowed,
    bucket,
    answer: (call) => ok(byTime(call, 'ticket_events', eventRows(call.world))),
  },
  {
    method: 'GET',
    path: `${root}/users/cursor`,
    allowed,
    bucket,
    answer: (call) => ok(byCursor(call, 'users', userRows(call.world))),
  },
  {
    method: 'GET',
    path: `${root}/users`,
    allowed,
    bucket,
    answer: (call) => ok(byTime(call, 'users', userRows(call.world))),
  },
];

interface Row {
  /** Epoch milliseconds the export is ordered by. */
  at: number;
  id: number;
  body(): unknown;
}

/** Deleted tickets are told of, without their content; archived ones as they are. */
function* ticketRows(world: World): IterableIterator<Row> {
  for (const id of world.tickets.keys()) {
    const ticket = world.tickets.get(id);
    if (ticket) yield { at: ticket.generated_at, id, body: () => exported(world, ticket) };
  }
}

function exported(world: World, ticket: Ticket) {
  const row = formatTicket(world, ticket);
  if (ticket.deleted_at === null) return row;
  return { ...row, status: 'deleted', subject: 'SCRUBBED', raw_subject: 'SCRUBBED', description: 'SCRUBBED' };
}

function* eventRows(world: World): IterableIterator<Row> {
  for (const id of world.tickets.keys()) {
    const ticket = world.tickets.get(id);
    for (const audit of ticket?.audits ?? []) {
      yield { at: audit.created_at, id: audit.id, body: () => formatEvent(id, audit) };
    }
  }
}

function formatEvent(ticket_id: number, audit: Audit) {
  return {
    id: audit.id,
    ticket_id,
    created_at: iso(audit.created_at),
    timestamp: Math.floor(audit.created_at / 1000),
    updater_id: audit.author_id,
    via: audit.channel,
    system: {},
    metadata: audit.metadata,
    event_type: 'Audit',
    child_events: audit.events.map((event) => ({ ...event, via: audit.channel, event_type: event.type })),
  };
}

function* userRows(world: World): IterableIterator<Row> {
  for (const id of world.users.keys()) {
    const user: User | undefined = world.users.get(id);
    if (user) yield { at: user.updated_at, id, body: () => formatUser(world, user) };
  }
}

function byCursor(call: Call, name: string, rows: Iterable<Row>) {
  const { world, query, request } = call;
  const cursor = query.get('cursor');
  const after = cursor === null ? { at: startTime(call), id: -1 } : readPlace(cursor);
  const { page, hasMore } = take(world, rows, after, sizeOf(query));
  const last = page.at(-1) ?? after;
  const next = Buffer.from(`${last.at}|${last.id}`).toString('base64');
  const url = withParams(new URL(request.url), { cursor: next, start_time: null });
  return {
    [name]: page.map((row) => row.body()),
    after_url: url,
    after_cursor: next,
    before_url: null,
    before_cursor: null,
    end_of_stream: !hasMore,
  };
}

/** The older form goes on from the time of its last row, and repeats the rows of that second. */
function byTime(call: Call, name: string, rows: Iterable<Row>) {
  const { world, query, request } = call;
  const from = startTime(call);
  const { page, hasMore } = take(world, rows, { at: from, id: -1 }, sizeOf(query));
  const end = Math.floor((page.at(-1)?.at ?? from) / 1000);
  return {
    [name]: page.map((row) => row.body()),
    count: page.length,
    end_of_stream: !hasMore,
    end_time: end,
    next_page: withParams(new URL(request.url), { start_time: String(end) }),
  };
}

/** In order of time and id; accounts too big to sort keep the order they come in. */
function take(world: World, rows: Iterable<Row>, after: { at: number; id: number }, size: number) {
  const isSmall = world.tickets.size <= sortable;
  const page: Row[] = [];
  for (const row of isSmall ? [...rows].sort((a, b) => a.at - b.at || a.id - b.id) : rows) {
    const isPast = row.at < after.at || (row.at === after.at && row.id <= after.id);
    if (isSmall ? isPast : row.id <= after.id) continue;
    if (page.length >= size) return { page, hasMore: true };
    page.push(row);
  }
  return { page, hasMore: false };
}

function sizeOf(query: URLSearchParams): number {
  const size = Number(query.get('per_page') ?? 1000);
  if (Number.isInteger(size) && size >= 1) return Math.min(size, 1000);
  throw invalidPagination('per_page must be a whole number from 1 to 1000');
}

/** Seconds in the query, epoch milliseconds here; the last minute cannot be asked for. */
function startTime({ world, query }: Call): number {
  const text = query.get('start_time') ?? '';
  if (!/^\d+$/.test(text)) {
    throw new Refusal(422, { error: 'InvalidValue', description: 'Invalid or missing start_time' });
  }
  const at = Number(text) * 1000;
  if (at <= world.now() - 60_000) return at;
  throw new Refusal(422, {
    error: 'InvalidValue',
    description: 'Too recent start_time. Use a start_time older than 60 seconds',
  });
}

function readPlace(cursor: string): { at: number; id: number } {
  const [at, id] = Buffer.from(cursor, 'base64').toString('utf8').split('|').map(Number);
  if (at === undefined || id === undefined || Number.isNaN(at + id))
    throw invalidPagination('Invalid cursor');
  return { at, id };
}
