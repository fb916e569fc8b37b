/**
 * Search over tickets (`type:ticket`, also without a type). The index lags behind writes. On accounts too big to sort
 * the newest `looked` tickets are searched, totals are estimated from a sample and exports come in order of id.
 */
import type { Ticket } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { type Call, type Family, ok } from './http.ts';
import { isCursorStyle, offsetPage } from './paging.ts';
import { exportTickets } from './searchExport.ts';
import { invalidSearch, looked, readQuery, resultOf } from './searchMatches.ts';
import type { Matches } from './searchQuery.ts';
import { sortable, statusRank, walk } from './ticketOrder.ts';
import { sideloads } from './ticketSideloads.ts';

/** Results one query gives, whatever it finds. */
const most = 1000;
/** Tickets of a big account a total is estimated from. */
const sampled = 10_000;

export const search: Family = [
  { method: 'GET', path: '/api/v2/search', allowed: 'agents', bucket: 'search', answer: searchTickets },
  { method: 'GET', path: '/api/v2/search/count', allowed: 'agents', bucket: 'search', answer: countFound },
  {
    method: 'GET',
    path: '/api/v2/search/export',
    allowed: 'agents',
    bucket: 'search-export',
    answer: exportTickets,
  },
];

function searchTickets(call: Call) {
  const { world, query, request } = call;
  if (isCursorStyle(query)) throw invalidSearch(400, 'page must be an integer');
  const url = new URL(request.url);
  const size = Math.min(100, Number(query.get('per_page') ?? 100));
  if (Number(query.get('page') ?? 1) * size > most) {
    throw invalidSearch(
      422,
      'Invalid search: Requested response size was greater than Search Response Limits',
    );
  }
  const isMatch = readQuery(call);
  const found = inAskedOrder(foundIn(world, isMatch), query).slice(0, most);
  const total = world.tickets.size > sortable ? countIn(world, isMatch) : foundCount(world, isMatch, found);
  const shown: Ticket[] = [];
  const page = offsetPage(url, { name: 'results', items: found, total, format: resultOf(world, shown) });
  const include = /tickets\(([^)]*)\)/.exec(query.get('include') ?? '')?.[1] ?? '';
  return ok({ ...page, facets: null, ...sideloads(world, shown, new URLSearchParams({ include })) });
}

/** Newest first; every match of an account that can be sorted, else the first thousand. */
function foundIn(world: World, isMatch: Matches): Ticket[] {
  const isSmall = world.tickets.size <= sortable;
  const found: Ticket[] = [];
  let left = isSmall ? Number.POSITIVE_INFINITY : looked;
  for (const ticket of walk(world, () => true, true)) {
    if (isMatch(ticket)) found.push(ticket);
    left -= 1;
    if (left <= 0 || (!isSmall && found.length >= most)) break;
  }
  return found;
}

const foundCount = (world: World, isMatch: Matches, found: Ticket[]) =>
  found.length < most ? found.length : countIn(world, isMatch);

const sortKeys: Record<string, (ticket: Ticket) => number> = {
  updated_at: (ticket) => ticket.updated_at,
  created_at: (ticket) => ticket.created_at,
  priority: (ticket) => ['low', 'normal', 'high', 'urgent'].indexOf(ticket.priority ?? ''),
  status: (ticket) => statusRank.indexOf(ticket.status),
  ticket_type: (ticket) => ['question', 'incident', 'problem', 'task'].indexOf(ticket.type ?? ''),
};

/** `sort_by`, descending unless `sort_order=asc`; without it by age in place of Zendesk's relevance. */
function inAskedOrder(found: Ticket[], query: URLSearchParams): Ticket[] {
  const keyOf = sortKeys[query.get('sort_by') ?? 'created_at'] ?? ((ticket: Ticket) => ticket.created_at);
  const sign = query.get('sort_order') === 'asc' ? 1 : -1;
  return found.sort((a, b) => sign * (keyOf(a) - keyOf(b)) || sign * (a.id - b.id));
}

function countFound(call: Call) {
  return ok({ count: countIn(call.world, readQuery(call)) });
}

/** Exact on accounts that can be sorted, else scaled up from an even sample. */
function countIn(world: World, isMatch: Matches): number {
  const { size } = world.tickets;
  const step = size > sortable ? Math.floor(size / sampled) : 1;
  let hits = 0;
  let index = 0;
  for (const id of world.tickets.keys()) {
    index += 1;
    if (index % step !== 0) continue;
    const ticket = world.tickets.get(id);
    if (ticket && isMatch(ticket)) hits += 1;
  }
  return hits * step;
}
