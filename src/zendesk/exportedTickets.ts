/** Tickets by `search/export`: no end of results, in order of creation, open to every agent as far as they may see. */
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

export interface ExportedTickets {
  tickets: Ticket[];
  /** Rows that could not be read. */
  broken: number;
  isLast: boolean;
}

/** A hundred a call, in the background, for as long as somebody asks; the index lags by minutes. Throws `Failure`. */
export async function* exportTickets(http: Http, query: string): AsyncGenerator<ExportedTickets> {
  let after: string | null = null;
  do {
    const params = {
      query,
      'filter[type]': 'ticket',
      'page[size]': 100,
      ...(after && { 'page[after]': after }),
    };
    const found: v.InferOutput<typeof page> = await http.get('/api/v2/search/export.json', page, {
      params,
      priority: 'background',
    });
    const { valid, broken } = validOf(ticketSchema, found.results);
    const next = found.meta.has_more ? found.meta.after_cursor : null;
    after = next === after ? null : next;
    yield { tickets: valid, broken, isLast: after === null };
  } while (after !== null);
}
