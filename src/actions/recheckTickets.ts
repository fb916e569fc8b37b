/** Tickets that show no rating: only the ledger knows whether there was one before. */
import { isCounted, keyOfTicket } from '../care/feedback.ts';
import { isNative } from '../care/rating.ts';
import { readStates } from '../zendesk/ledgers.ts';
import type { Outside } from '../zendesk/outside.ts';
import { readTickets, type Ticket } from '../zendesk/tickets.ts';
import type { TicketReadings } from './readReadings.ts';
import { createTicketQueue, type QueueOptions } from './ticketQueue.ts';

/** A survey that is open again, or a place that is empty on a ticket that was finished. */
export function mayHaveLost(ticket: Ticket, readings: TicketReadings): boolean {
  if (ticket.satisfaction_rating?.score === 'offered') return true;
  const isFinished = ticket.status === 'solved' || ticket.status === 'closed';
  return (
    isFinished && [...readings].some(([id, { absent }]) => !isNative({ source: id }) && absent.length > 0)
  );
}

/** One call for a hundred; those with a rating in the ledger are read again whole. Throws `Failure`. */
export async function recheckTickets(
  app: Outside,
  ticketIds: readonly string[],
  hooks: Pick<QueueOptions, 'onUndated' | 'onBroken' | 'onRecorded'>,
): Promise<void> {
  const { http } = app.zendesk;
  const states = await readStates(http, ticketIds.map(keyOfTicket), 'background');
  const known = [...states.values()].filter((state) => state.revisions.length > 0 && isCounted(state));
  const keys = new Set(known.map(({ key }) => key));
  const suspects = ticketIds.filter((id) => keys.has(keyOfTicket(id)));
  if (suspects.length === 0) return;
  const tickets = await readTickets(http, suspects, 'background');
  const queue = createTicketQueue(app, { ...hooks, isEveryTicket: true, placeAt: null });
  await queue.add(tickets, 0);
  await queue.flushAll(0);
}
