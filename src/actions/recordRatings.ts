/** A page of the older CSAT's good and bad: into the ledger, and with the mere offers into the coverage. */
import { monthOf } from '../care/coverage.ts';
import { keyOfTicket } from '../care/feedback.ts';
import { type LegacyRating, readingOfLegacy } from '../zendesk/legacyRatings.ts';
import type { Outside } from '../zendesk/outside.ts';
import { readTickets, type Ticket } from '../zendesk/tickets.ts';
import { observedTicket, readReadings } from './readReadings.ts';
import {
  type CountedSurvey,
  type RecordedSurveys,
  type RecordSurveysOptions,
  recordCounted,
} from './recordCounted.ts';
import type { Observed, Recorded } from './recordMany.ts';

const isAnswer = ({ score }: LegacyRating) => score === 'good' || score === 'bad';

/** Like `recordSurveys`, of at most a hundred ratings. Throws `Failure`. */
export async function recordRatings(
  app: Outside,
  ratings: readonly LegacyRating[],
  options: RecordSurveysOptions,
): Promise<RecordedSurveys> {
  // An offer may be listed beside the answer it led to.
  const inOrder = [...ratings].sort((a, b) => a.updated_at - b.updated_at);
  const newest = new Map(inOrder.map((rating) => [rating.ticket_id, rating]));
  const found = await readTickets(app.zendesk.http, [...newest.keys()], 'background');
  const tickets = new Map(found.map((ticket) => [ticket.id, ticket]));
  const observed = await observedRatings(app, newest, tickets, options);
  return recordCounted(app, observed, options, {
    countedIn: (feedbacks) => [...newest.values()].map((rating) => countedOf(rating, tickets, feedbacks)),
    broken: [],
  });
}

async function observedRatings(
  app: Outside,
  newest: ReadonlyMap<string, LegacyRating>,
  tickets: ReadonlyMap<string, Ticket>,
  options: RecordSurveysOptions,
): Promise<Observed[]> {
  const rated = [...tickets.values()].filter(({ id }) => {
    const own = newest.get(id);
    return own !== undefined && isAnswer(own);
  });
  if (rated.length === 0) return [];
  const plain = await readReadings(app, rated, { without: ['survey_responses'] });
  const chains = options.chains(Math.min(app.now(), ...rated.flatMap(({ created_at }) => created_at ?? [])));
  await chains?.readUntil(Math.max(0, ...rated.map(({ id }) => newest.get(id)?.updated_at ?? 0)));
  const observed = rated.map((ticket) => {
    const readings = new Map(plain.get(ticket.id));
    const own = newest.get(ticket.id);
    if (own) readings.set('legacy_ratings', readingOfLegacy(own));
    const changes = chains?.of(ticket.id) ?? [];
    return observedTicket(ticket, readings, changes.length > 0 ? { changes } : {});
  });
  chains?.forget(rated.map(({ id }) => id));
  return observed;
}

/** For the month the list dates it in. */
function countedOf(
  rating: LegacyRating,
  tickets: ReadonlyMap<string, Ticket>,
  feedbacks: Recorded['feedbacks'],
): CountedSurvey {
  const ticket = tickets.get(rating.ticket_id);
  const isAnswered = isAnswer(rating);
  return {
    month: monthOf(rating.created_at),
    groupId: ticket ? ticket.group_id : rating.group_id,
    isAnswered,
    isOpen: !isAnswered && rating.score === 'offered' && ticket !== undefined && ticket.status !== 'closed',
    feedback: isAnswered ? (feedbacks.get(keyOfTicket(rating.ticket_id)) ?? null) : null,
  };
}
