/** Tickets whose rating is bad, by search: open to every agent, as far as they may see the tickets. */
import * as v from 'valibot';
import { validOf } from './fields.ts';
import type { Http } from './http.ts';
import { type Ticket, ticketSchema } from './tickets.ts';

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

/** Tickets read at most: a lead's page is not the place for more. */
const mostPages = 10;

export interface BadTickets {
  tickets: Ticket[];
  broken: number;
  /** There were more, and the oldest come first: ask for a shorter time. */
  isCut: boolean;
}

/** Changed since, epoch milliseconds, to the day. A hundred a call; its index lags by minutes. Throws `Failure`. */
export async function readBadTickets(http: Http, since: number): Promise<BadTickets> {
  const query = `satisfaction:bad updated>=${new Date(since).toISOString().slice(0, 10)}`;
  const found: BadTickets = { tickets: [], broken: 0, isCut: false };
  let after: string | null = null;
  for (let number = 0; number < mostPages; number += 1) {
    const params = {
      query,
      'filter[type]': 'ticket',
      'page[size]': 100,
      ...(after && { 'page[after]': after }),
    };
    const answer: v.InferOutput<typeof page> = await http.get('/api/v2/search/export.json', page, {
      params,
      priority: 'background',
    });
    const { valid, broken } = validOf(ticketSchema, answer.results);
    found.tickets.push(...valid);
    found.broken += broken;
    if (!answer.meta.has_more || answer.meta.after_cursor === null) return found;
    after = answer.meta.after_cursor;
  }
  return { ...found, isCut: true };
}
