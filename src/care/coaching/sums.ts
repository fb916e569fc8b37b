/** What a sheet counts of some feedbacks, as numbers that add up: no persons, no tickets. */
import * as v from 'valibot';
import type { RowNumbers } from '../insights/row.ts';
import { type Difference, differenceOf, type Mean, type Rate, rateOf } from '../rate.ts';

const count = v.pipe(v.number(), v.minValue(0));

export const sumsSchema = v.object({
  /** Feedbacks, those that were rated good or bad, and the good ones. */
  n: count,
  rated: count,
  good: count,
  /** Those with a CES, those above the middle, the sum of the answers on 1-5 in hundredths, and of their squares. */
  ces: count,
  easy: count,
  sum: count,
  squares: count,
});
export type Sums = v.InferOutput<typeof sumsSchema>;
type Scores = Pick<RowNumbers, 'verdict' | 'ces'>;

export const noSums: Sums = { n: 0, rated: 0, good: 0, ces: 0, easy: 0, sum: 0, squares: 0 };
const names = Object.keys(noSums) as (keyof Sums)[];

export function addTo(sums: Sums, { verdict, ces }: Scores): void {
  sums.n += 1;
  sums.rated += verdict > 0 ? 1 : 0;
  sums.good += verdict === 2 ? 1 : 0;
  if (ces === 0) return;
  sums.ces += 1;
  sums.easy += ces > 300 ? 1 : 0;
  sums.sum += ces;
  sums.squares += ces * ces;
}

export function sumsOf(rows: Iterable<Scores>): Sums {
  const sums = { ...noSums };
  for (const row of rows) addTo(sums, row);
  return sums;
}

export const plus = (a: Sums, b: Sums): Sums =>
  Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) as Sums;

/** `b` taken out of `a`; never below nothing, should the two have been counted at different times. */
export const minus = (a: Sums, b: Sums): Sums =>
  Object.fromEntries(names.map((name) => [name, Math.max(0, a[name] - b[name])])) as Sums;

export const csatOf = ({ good, rated }: Sums): Rate => rateOf(Math.min(good, rated), rated);
export const easyOf = ({ easy, ces }: Sums): Rate => rateOf(Math.min(easy, ces), ces);

const z = 1.959963984540054;

/** Mean CES on 1-5 with its 95 % interval by the normal approximation; `null` below two answers. */
export function cesOf({ ces: n, sum, squares }: Sums): Mean {
  if (n === 0) return { value: null, n: 0, interval: null };
  const value = sum / n / 100;
  if (n < 2) return { value, n, interval: null };
  const spread = Math.max(0, squares / 10_000 - n * value * value) / (n - 1);
  const half = z * Math.sqrt(spread / n);
  return { value, n, interval: [value - half, value + half] };
}

export interface Comparison {
  csat: Difference | null;
  easy: Difference | null;
}

/** The agent against the others of the team, who must not hold the agent's own; see `differenceOf`. */
export const compared = (own: Sums, others: Sums): Comparison => ({
  csat: differenceOf(csatOf(own), csatOf(others)),
  easy: differenceOf(easyOf(own), easyOf(others)),
});
