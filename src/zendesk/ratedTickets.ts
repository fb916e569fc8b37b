/** Tickets with a good or bad, by search: those changed since a day. Its index lags by minutes. */
import * as v from 'valibot';
import { validOf } from './fields.ts';
import type { Http } from './http.ts';
import { type Ticket, ticketSchema } from './tickets.ts';

/** Search joins a repeated key by *or*, and names ratings with a comment apart. To the day, in UTC. */
const queryOf = (since: number) =>
  [
    ...['good', 'goodwithcomment', 'bad', 'badwithcomment'].map((rating) => `satisfaction:${rating}`),
    `updated>=${new Date(since).toISOString().slice(0, 10)}`,
  ].join(' ');

/** How many there are, in one call. `since` in epoch milliseconds. Throws `Failure`. */
export async function countRatedTickets(http: Http, since: number): Promise<number> {
  const params = { query: `type:ticket ${queryOf(since)}` };
  const { count } = await http.get('/api/v2/search/count.json', v.object({ count: v.number() }), { params });
  return count;
}

const page = v.object({
  results: v.array(v.unknown()),
  meta: v.optional(
    v.object({
      has_more: v.optional(v.boolean(), false),
      after_cursor: v.optional(v.nullable(v.string()), null),
    }),
    { has_more: false, after_cursor: null },
  ),
});

export interface RatedTickets {
  tickets: Ticket[];
  /** Rows that could not be read. */
  broken: number;
}

/** Pages of a hundred in order of creation, in the background. `since` in epoch milliseconds. Throws `Failure`. */
export async function* readRatedTickets(http: Http, since: number): AsyncGenerator<RatedTickets> {
  let after: string | null = null;
  do {
    const params = {
      query: queryOf(since),
      'filter[type]': 'ticket',
      'page[size]': 100,
      ...(after && { 'page[after]': after }),
    };
    const found: v.InferOutput<typeof page> = await http.get('/api/v2/search/export.json', page, {
      params,
      priority: 'background',
    });
    const { valid, broken } = validOf(ticketSchema, found.results);
    yield { tickets: valid, broken };
    const next = found.meta.has_more ? found.meta.after_cursor : null;
    after = next === after ? null : next;
  } while (after !== null);
}
