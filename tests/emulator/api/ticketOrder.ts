/** Lists of tickets in the order a caller asks for, lazily where the account is too big to sort. */
import type { Ticket } from '../world/entities.ts';
import type { World } from '../world/world.ts';

/** Accounts of up to this many tickets are sorted; bigger ones keep the order of ids. */
export const sortable = 20_000;

/** Statuses in the order Zendesk sorts them by. */
export const statusRank = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];

const keys: Record<string, (ticket: Ticket) => number> = {
  updated_at: (ticket) => ticket.updated_at,
  created_at: (ticket) => ticket.created_at,
  status: (ticket) => statusRank.indexOf(ticket.status),
};

/** `sort=[-]updated_at|id|status` (cursors) or `sort_by` with `sort_order` (offsets); by id unless asked. */
export function inOrder(
  world: World,
  query: URLSearchParams,
  isListed: (ticket: Ticket) => boolean,
  most = Number.POSITIVE_INFINITY,
): Iterable<Ticket> {
  const isMixed = query.has('page[size]') && query.has('page');
  const asked = isMixed ? 'id' : (query.get('sort') ?? offsetSort(query));
  const isDown = asked.startsWith('-');
  const keyOf = keys[asked.replace(/^-/, '')];
  const lazy = walk(world, isListed, isDown, most);
  if (!keyOf || world.tickets.size > sortable) return lazy;
  const sign = isDown ? -1 : 1;
  return [...lazy].sort((a, b) => sign * (keyOf(a) - keyOf(b)) || a.id - b.id);
}

function offsetSort(query: URLSearchParams): string {
  const by = query.get('sort_by') ?? 'id';
  return query.get('sort_order') === 'desc' ? `-${by}` : by;
}

/** Ascending or descending by id; entities are made one at a time. */
export function* walk(
  world: World,
  isListed: (ticket: Ticket) => boolean,
  isDown = false,
  most = Number.POSITIVE_INFINITY,
): IterableIterator<Ticket> {
  let count = 0;
  for (const id of world.tickets.keys(isDown)) {
    const ticket = world.tickets.get(id);
    if (!ticket || !isListed(ticket)) continue;
    yield ticket;
    count += 1;
    if (count >= most) return;
  }
}

/** How many a list holds; on accounts too big to sort all there are, as Zendesk's cached counts are no closer. */
export function totalOf(world: World, isListed: (ticket: Ticket) => boolean): number {
  if (world.tickets.size > sortable) return world.tickets.size;
  let total = 0;
  for (const _ of walk(world, isListed)) total += 1;
  return total;
}
