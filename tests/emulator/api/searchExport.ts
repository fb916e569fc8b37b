/** The export form of search: no ceiling, and cursors that live an hour. */
import type { Ticket } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { type Call, ok } from './http.ts';
import { withParams } from './paging.ts';
import { invalidSearch, looked, readQuery, resultOf } from './searchMatches.ts';
import type { Matches } from './searchQuery.ts';
import { sortable, walk } from './ticketOrder.ts';

/** Where an export goes on, and until when its cursor lives. */
interface Place {
  /** Epoch milliseconds; 0 where the order is by id alone. */
  created: number;
  id: number;
  /** Real milliseconds. */
  issued: number;
}

const cursorLife = 3_600_000;

/** Every match in order of creation, page by page; no total. */
export function exportTickets(call: Call) {
  const { world, query, request } = call;
  if (query.get('filter[type]') !== 'ticket') {
    throw invalidSearch(422, 'Invalid search: filter[type] must be "ticket"');
  }
  if (/(^|\s)-?type:/.test(query.get('query') ?? '')) {
    throw invalidSearch(422, 'Invalid search: use filter[type] instead of the type keyword');
  }
  const size = Number(query.get('page[size]') ?? 100);
  if (!Number.isInteger(size) || size < 1 || size > 1000) {
    throw invalidSearch(422, 'Invalid search: page[size] must be from 1 to 1000');
  }
  const after = readPlace(world, query.get('page[after]'));
  const { rows, rest } = exportPage(world, readQuery(call), size, after);
  const cursor = rest ? writePlace({ ...rest, issued: world.realNow() }) : null;
  return ok({
    results: rows.map(resultOf(world, [])),
    facets: null,
    meta: { has_more: rest !== null, after_cursor: cursor, before_cursor: null },
    links: {
      next: cursor ? withParams(new URL(request.url), { 'page[after]': cursor }) : null,
      prev: null,
    },
  });
}

/** A page may be short on a big account: `rest` then says where to go on. */
function exportPage(world: World, isMatch: Matches, size: number, after: Place | null) {
  const isSmall = world.tickets.size <= sortable;
  const items = isSmall
    ? [...walk(world, isMatch)].sort((a, b) => a.created_at - b.created_at || a.id - b.id)
    : walkFrom(world, after?.id ?? -1);
  const rows: Ticket[] = [];
  let rest: Omit<Place, 'issued'> | null = null;
  let left = isSmall ? Number.POSITIVE_INFINITY : looked;
  for (const ticket of items) {
    const created = isSmall ? ticket.created_at : 0;
    if (after && (created < after.created || (created === after.created && ticket.id <= after.id))) continue;
    if (rows.length >= size || left <= 0) return { rows, rest };
    if (isSmall || isMatch(ticket)) rows.push(ticket);
    rest = { created, id: ticket.id };
    left -= 1;
  }
  return { rows, rest: null };
}

function* walkFrom(world: World, after: number): IterableIterator<Ticket> {
  for (const id of world.tickets.keys(false, after)) {
    const ticket = world.tickets.get(id);
    if (ticket) yield ticket;
  }
}

const writePlace = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64');

function readPlace(world: World, cursor: string | null): Place | null {
  if (cursor === null) return null;
  let place: Partial<Place> = {};
  try {
    place = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8')) as Partial<Place>;
  } catch {}
  const { created, id, issued } = place;
  if (typeof created !== 'number' || typeof id !== 'number' || typeof issued !== 'number') {
    throw invalidSearch(400, 'Invalid cursor');
  }
  if (world.realNow() - issued > cursorLife) throw invalidSearch(400, 'Invalid cursor: it has expired');
  return { created, id, issued };
}
