/**
 * Which end of a scale is good. The ledger keeps what the customer gave; the direction is the admin's setting and
 * is applied whenever a number is read, so that changing it changes all of history and no record.
 */
import type { Configuration } from './configuration.ts';
import type { Rating } from './rating.ts';

/** Is a low number the good one, by the question or score source the rating answers? */
export function isReversed(
  { definition }: Pick<Rating, 'definition'>,
  configuration: Configuration,
): boolean {
  if (definition === null) return false;
  const { questions, scoreSources, formerSources } = configuration;
  const known = [...questions, ...scoreSources, ...formerSources].find(({ id }) => id === definition);
  return known?.isLowerBetter === true;
}

/** The rating with higher = better, as every screen and every rule counts. `null` stays `null`. */
export function oriented<T extends Rating | null>(rating: T, configuration: Configuration): T {
  if (rating === null || rating.value === null || rating.scale === null) return rating;
  if (!isReversed(rating, configuration)) return rating;
  return { ...rating, value: rating.scale + rating.lowest - rating.value };
}
