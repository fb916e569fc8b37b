/** Tickets with a good or bad, by search: those changed since a day. Its index lags by minutes. */
import * as v from 'valibot';
import { type ExportedTickets, exportTickets } from './exportedTickets.ts';
import type { Http } from './http.ts';

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

/** Pages of a hundred in order of creation, in the background. `since` in epoch milliseconds. Throws `Failure`. */
export const readRatedTickets = (http: Http, since: number): AsyncGenerator<ExportedTickets> =>
  exportTickets(http, queryOf(since));
