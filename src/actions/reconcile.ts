/** Without an admin's sync: bad ratings nobody has recorded, found by search. Open to every agent. */
import { asFailure, type Failure } from '../care/failure.ts';
import { emptyFeedback, keyOfTicket } from '../care/feedback.ts';
import { newsIn } from '../care/sighting.ts';
import { readBadTickets } from '../zendesk/badTickets.ts';
import type { Http } from '../zendesk/http.ts';
import { readStates } from '../zendesk/ledgers.ts';
import type { Outside } from '../zendesk/outside.ts';
import { readTicketHistory } from '../zendesk/ticketHistory.ts';
import type { Ticket } from '../zendesk/tickets.ts';
import { observationOf, seenTicket } from './observe.ts';
import { observedTicket, readReadings, type TicketReadings } from './readReadings.ts';
import { mostObserved, type Observed, recordMany } from './recordMany.ts';

export interface Reconciled {
  /** Bad ratings recorded that nobody had. */
  found: number;
  /** Tickets changed since were looked at, epoch milliseconds. */
  since: number;
  /** Epoch milliseconds. */
  asOf: number;
  /** What could not be looked at; the rest was. */
  missed?: Failure;
}

const day = 86_400_000;
/**
 * Days of change looked at: later the customer cannot change a rating any more. Where there is more than one look
 * reads, the newest matter most, and Zendesk gives the oldest first.
 */
const reaches = [28, 7, 1];
/** Histories read in one look, a call each; the rest waits for the next look. */
const mostHistories = 40;

/**
 * One call for a hundred bad tickets and one for their states; where something is new, one each for its history and
 * two jobs. Throws `Failure` when nothing could be looked at.
 */
export async function reconcileBad(app: Outside): Promise<Reconciled> {
  const { http } = app.zendesk;
  const { tickets, since } = await readNewest(http, app.now());
  const readings = await readReadings(app, tickets, { without: ['survey_responses'] });
  const unknown = await unknownOf(app, tickets, readings);
  const { observed, missed } = await withHistories(app, unknown.slice(0, mostHistories), readings);
  const recorded =
    observed.length > 0 ? await recordMany(app, observed, { isFresh: false, place: null }) : null;
  return {
    found: recorded?.changed.length ?? 0,
    since,
    asOf: app.now(),
    ...(missed && { missed }),
  };
}

async function readNewest(http: Http, now: number): Promise<{ tickets: Ticket[]; since: number }> {
  for (const days of reaches) {
    const since = now - days * day;
    const { tickets, isCut } = await readBadTickets(http, since);
    if (!isCut || days === reaches.at(-1)) return { tickets, since };
  }
  return { tickets: [], since: now };
}

const readingsOf = (readings: ReadonlyMap<string, TicketReadings>, { id }: Ticket): TicketReadings =>
  readings.get(id) ?? new Map();

async function unknownOf(
  app: Outside,
  tickets: readonly Ticket[],
  readings: ReadonlyMap<string, TicketReadings>,
): Promise<Ticket[]> {
  const keys = tickets.map(({ id }) => keyOfTicket(id));
  const states = await readStates(app.zendesk.http, keys, 'background');
  return tickets.filter((ticket) => {
    const key = keyOfTicket(ticket.id);
    const state = states.get(key) ?? emptyFeedback(key);
    const { sighting } = observationOf(state, seenTicket(ticket), readingsOf(readings, ticket));
    return newsIn(state, sighting) !== null;
  });
}

/** A rating whose history cannot be read now waits: a wrong due time would stand for ever. */
async function withHistories(
  app: Outside,
  tickets: readonly Ticket[],
  readings: ReadonlyMap<string, TicketReadings>,
): Promise<{ observed: Observed[]; missed: Failure | null }> {
  const observed: Observed[] = [];
  let missed: Failure | null = null;
  for (const ticket of tickets.slice(0, mostObserved)) {
    const isCustomer = (userId: string) => userId === ticket.requester_id;
    try {
      const options = { isCustomer, priority: 'background' as const };
      const changes = await readTicketHistory(app.zendesk.http, ticket.id, options);
      observed.push(observedTicket(ticket, readingsOf(readings, ticket), { changes }));
    } catch (cause) {
      missed = asFailure(cause);
      // What holds for the account holds for the next ticket too.
      if (!['forbidden', 'notFound', 'unexpected'].includes(missed.kind)) break;
    }
  }
  return { observed, missed };
}
