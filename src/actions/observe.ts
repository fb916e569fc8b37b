/** From what sources and the ticket's history say to what the rules judge: one observation of one feedback. */
import type { Attribution } from '../care/attribution.ts';
import type { Feedback } from '../care/feedback.ts';
import { latest } from '../care/feedback.ts';
import type { TicketState } from '../care/ledger.ts';
import type { Observation } from '../care/observation.ts';
import { isNative, type Metric, metrics, type Rating, type SourceId, sourceOrder } from '../care/rating.ts';
import { attribute, type TicketChange } from '../care/replay.ts';
import { current, newsIn, type Sighting } from '../care/sighting.ts';
import { customerIdsOf } from '../zendesk/customers.ts';
import type { Reading } from '../zendesk/sources/source.ts';
import { answeredAtIn } from '../zendesk/ticketHistory.ts';
import { type Ticket, ticketStateOf } from '../zendesk/tickets.ts';

export interface SeenTicket {
  assigneeId: string | null;
  /** Whose public comments are no replies. */
  customerIds?: readonly string[];
  state: TicketState;
}

type Named = Pick<Ticket, 'requester_id' | 'assignee_id' | 'email_cc_ids' | 'status' | 'tags'>;

export const seenTicket = (ticket: Named): SeenTicket => ({
  assigneeId: ticket.assignee_id,
  customerIds: customerIdsOf(ticket),
  state: ticketStateOf(ticket),
});

export interface Looked {
  /** What happened to the ticket, oldest first; `null` where nobody read it. */
  changes?: readonly TicketChange[] | null;
  /** Did people call earlier answers from the customer's mail domain a scanner's? */
  isDomainKnown?: boolean;
  /** Of a conversation's feedback: the ticket its survey names now. */
  linkedTo?: string | null;
  /** Of a ticket: the feedback of the conversation it was known as before. */
  inherits?: Feedback | null;
}

/** `ticket` is `null` for a conversation. `known` is the state it will be judged in. */
export function observationOf(
  known: Feedback,
  ticket: SeenTicket | null,
  readings: ReadonlyMap<SourceId, Reading>,
  { changes = null, isDomainKnown = false, linkedTo = null, inherits = null }: Looked = {},
): Observation {
  const inOrder = sourceOrder.flatMap((id) => readings.get(id) ?? []);
  const sighting = sightingOf(inOrder, changes ?? []);
  return {
    sighting,
    removed: removedIn(known, sighting, readings),
    evidence: evidenceIn(inOrder, changes ?? [], isDomainKnown),
    attribution: changes && attributionBy(known, sighting, changes, ticket?.customerIds ?? []),
    ...(ticket && { assigneeId: ticket.assigneeId }),
    ticket: ticket && { state: ticket.state, into: mergedInto(ticket, changes ?? []) },
    linkedTo,
    inherits,
  };
}

/** All ratings, the most trusted first. The history dates what Zendesk's own good or bad leaves undated. */
export function sightingOf(readings: readonly Reading[], changes: readonly TicketChange[]): Sighting {
  const answeredAt = answeredAtIn(changes);
  const dated = (rating: Rating): Rating =>
    rating.answeredAt === null && isNative(rating) ? { ...rating, answeredAt } : rating;
  return {
    ratings: readings.flatMap(({ ratings }) => ratings.map(dated)),
    isAlreadyRevised:
      readings.some((reading) => reading.isAlreadyRevised) || answerTimesIn(changes).length > 1,
  };
}

/** Metrics whose last known rating came from a place that has none any more, and for which there is no other. */
function removedIn(known: Feedback, sighting: Sighting, readings: ReadonlyMap<SourceId, Reading>): Metric[] {
  const found = newsIn(known, sighting)?.body.ratings ?? [];
  return metrics.filter((metric) => {
    const rating = latest(known, metric);
    if (!rating || found.some((one) => one.metric === metric)) return false;
    // The list of good and bad ratings is made of what the tickets themselves say.
    const place = rating.source === 'legacy_ratings' ? 'ticket_rating' : rating.source;
    return readings.get(place as SourceId)?.absent.includes(metric) === true;
  });
}

function evidenceIn(
  readings: readonly Reading[],
  changes: readonly TicketChange[],
  isDomainKnown: boolean,
): Observation['evidence'] {
  if (!readings.some(({ ratings }) => ratings.some(({ metric }) => metric === 'csat'))) return null;
  const heard = answerTimesIn(changes);
  const told = distinct(readings.find(({ answerTimes }) => answerTimes.length > 0)?.answerTimes ?? []);
  const answerTimes = heard.length >= told.length ? heard : told;
  return {
    answerTimes,
    offeredAt: offeredAtIn(readings, changes, answerTimes.at(-1) ?? null),
    hasComment: readings.some(({ comment }) => comment !== null && comment.trim() !== ''),
    isDomainKnown,
  };
}

/** The offer before the last answer: a survey may be offered again. */
function offeredAtIn(
  readings: readonly Reading[],
  changes: readonly TicketChange[],
  answeredAt: number | null,
): number | null {
  const offers = changes.filter(
    ({ kind, at }) => kind === 'offered' && (answeredAt === null || at <= answeredAt),
  );
  return readings.find(({ offeredAt }) => offeredAt !== null)?.offeredAt ?? offers.at(-1)?.at ?? null;
}

/** Moments of the first answer and of each that turned good into bad or back: sending the same again is no other. */
function answerTimesIn(changes: readonly TicketChange[]): number[] {
  const times: number[] = [];
  let before: string | null = null;
  for (const change of changes) {
    if (change.kind !== 'rated') continue;
    const isTurned = before !== null && change.verdict !== null && change.verdict !== before;
    if (times.length === 0 || isTurned) times.push(change.at);
    before = change.verdict ?? before;
  }
  return times;
}

/** In order; an answer never changed has been made and changed at the same moment. */
const distinct = (times: readonly number[]) => [...new Set(times)].sort((a, b) => a - b);

function attributionBy(
  known: Feedback,
  sighting: Sighting,
  changes: readonly TicketChange[],
  customerIds: readonly string[],
): Attribution | null {
  const rating = current(known, sighting, 'csat') ?? current(known, sighting, 'ces');
  if (!rating) return null;
  const at = rating.answeredAt ?? (isNative(rating) ? answeredAtIn(changes) : null);
  return at === null ? null : attribute(changes, at, customerIds);
}

function mergedInto({ state }: SeenTicket, changes: readonly TicketChange[]): string | null {
  if (state !== 'merged') return null;
  return changes.findLast((change) => change.kind === 'merged')?.into ?? null;
}
