/** Tickets whose rating is bad, by search: open to every agent, as far as they may see the tickets. */
import { exportTickets } from './exportedTickets.ts';
import type { Http } from './http.ts';
import type { Ticket } from './tickets.ts';

/** Pages read at most: a lead's page is not the place for more. */
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
  let pages = 0;
  for await (const { tickets, broken, isLast } of exportTickets(http, query)) {
    found.tickets.push(...tickets);
    found.broken += broken;
    pages += 1;
    if (!isLast && pages >= mostPages) return { ...found, isCut: true };
  }
  return found;
}
