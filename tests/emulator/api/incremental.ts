/** Incremental exports of tickets, their events and users: administrators only, 10 a minute. */
import type { Audit, Ticket } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { type Call, type Family, ok, Refusal } from './http.ts';
import { invalidPagination, withParams } from './paging.ts';
import { formatTicketEvent } from './ticketEvents.format.ts';
import { formatTicket } from './tickets.format.ts';
import { auditsInTime, firstBeyond, type Place, type TicketMoment, ticketsInTime } from './timeOrder.ts';
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
    answer: (call) => ok(byTime(call, 'ticket_events', eventRows(call))),
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

interface Row extends Place {
  body(): unknown;
}

type Rows = (after: Place) => Iterable<Row>;

/** Deleted tickets are told of, without their content; archived ones as they are. */
const ticketRows =
  (world: World): Rows =>
  (after) =>
    rowsOf(ticketsInTime(world, after), ({ ticketId }) => {
      const ticket = world.tickets.get(ticketId);
      return ticket ? exported(world, ticket) : null;
    });

function* rowsOf(moments: Iterable<TicketMoment>, bodyOf: (moment: TicketMoment) => unknown) {
  for (const moment of moments) yield { ...moment, body: () => bodyOf(moment) };
}

function exported(world: World, ticket: Ticket) {
  const row = formatTicket(world, ticket);
  if (ticket.deleted_at === null) return row;
  return { ...row, status: 'deleted', subject: 'SCRUBBED', raw_subject: 'SCRUBBED', description: 'SCRUBBED' };
}

/** A ticket's audits are made once a page. */
function eventRows({ world, query }: Call): Rows {
  const hasComments = (query.get('include') ?? '').split(',').includes('comment_events');
  const known = new Map<number, Map<number, Audit>>();
  const auditsOf = (ticketId: number) => {
    const audits =
      known.get(ticketId) ??
      new Map(world.tickets.get(ticketId)?.audits.map((audit) => [audit.id, audit] as const));
    known.set(ticketId, audits);
    return audits;
  };
  return (after) =>
    rowsOf(auditsInTime(world, after), ({ ticketId, id }) => {
      const audit = auditsOf(ticketId).get(id);
      return audit ? formatTicketEvent(ticketId, audit, hasComments) : null;
    });
}

interface SortedUsers {
  version: number;
  rows: Place[];
}
const usersInTime = new WeakMap<World, SortedUsers>();

function userRows(world: World): Rows {
  const { version } = world.users;
  const known = usersInTime.get(world);
  const rows = known?.version === version ? known.rows : sortedUsers(world);
  usersInTime.set(world, { version, rows });
  const bodyOf = (id: number) => {
    const user = world.users.get(id);
    return user ? formatUser(world, user) : null;
  };
  return (after) =>
    rows.slice(firstBeyond(rows, after)).map((row) => ({ ...row, body: () => bodyOf(row.id) }));
}

const sortedUsers = (world: World): Place[] =>
  [...world.users.values()]
    .map(({ updated_at, id }) => ({ at: updated_at, id }))
    .sort((a, b) => a.at - b.at || a.id - b.id);

function byCursor(call: Call, name: string, rows: Rows) {
  const { query, request } = call;
  const cursor = query.get('cursor');
  const after = cursor === null ? { at: startTime(call), id: -1 } : readPlace(cursor);
  const size = sizeOf(query);
  const { page, hasMore } = take(rows, after, (taken) => taken.length >= size);
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

/**
 * The older form goes on from the second of its last row, and repeats the rows of that second. A page is longer than
 * asked for where a second is: it would be the same page for ever.
 */
function byTime(call: Call, name: string, rows: Rows) {
  const { query, request } = call;
  const from = startTime(call);
  const size = sizeOf(query);
  const { page, hasMore } = take(rows, { at: from, id: -1 }, (taken) => {
    const last = taken.at(-1);
    return taken.length >= size && last !== undefined && Math.floor(last.at / 1000) * 1000 > from;
  });
  const end = Math.floor((page.at(-1)?.at ?? from) / 1000);
  return {
    [name]: page.map((row) => row.body()),
    count: page.length,
    end_of_stream: !hasMore,
    end_time: end,
    next_page: withParams(new URL(request.url), { start_time: String(end) }),
  };
}

/** So many rows after a place, in order of time and id. */
function take(rows: Rows, after: Place, isFull: (page: Row[]) => boolean) {
  const page: Row[] = [];
  for (const row of rows(after)) {
    if (isFull(page)) return { page, hasMore: true };
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
