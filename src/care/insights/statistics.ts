/** Middles and ends of many values. All take values in ascending order. */

export type Sorted = ArrayLike<number>;

/** The middle one, or the mean of the two in the middle; `null` of nothing. */
export function medianOf(sorted: Sorted): number | null {
  const n = sorted.length;
  if (n === 0) return null;
  return ((sorted[(n - 1) >> 1] ?? 0) + (sorted[n >> 1] ?? 0)) / 2;
}

/**
 * The smallest value that at least the share `p` (0-1) of all do not exceed: nearest rank, definition 1 of Hyndman
 * and Fan, Sample Quantiles in Statistical Packages (The American Statistician 50, 1996). No interpolation: it is
 * a value somebody waited. `null` of nothing.
 */
export function percentileOf(sorted: Sorted, p: number): number | null {
  const n = sorted.length;
  // 0.07 * 100 is 7.000000000000001.
  const rank = Math.ceil(n * p - 1e-9);
  return n === 0 ? null : (sorted[Math.min(n, Math.max(1, rank)) - 1] ?? null);
}

/**
 * 95 % of the median by order statistics: from the r-th smallest to the r-th largest, with the largest r for which
 * both tails of the binomial distribution (n, 1/2) hold at most 2.5 % each. `null` below six values, where no r does.
 * Conover, Practical Nonparametric Statistics; Campbell and Gardner, Calculating Confidence Intervals for Some
 * Non-Parametric Analyses (BMJ 296, 1988).
 */
export function medianInterval(sorted: Sorted): [number, number] | null {
  const n = sorted.length;
  const rank = n > mostExact ? approximateRank(n) : exactRank(n);
  return rank === 0 ? null : [sorted[rank - 1] ?? 0, sorted[n - rank] ?? 0];
}

const tail = 0.025;
/** Beyond, 0.5 ** n comes near the smallest number there is, and the normal distribution is as good. */
const mostExact = 1000;
/** Normal quantile of a two-sided 95 % interval. */
const z = 1.959963984540054;

/** The largest r with P(X < r) ≤ 2.5 %. */
function exactRank(n: number): number {
  let chance = 0.5 ** n;
  let sum = chance;
  let rank = 0;
  while (sum <= tail) {
    rank += 1;
    chance *= (n - rank + 1) / rank;
    sum += chance;
  }
  return rank;
}

/** The same by the normal distribution, corrected for continuity; now and then one less, never more. */
const approximateRank = (n: number) => Math.floor(n / 2 + 0.5 - (z * Math.sqrt(n)) / 2);
