/** What customers wrote beside bad ratings, read live from their tickets and masked: kept nowhere. */
import type { App } from '../app.ts';
import { ticketOfKey } from '../care/feedback.ts';
import type { Verbatim } from '../care/issues/pack.ts';
import { mostVerbatims, verbatimOf } from '../care/issues/verbatim.ts';
import { readTickets, type Ticket } from '../zendesk/tickets.ts';
import { readNames } from '../zendesk/users.ts';

/** Tickets looked through for each list. */
const mostTickets = 100;

/**
 * For each list of keys, newest first: the first comments of ratings that are bad now, one a customer, and no
 * two that say the same. Only tickets the
 * reader may see, and only of customers whose name can be read, else it could not be cut out. A call a hundred tickets,
 * and one a hundred people. Throws `Failure`.
 */
export async function readVerbatims(app: App, lists: readonly (readonly string[])[]): Promise<Verbatim[][]> {
  const { http } = app.zendesk;
  const wanted = lists.map((keys) => keys.flatMap((key) => ticketOfKey(key) ?? []).slice(0, mostTickets));
  const tickets = await readTickets(http, wanted.flat(), 'background');
  const said = new Map(tickets.filter(hasComplaint).map((ticket) => [ticket.id, ticket]));
  const people = [...said.values()].flatMap(({ requester_id: customer, assignee_id: agent }) => [
    customer,
    agent,
  ]);
  const ids = [...new Set(people.flatMap((id) => id ?? []))];
  const names = ids.length === 0 ? {} : await readNames(http, ids);
  return wanted.map((own) =>
    chosen(
      own.flatMap((id) => said.get(id) ?? []),
      names,
    ),
  );
}

const hasComplaint = ({ satisfaction_rating: rating }: Ticket) =>
  rating?.score === 'bad' && (rating.comment ?? '').trim() !== '';

function chosen(tickets: readonly Ticket[], names: Record<string, string | undefined>): Verbatim[] {
  const found: Verbatim[] = [];
  const customers = new Set<string>();
  const all = Object.values(names).flatMap((name) => name ?? []);
  for (const { id, requester_id: customer, satisfaction_rating: rating } of tickets) {
    if (found.length === mostVerbatims) break;
    if (customer === null || !names[customer] || customers.has(customer)) continue;
    const text = verbatimOf(rating?.comment ?? '', all);
    if (text === null || found.some((other) => other.text === text)) continue;
    customers.add(customer);
    found.push({ text, key: `ticket:${id}` });
  }
  return found;
}
