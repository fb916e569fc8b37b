/** What a number would count as, in words: Zendesk's good or bad, or the effort, and whether a case opens. */
import { defaultConfiguration, type ScaleQuestion } from '../../care/configuration.ts';
import { oriented } from '../../care/orientation.ts';
import { effortOf, isBelow, type Rating, verdictOf, zendeskBadRange } from '../../care/rating.ts';
import type { Translate } from '../../i18n.ts';
import { rangeText } from '../ranges.ts';

export type Directed = Pick<ScaleQuestion, 'id' | 'isLowerBetter'>;

/** With higher = better, by the direction chosen at the moment. */
export function turned(rating: Rating, { id, isLowerBetter }: Directed): Rating {
  const question = { id, isLowerBetter, metric: rating.metric, scale: rating.scale ?? 0, headline: '' };
  return oriented(rating, { ...defaultConfiguration, questions: [question] });
}

/** `rating` with higher = better; `threshold` of 5, `null` while what is typed is no number. */
export function countsAs(t: Translate, rating: Rating, threshold: number | null): string {
  const what = rating.metric === 'ces' ? effortText(t, rating) : verdictText(t, rating);
  if (threshold === null || rating.value === null) return what;
  const { isBelow: isLow } = isBelow(rating, threshold);
  return t(isLow ? 'setup.counts.below' : 'setup.counts.not_below', { what, threshold });
}

function effortText(t: Translate, { value, scale, lowest }: Rating): string {
  return value === null || scale === null ? '' : t(`effort.${effortOf(value, scale, lowest)}`);
}

function verdictText(t: Translate, rating: Rating): string {
  const verdict = verdictOf(rating) ?? 'bad';
  const { scale, lowest } = rating;
  if (scale === null || lowest !== 1 || ![2, 3, 5].includes(scale)) return t(`setup.counts.${verdict}`);
  const [from, to] = zendeskBadRange(scale);
  const range = verdict === 'bad' ? rangeText(from, to) : rangeText(to + 1, scale);
  return t(`setup.counts.${verdict}_range`, { range });
}
