/** How many decimals a comparison needs so that rounding never says what the numbers do not. */
import { type Difference, differenceOf, type Rate } from '../rate.ts';

/** Percents and points as they are to be printed, rounded already; print `decimals` of them. */
export interface Shown {
  decimals: number;
  rate: number;
  rateInterval: [number, number];
  rest: number;
  restInterval: [number, number];
  /** How far apart they are, never negative; the verdict says in which direction. */
  points: number;
  /** The same as a share of the rest's rate; `null` where that is 0. */
  percent: number | null;
  /** Of own minus rest, in points, with signs. */
  interval: { decimals: number; ends: [number, number] };
}

/** Decimals at most: by then every difference a million ratings can prove has shown itself. */
const most = 6;

/** Half away from zero, as `Intl` rounds; what a float loses at the half is given back. Never -0. */
export function rounded(value: number, decimals: number): number {
  const unit = 10 ** decimals;
  return (Math.sign(value) * Math.round(Math.abs(value) * unit + 1e-9)) / unit + 0;
}

/** The same, but what is not 0 never becomes 0. */
const signed = (value: number, decimals: number) =>
  rounded(value, decimals) || Math.sign(value) * 10 ** -decimals + 0;

/**
 * The fewest decimals, from 0, at which all of this holds: two rates that differ are printed as different, the same
 * one lower; points and percent are 0 only where they are (of two that cannot be told apart, asked for up to one decimal); 0 % and 100 % are said of nobody and everybody alone; the
 * points are the difference of the printed rates (asked for at no decimals alone: with one, a tenth may be missing);
 * both ends of the interval keep their signs, with decimals of their own where the rates need none, and the printed
 * difference lies between them. So whoever reads the printed numbers decides as the numbers themselves do: lower,
 * higher, or not to be told. `null` where either side has no rating.
 */
export function shownOf(own: Rate, rest: Rate): Shown | null {
  const difference = differenceOf(own, rest);
  if (!difference || own.value === null || rest.value === null || !own.interval || !rest.interval)
    return null;
  const [a, b, apart] = [own.value * 100, rest.value * 100, Math.abs(difference.value) * 100];
  const percent = b === 0 ? null : (apart / b) * 100;
  const ends = difference.interval.map((end) => end * 100) as [number, number];
  for (let decimals = 0; ; decimals += 1) {
    const isLast = decimals === most;
    const round = (value: number) => (isLast ? signed(value, decimals) : rounded(value, decimals));
    const pair = (of: readonly number[]) => of.map((end) => rounded(end, decimals)) as [number, number];
    const shown: Shown = {
      decimals,
      rate: rounded(a, decimals),
      rateInterval: pair(own.interval.map((end) => end * 100)),
      rest: rounded(b, decimals),
      restInterval: pair(rest.interval.map((end) => end * 100)),
      points: round(apart),
      percent: percent === null ? null : round(percent),
      interval: intervalOf(ends, decimals),
    };
    const exact = { a, b, apart, percent, isDistinct: difference.isDistinct };
    if (isLast || isTrue(shown, exact)) return shown;
  }
}

function intervalOf(ends: [number, number], from: number): Shown['interval'] {
  for (let decimals = from; decimals < most; decimals += 1) {
    const printed = ends.map((end) => rounded(end, decimals)) as [number, number];
    if (printed.every((end, index) => Math.sign(end) === Math.sign(ends[index] ?? 0)))
      return { decimals, ends: printed };
  }
  return { decimals: most, ends: ends.map((end) => signed(end, most)) as [number, number] };
}

interface Exact {
  a: number;
  b: number;
  apart: number;
  percent: number | null;
  isDistinct: boolean;
}

function isTrue(shown: Shown, { a, b, apart, percent, isDistinct }: Exact): boolean {
  const { decimals, rate, rest, points, interval } = shown;
  const isSame = (printed: number, exact: number) => (printed === 0) === (exact === 0);
  const isWhole = (printed: number, exact: number) => (printed === 100) === (exact === 100);
  const signedPoints = Math.sign(a - b) * points;
  const isApart =
    Math.sign(rate - rest) === Math.sign(a - b) &&
    isSame(points, apart) &&
    (percent === null || isSame(shown.percent ?? 0, percent));
  return (
    (isApart || (!isDistinct && decimals > 0)) &&
    [rate, rest].every((printed, index) => {
      const exact = index === 0 ? a : b;
      return isSame(printed, exact) && isWhole(printed, exact);
    }) &&
    (decimals > 0 || Math.abs(rate - rest) === points) &&
    interval.ends[0] <= signedPoints &&
    signedPoints <= interval.ends[1]
  );
}

export interface ShownDifference {
  decimals: number;
  value: number;
  ends: [number, number];
}

/** A difference of rates in points: the fewest decimals, from one, at which nothing that is not 0 is printed as 0. */
export function shownDifference({ value, interval }: Difference): ShownDifference {
  const exact = [value, ...interval].map((one) => one * 100);
  for (let decimals = 1; ; decimals += 1) {
    const round = decimals === most ? signed : rounded;
    const [shown = 0, low = 0, high = 0] = exact.map((one) => round(one, decimals));
    const isTrue = [shown, low, high].every((one, index) => Math.sign(one) === Math.sign(exact[index] ?? 0));
    if (isTrue || decimals === most) return { decimals, value: shown, ends: [low, high] };
  }
}
