/** What sources saw on a ticket, against what the ledger knows: which facts are new? */
import { type Feedback, latest } from './feedback.ts';
import type { NewEvent } from './ledger.ts';
import { type Metric, metrics, type Rating, verdictOf } from './rating.ts';

export interface Sighting {
  ratings: Rating[];
  /** The answer was changed before anyone saw it. */
  isAlreadyRevised: boolean;
}

type Rated = Extract<NewEvent, { kind: 'rated' }>;

/** A fact for what is new in the sighting, or `null`. A number never gives way to a mere good or bad that agrees. */
export function newsIn(feedback: Feedback, sighting: Sighting): Rated | null {
  const ratings = metrics.flatMap((metric) => {
    const seen = best(sighting.ratings, metric);
    return seen && isNews(latest(feedback, metric), seen) ? [seen] : [];
  });
  if (ratings.length === 0) return null;
  return { kind: 'rated', body: { ratings, isAlreadyRevised: sighting.isAlreadyRevised } };
}

/** A number beats a verdict; among equals the earlier source in the registry wins. */
export function best(ratings: readonly Rating[], metric: Metric): Rating | null {
  const candidates = ratings.filter((rating) => rating.metric === metric);
  return candidates.find((rating) => rating.value !== null) ?? candidates[0] ?? null;
}

/** The rating to show: what was seen just now where it says something new, else what the ledger knows. */
export function current(feedback: Feedback, sighting: Sighting, metric: Metric): Rating | null {
  const known = latest(feedback, metric);
  const seen = best(sighting.ratings, metric);
  return seen && isNews(known, seen) ? seen : (known ?? seen);
}

function isNews(known: Rating | null, seen: Rating): boolean {
  if (!known) return true;
  if (seen.value === null) return verdictOf(known) !== verdictOf(seen);
  return known.value !== seen.value || known.scale !== seen.scale;
}
