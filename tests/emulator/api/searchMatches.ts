/** What search and its export share: the query, the index, the rows. */
import { indexedTickets } from '../world/changeTicket.ts';
import type { Ticket } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { canSee } from './access.ts';
import { type Call, Refusal } from './http.ts';
import { compile, type Matches, parseQuery } from './searchQuery.ts';
import { formatTicket } from './tickets.format.ts';

/** Tickets of a big account looked at by one call. */
export const looked = 100_000;
/** Search's own refusal. */
export const invalidSearch = (status: number, description: string) =>
  new Refusal(status, { error: 'invalid', description });

/** The test a call's `query` stands for, over what the index knows and the caller may see. */
export function readQuery({ world, caller, query }: Call): Matches {
  const text = query.get('query')?.trim() ?? '';
  if (text === '') throw invalidSearch(422, 'Invalid search: query is missing');
  const terms = parseQuery(text);
  const isElsewhere = terms.some((term) => term.key === 'type' && term.value !== 'ticket');
  if (isElsewhere) throw invalidSearch(422, 'Invalid search: this emulator searches tickets only');
  const matches = compile(world, caller, terms);
  return (ticket) => {
    const indexed = indexedTickets.seen(world, ticket.id, ticket);
    return indexed !== null && canSee(world, caller, ticket) && matches(indexed);
  };
}

/** Formats results, and keeps the tickets in `shown`. */
export const resultOf = (world: World, shown: Ticket[]) => (ticket: Ticket) => {
  shown.push(ticket);
  return { ...formatTicket(world, ticket), result_type: 'ticket' };
};
