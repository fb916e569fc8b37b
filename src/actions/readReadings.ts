/** What every place says of many tickets at once, for whoever records them in bulk. */
import type { Feedback } from '../care/feedback.ts';
import { keyOfTicket } from '../care/feedback.ts';
import { nothingSeen, type Observation } from '../care/observation.ts';
import { isNative, type SourceId } from '../care/rating.ts';
import { newsIn } from '../care/sighting.ts';
import type { Outside } from '../zendesk/outside.ts';
import type { Priority } from '../zendesk/scheduler.ts';
import { sources } from '../zendesk/sources/index.ts';
import type { Reading } from '../zendesk/sources/source.ts';
import { type Ticket, ticketStateOf } from '../zendesk/tickets.ts';
import { type Looked, observationOf, seenTicket } from './observe.ts';
import type { Observed } from './recordMany.ts';

export type TicketReadings = ReadonlyMap<SourceId, Reading>;

export interface ReadingsOptions {
  /** Places not asked. Notes never are: they cost a call a ticket. */
  without?: readonly SourceId[];
  priority?: Priority;
  onBroken?: (count: number) => void;
}

/** By ticket id. Survey answers cost one call for 50 tickets, the other places none. Throws `Failure`. */
export async function readReadings(
  app: Outside,
  tickets: readonly Ticket[],
  { without = [], priority = 'background', onBroken }: ReadingsOptions = {},
): Promise<Map<string, TicketReadings>> {
  const { zendesk, user, configuration } = app;
  const context = { http: zendesk.http, user, configuration, priority, onBroken };
  const asked = sources.filter(({ id }) => id !== 'ticket_comment' && !without.includes(id));
  const read = await Promise.all(
    asked.map(async (source) => ({ id: source.id, readings: await source.read(context, tickets) })),
  );
  return new Map(
    tickets.map((ticket) => {
      const own = new Map<SourceId, Reading>();
      for (const { id, readings } of read) {
        const reading = readings.get(ticket.id);
        if (reading) own.set(id, reading);
      }
      return [ticket.id, own];
    }),
  );
}

/** A ticket with all that was read of it. */
export const observedTicket = (ticket: Ticket, readings: TicketReadings, looked: Looked = {}): Observed => ({
  key: keyOfTicket(ticket.id),
  ticketId: ticket.status === 'deleted' ? null : ticket.id,
  requesterId: ticket.requester_id,
  observe: (state) => observationOf(state, seenTicket(ticket), readings, looked),
});

/** Admins see every ticket there is: one that does not come is deleted. Its answers stay true. */
export const observedGone = (
  ticketId: string,
  requesterId: string | null,
  readings: TicketReadings,
): Observed => ({
  key: keyOfTicket(ticketId),
  ticketId: null,
  requesterId,
  observe: (state) => ({
    ...observationOf(state, null, readings),
    ticket: { state: 'deleted', into: null },
  }),
});

/**
 * The same, but a rating nobody can date yet is left to whoever reads the ticket's history: a wrong due time would
 * stand for ever. `onUndated` hears of those.
 */
export function observedDated(
  ticket: Ticket,
  readings: TicketReadings,
  onUndated: (ticketId: string) => void,
): Observed {
  const observe = (state: Feedback): Observation => {
    const seen = observationOf(state, seenTicket(ticket), readings, {});
    const news = newsIn(state, seen.sighting)?.body.ratings ?? [];
    if (!news.some((rating) => isNative(rating) && rating.answeredAt === null)) return seen;
    onUndated(ticket.id);
    return { ...nothingSeen, ticket: seen.ticket };
  };
  return { ...observedTicket(ticket, readings), observe };
}

/** Does any place have a rating for it? */
export const isRated = (readings: TicketReadings): boolean =>
  [...readings.values()].some(({ ratings }) => ratings.length > 0);

/** Is it no ordinary ticket any more? */
export const isGone = (ticket: Ticket): boolean => ticketStateOf(ticket) !== 'present';
