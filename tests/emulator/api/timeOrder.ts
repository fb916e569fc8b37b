/**
 * Tickets and their audits in order of time, from any instant on, without reading the account from its beginning:
 * stored ones are sorted once until one changes, made ones ascend with their number.
 */
import type { Ticket } from '../world/entities.ts';
import type { MadeHistory, Moment, World } from '../world/world.ts';

export interface Place {
  /** Epoch milliseconds. */
  at: number;
  id: number;
}

export interface TicketMoment extends Place {
  ticketId: number;
}

/** Tickets by their last change of any kind, those after `after`. */
export const ticketsInTime = (world: World, after: Place): Iterable<TicketMoment> =>
  inTime(world, 'tickets', after);

/** Audits of all tickets, those after `after`. */
export const auditsInTime = (world: World, after: Place): Iterable<TicketMoment> =>
  inTime(world, 'audits', after);

type What = 'tickets' | 'audits';

const ofTicket: Record<What, (ticket: Ticket) => TicketMoment[]> = {
  tickets: ({ id, generated_at }) => [{ at: generated_at, id, ticketId: id }],
  audits: ({ id, audits }) => audits.map((audit) => ({ at: audit.created_at, id: audit.id, ticketId: id })),
};

const ofMoments: Record<What, (ticketId: number, moments: Moment[]) => TicketMoment[]> = {
  tickets: (ticketId, moments) => [{ at: moments.at(-1)?.at ?? 0, id: ticketId, ticketId }],
  audits: (ticketId, moments) => moments.map(({ at, id }) => ({ at, id, ticketId })),
};

const compare = (a: Place, b: Place): number => a.at - b.at || a.id - b.id;

function* inTime(world: World, what: What, after: Place): IterableIterator<TicketMoment> {
  const stored = storedInTime(world, what);
  let next = firstBeyond(stored, after);
  for (const made of madeInTime(world, what, after)) {
    for (; next < stored.length; next += 1) {
      const one = stored[next];
      if (!one || compare(one, made) > 0) break;
      yield one;
    }
    yield made;
  }
  yield* stored.slice(next);
}

interface Sorted {
  version: number;
  rows: TicketMoment[];
}
const sorted = new WeakMap<World, Partial<Record<What, Sorted>>>();

function storedInTime(world: World, what: What): TicketMoment[] {
  const known = sorted.get(world) ?? {};
  sorted.set(world, known);
  const { version } = world.tickets;
  const kept = known[what];
  if (kept?.version === version) return kept.rows;
  const rows = [...world.tickets.stored()].flatMap(ofTicket[what]).sort(compare);
  known[what] = { version, rows };
  return rows;
}

/** The index of the first row after a place. */
export function firstBeyond(rows: readonly Place[], after: Place): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row && compare(row, after) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first made ticket that can have changed at or after an instant; the number of all if none can. */
export function firstChangedSince(made: MadeHistory, at: number): number {
  let [low, high] = [0, made.size];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (made.createdAt(middle) + made.span >= at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A ticket's moments wait until no later ticket can have an earlier one. */
function* madeInTime(world: World, what: What, after: Place): IterableIterator<TicketMoment> {
  const { made } = world;
  if (!made) return;
  const waiting = new Heap();
  for (let index = firstChangedSince(made, after.at); index < made.size; index += 1) {
    const created = made.createdAt(index);
    for (let first = waiting.first(); first && first.at < created; first = waiting.first()) {
      waiting.take();
      yield first;
    }
    const ticketId = made.ticketId(index);
    if (!world.tickets.isMade(ticketId)) continue;
    for (const row of ofMoments[what](ticketId, made.moments(index))) {
      if (compare(row, after) > 0) waiting.add(row);
    }
  }
  for (let first = waiting.take(); first; first = waiting.take()) yield first;
}

/** A binary heap, the earliest on top. */
class Heap {
  #rows: TicketMoment[] = [];

  first(): TicketMoment | undefined {
    return this.#rows[0];
  }

  add(row: TicketMoment): void {
    const rows = this.#rows;
    let place = rows.push(row) - 1;
    while (place > 0) {
      const above = (place - 1) >>> 1;
      const parent = rows[above];
      if (!parent || compare(parent, row) <= 0) break;
      rows[place] = parent;
      place = above;
    }
    rows[place] = row;
  }

  take(): TicketMoment | undefined {
    const rows = this.#rows;
    const first = rows[0];
    const last = rows.pop();
    if (!first || !last || rows.length === 0) return first;
    let place = 0;
    for (let below = 1; below < rows.length; below = place * 2 + 1) {
      const [left, right] = [rows[below], rows[below + 1]];
      const isRight = left && right && compare(right, left) < 0;
      const child = isRight ? right : left;
      if (!child || compare(last, child) <= 0) break;
      rows[place] = child;
      place = isRight ? below + 1 : below;
    }
    rows[place] = last;
    return first;
  }
}
