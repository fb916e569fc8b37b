/** Whose feedback it is, and when it was given where only the ticket's history tells: from audits or from events. */

import { asFailure } from '../care/failure.ts';
import type { TicketChange } from '../care/replay.ts';
import { exportDelay } from '../zendesk/incremental.ts';
import type { Outside } from '../zendesk/outside.ts';
import { readTicketHistory } from '../zendesk/ticketHistory.ts';
import { readTickets, type Ticket } from '../zendesk/tickets.ts';
import { readUsers } from '../zendesk/users.ts';
import { createChains } from './chains.ts';
import { domainOf } from './readKnownDomain.ts';
import { observedTicket, readReadings, type TicketReadings } from './readReadings.ts';
import { mostObserved, type Recorded, recordMany } from './recordMany.ts';

/** Audits of so many tickets are read one by one; of more, the account's events are read once. */
const few = 20;
/** A round takes so many tickets of those that wait. */
export const mostAttributed = mostObserved;
/** Events are read back to a ticket's beginning, but no further than this, milliseconds. */
const longestReach = 60 * 86_400_000;

export interface AttributeOptions {
  /** Mail domains known for their scanners; empty asks nobody's address. */
  knownDomains?: ReadonlySet<string>;
}

/**
 * Up to 99 tickets, once each. Tickets that are gone are left out. Throws `Failure`; then nothing of this round is
 * lost but the calls.
 */
export async function attributeRatings(
  app: Outside,
  ticketIds: readonly string[],
  { knownDomains = new Set() }: AttributeOptions = {},
): Promise<Recorded> {
  const tickets = await readTickets(app.zendesk.http, ticketIds.slice(0, mostAttributed), 'background');
  const readings = await readReadings(app, tickets);
  const changes = await readChanges(app, tickets);
  const suspects = knownDomains.size > 0 ? await readSuspects(app, tickets, readings, knownDomains) : null;
  const observed = tickets.map((ticket) => {
    const own = changes.get(ticket.id) ?? [];
    // A rating whose history cannot be had is recorded all the same: undated is better than lost.
    const looked = { changes: own.length > 0 ? own : null, isDomainKnown: suspects?.has(ticket.id) ?? false };
    return observedTicket(ticket, readings.get(ticket.id) ?? new Map(), looked);
  });
  return recordMany(app, observed, { isFresh: false, place: null });
}

async function readChanges(
  app: Outside,
  tickets: readonly Ticket[],
): Promise<Map<string, readonly TicketChange[]>> {
  return tickets.length <= few ? readAudits(app, tickets) : readEvents(app, tickets);
}

async function readAudits(app: Outside, tickets: readonly Ticket[]) {
  const changes = new Map<string, readonly TicketChange[]>();
  for (const ticket of tickets) {
    const isCustomer = (userId: string) => userId === ticket.requester_id;
    const options = { isCustomer, priority: 'background' as const };
    const own = await readTicketHistory(app.zendesk.http, ticket.id, options).catch((cause: unknown) => {
      const failure = asFailure(cause);
      if (failure.kind === 'forbidden' || failure.kind === 'notFound' || failure.kind === 'unexpected')
        return [];
      throw failure;
    });
    changes.set(ticket.id, own);
  }
  return changes;
}

async function readEvents(app: Outside, tickets: readonly Ticket[]) {
  const until = app.now() - exportDelay;
  const begun = tickets.map(({ created_at }) => created_at ?? until);
  const chains = createChains(app, Math.max(Math.min(until, ...begun) - 1000, until - longestReach));
  await chains.readUntil(until);
  return new Map(tickets.map(({ id }) => [id, chains.of(id)]));
}

/** Tickets rated bad, without a word, by somebody whose mail domain is known for it. One call a hundred people. */
async function readSuspects(
  app: Outside,
  tickets: readonly Ticket[],
  readings: ReadonlyMap<string, TicketReadings>,
  knownDomains: ReadonlySet<string>,
): Promise<Set<string>> {
  const isWordlessBad = ({ id, satisfaction_rating: rating }: Ticket) =>
    rating?.score === 'bad' && [...(readings.get(id)?.values() ?? [])].every(({ comment }) => !comment);
  const doubtful = tickets.filter(isWordlessBad);
  const people = await readUsers(
    app.zendesk.http,
    doubtful.flatMap(({ requester_id }) => requester_id ?? []),
  );
  const domains = new Map(people.map(({ id, email }) => [id, domainOf(email)]));
  const isSuspect = ({ requester_id }: Ticket) => knownDomains.has(domains.get(requester_id ?? '') ?? '');
  return new Set(doubtful.filter(isSuspect).map(({ id }) => id));
}
