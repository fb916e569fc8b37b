/** What sources saw on a ticket, against what the ledger knows: which ratings are new? */
import { type Feedback, lastSeen, latest } from './feedback.ts';
import type { NewEvent } from './ledger.ts';
import { isNative, type Metric, metrics, type Rating, rankOf, verdictOf } from './rating.ts';

export interface Sighting {
  ratings: Rating[];
  /** The answer was changed before anyone saw it. */
  isAlreadyRevised: boolean;
}

type Rated = Extract<NewEvent, { kind: 'rated' }>;

/** A fact for what is new in the sighting, or `null`. */
export function newsIn(feedback: Feedback, sighting: Sighting): Rated | null {
  const ratings = metrics.flatMap((metric) => newRating(feedback, sighting, metric) ?? []);
  if (ratings.length === 0) return null;
  return { kind: 'rated', body: { ratings, isAlreadyRevised: sighting.isAlreadyRevised } };
}

/** The rating to show: what was seen just now where it says something new, else what the ledger knows. */
export function current(feedback: Feedback, sighting: Sighting, metric: Metric): Rating | null {
  return (
    newRating(feedback, sighting, metric) ?? latest(feedback, metric) ?? seenOf(sighting, metric)[0] ?? null
  );
}

/** Ratings of one metric as precedence has it: numbers before mere verdicts, then by source, then the later one. */
function seenOf({ ratings }: Sighting, metric: Metric): Rating[] {
  const seen = ratings.filter((rating) => rating.metric === metric);
  return seen.sort(
    (a, b) =>
      Number(a.value === null) - Number(b.value === null) ||
      rankOf(a) - rankOf(b) ||
      (b.answeredAt ?? 0) - (a.answeredAt ?? 0),
  );
}

function newRating(feedback: Feedback, sighting: Sighting, metric: Metric): Rating | null {
  return seenOf(sighting, metric).find((seen) => isNews(feedback, seen)) ?? null;
}

/**
 * A number never gives way to a good or bad that agrees with it, nor to a less trusted source, nor to what was
 * true earlier. The ticket's good or bad speaks only of answers to Zendesk's own survey.
 */
function isNews(feedback: Feedback, seen: Rating): boolean {
  const known = lastSeen(feedback, seen.metric);
  if (!known) return true;
  if (isStale(known, seen, feedback)) return false;
  if (feedback.removed[seen.metric] !== undefined && seen.source === known.source) return true;
  if (seen.value === null) return isNative(known) && verdictOf(known) !== verdictOf(seen);
  if (!isNative(seen) && hasBetter(feedback, seen)) return false;
  if (known.value !== seen.value) return true;
  // The very same answer is no other one because its scale is read differently now.
  const isSame = known.scale !== null && known.answeredAt !== null && known.answeredAt === seen.answeredAt;
  return !isSame && (known.scale !== seen.scale || known.lowest !== seen.lowest);
}

/** Did a more trusted source ever say a number? */
const hasBetter = ({ revisions }: Feedback, seen: Rating) =>
  revisions.some(
    (known) => known.metric === seen.metric && known.value !== null && rankOf(known) < rankOf(seen),
  );

/**
 * Was it true only earlier? Dated answers are compared by their dates, two states of one other place by theirs; what
 * contradicts the good or bad that was heard of later is old.
 */
function isStale(known: Rating, seen: Rating, feedback: Feedback): boolean {
  if (!isNative(seen)) {
    const isSamePlace = known.source === seen.source;
    return isBefore(seen.answeredAt, known.answeredAt) || (isSamePlace && isBefore(seen.asOf, known.asOf));
  }
  const own = feedback.revisions.filter((one) => one.metric === seen.metric && isNative(one));
  // Where only good or bad is known, its date may be that of a change to the ticket.
  const dated = newest(own.map((one) => (one.value === null ? null : one.answeredAt)));
  const heard = newest(own.map((one) => one.answeredAt ?? one.asOf));
  if (seen.value !== null && isBefore(seen.answeredAt, dated)) return true;
  return verdictOf(known) !== verdictOf(seen) && isBefore(seen.answeredAt ?? seen.asOf, heard);
}

function newest(moments: readonly (number | null)[]): number | null {
  const known = moments.filter((at) => at !== null);
  return known.length > 0 ? Math.max(...known) : null;
}

/** Zendesk dates tickets and their changes by the second. */
const isBefore = (at: number | null, other: number | null) =>
  at !== null && other !== null && Math.floor(at / 1000) < Math.floor(other / 1000);
