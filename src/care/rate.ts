/** Shares with their sample and their uncertainty: a rate never travels without them. */

export interface Rate {
  /** 0-1; `null` where there is nothing to divide by. */
  value: number | null;
  /** How many it is a share of, and how many of those count. */
  n: number;
  k: number;
  /** 95 % interval, both ends 0-1; `null` with `value`. */
  interval: [number, number] | null;
}

/** Normal quantile of a two-sided 95 % interval. */
const z = 1.959963984540054;

/**
 * `k` of `n` with the Wilson score interval, which stays in 0-1 and holds for small n. Wilson (1927); compared in
 * Brown, Cai, DasGupta, Interval Estimation for a Binomial Proportion (2001).
 */
export function rateOf(k: number, n: number): Rate {
  if (n <= 0) return { value: null, n: 0, k: 0, interval: null };
  const value = k / n;
  const middle = value + (z * z) / (2 * n);
  const half = z * Math.sqrt((value * (1 - value)) / n + (z * z) / (4 * n * n));
  const whole = 1 + (z * z) / n;
  return {
    value,
    n,
    k,
    interval: [Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole)],
  };
}

export interface Mean {
  value: number | null;
  n: number;
  /** 95 % interval of the mean by the normal approximation; `null` below two answers. */
  interval: [number, number] | null;
}

/** Of values with how often each was given. */
export function meanOf(given: readonly { value: number; count: number }[]): Mean {
  const n = given.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return { value: null, n: 0, interval: null };
  const value = given.reduce((sum, one) => sum + one.value * one.count, 0) / n;
  if (n < 2) return { value, n, interval: null };
  const squares = given.reduce((sum, one) => sum + (one.value - value) ** 2 * one.count, 0);
  const half = z * Math.sqrt(squares / (n - 1) / n);
  return { value, n, interval: [value - half, value + half] };
}

export interface Difference {
  /** The first rate minus the second, −1 to 1. */
  value: number;
  /** 95 %. */
  interval: [number, number];
  /** Can the two be told apart: does the interval leave 0 out? */
  isDistinct: boolean;
}

/**
 * Newcombe's hybrid score interval from the two Wilson intervals, without continuity correction: method 10 of
 * Newcombe, Interval Estimation for the Difference between Independent Proportions (Statistics in Medicine 17,
 * 1998, 873-890). `null` where either has nothing to divide by.
 */
export function differenceOf(first: Rate, second: Rate): Difference | null {
  if (first.value === null || second.value === null || !first.interval || !second.interval) return null;
  const value = first.value - second.value;
  const below = Math.hypot(first.value - first.interval[0], second.interval[1] - second.value);
  const above = Math.hypot(first.interval[1] - first.value, second.value - second.interval[0]);
  const interval: [number, number] = [Math.max(-1, value - below), Math.min(1, value + above)];
  return { value, interval, isDistinct: interval[0] > 0 || interval[1] < 0 };
}
