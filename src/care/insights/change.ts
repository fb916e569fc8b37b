/** Did a figure move between two periods, and can that be told from chance? */
import type { Figure, Metric } from '../metrics/metric.ts';
import { differenceOf } from '../rate.ts';

/** Below so many feedbacks nothing is judged or ranked. */
export const leastToJudge = 10;
/** Below so many nobody is ranked against others. */
export const leastToRank = 30;

export const verdicts = ['unclear', 'better', 'worse', 'more', 'less', 'scarce', 'untested'] as const;
export type Verdict = (typeof verdicts)[number];

export interface Change {
  /** Now minus before, in the unit of the figure: shares 0-1, scores on 1-5, spans in seconds. */
  value: number;
  /** 95 %; `null` where it could not be worked out. */
  interval: readonly [number, number] | null;
  verdict: Verdict;
}

/**
 * Shares by Newcombe's interval; scores and medians by the same square-and-add of their own intervals (Zou and
 * Donner, Statistics in Medicine 27, 2008). `null` where either has no value.
 */
export function changeOf(metric: Metric, now: Figure, before: Figure): Change | null {
  if (now.value === null || before.value === null) return null;
  const value = now.value - before.value;
  if (metric.kind === 'count') return { value, interval: null, verdict: 'untested' };
  if (Math.min(now.n, before.n) < leastToJudge) return { value, interval: null, verdict: 'scarce' };
  const interval = metric.kind === 'share' ? shareInterval(now, before) : addedSquares(now, before);
  return { value, interval, verdict: verdictOf(metric, interval) };
}

function verdictOf({ isMoreBetter }: Metric, interval: readonly [number, number] | null): Verdict {
  if (!interval) return 'untested';
  const [low, high] = interval;
  if (low <= 0 && high >= 0) return 'unclear';
  const isMore = low > 0;
  if (isMoreBetter === null) return isMore ? 'more' : 'less';
  return isMore === isMoreBetter ? 'better' : 'worse';
}

const rateIn = ({ value, n, k, interval }: Figure) => ({
  value,
  n,
  k: k ?? 0,
  interval: interval && ([...interval] as [number, number]),
});

const shareInterval = (now: Figure, before: Figure) =>
  differenceOf(rateIn(now), rateIn(before))?.interval ?? null;

function addedSquares(now: Figure, before: Figure): [number, number] | null {
  if (now.value === null || before.value === null || !now.interval || !before.interval) return null;
  const value = now.value - before.value;
  const below = Math.hypot(now.value - now.interval[0], before.interval[1] - before.value);
  const above = Math.hypot(now.interval[1] - now.value, before.value - before.interval[0]);
  return [value - below, value + above];
}
