/** Figures from the rows they may count: of all of them, and of each part they are split into. */
import { type Figure, type Metric, noFigure, type Test } from '../metrics/metric.ts';
import { meanOf, rateOf } from '../rate.ts';
import type { Columns } from './columns.ts';
import { medianInterval, medianOf, percentileOf } from './statistics.ts';

/** Rows, and which part of them each belongs to. */
export interface Split {
  rows: Uint32Array;
  /** 0 to `count` - 1, by place in the columns. */
  partOf: Uint16Array;
  count: number;
}

export interface SplitFigures {
  whole: Figure;
  /** By part. */
  parts: Figure[];
}

/** One question's figures are counted from this. */
export interface Measuring {
  columns: Columns;
  split: Split;
  /** Seconds of the account's clock. */
  now: number;
  /** What metrics rest on, found once for all with the same base. */
  bases: Map<Test, Base>;
}

interface Base {
  rows: Uint32Array;
  /** How many rows each part has. */
  sizes: Uint32Array;
}

type Of<K extends Metric['kind']> = Extract<Metric, { kind: K }>;

export const measuring = (columns: Columns, split: Split, now: number): Measuring => ({
  columns,
  split,
  now,
  bases: new Map(),
});

/** `now` in seconds of the account's clock. No feedback gives `null` and n = 0, a count 0. */
export function figureOf(metric: Metric, columns: Columns, rows: Uint32Array, now: number): Figure {
  const split = { rows, partOf: new Uint16Array(columns.n), count: 1 };
  return figuresOf(metric, measuring(columns, split, now)).whole;
}

export function figuresOf(metric: Metric, of: Measuring): SplitFigures {
  switch (metric.kind) {
    case 'count':
      return countsOf(metric, of);
    case 'share':
      return sharesOf(metric, of);
    case 'score':
      return scoresOf(metric, of);
    case 'span':
      return spansOf(metric, of);
  }
}

/** Where a metric names what it is part of, only those are asked. */
function baseOf({ base, within }: Pick<Metric, 'base' | 'within'>, of: Measuring): Base {
  const known = of.bases.get(base);
  if (known) return known;
  const all = within ? baseOf({ base: within }, of).rows : of.split.rows;
  const rows = filtered(all, base, true, of);
  const found = { rows, sizes: sizesOf(rows, of.split) };
  of.bases.set(base, found);
  return found;
}

/** The rows of which the test says what is wanted. */
function filtered(
  rows: Uint32Array,
  test: Test,
  isWanted: boolean,
  { columns, now }: Measuring,
): Uint32Array {
  const found = new Uint32Array(rows.length);
  let n = 0;
  for (let place = 0; place < rows.length; place += 1) {
    const index = rows[place] ?? 0;
    if (test(columns, index, now) !== isWanted) continue;
    found[n] = index;
    n += 1;
  }
  return found.subarray(0, n);
}

/** How many of the rows each part has. */
export function sizesOf(rows: Uint32Array, { partOf, count }: Pick<Split, 'partOf' | 'count'>): Uint32Array {
  const sizes = new Uint32Array(count);
  for (let place = 0; place < rows.length; place += 1) bump(sizes, partOf[rows[place] ?? 0] ?? 0);
  return sizes;
}

const bump = (counts: Uint32Array, place: number) => {
  counts[place] = (counts[place] ?? 0) + 1;
};

function countsOf(metric: Of<'count'>, of: Measuring): SplitFigures {
  const { rows, sizes } = baseOf(metric, of);
  const figure = (n: number): Figure => ({ ...noFigure, value: n, n });
  return { whole: figure(rows.length), parts: Array.from(sizes, figure) };
}

function sharesOf(metric: Of<'share'>, of: Measuring): SplitFigures {
  const { columns, now, split } = of;
  const { rows, sizes } = baseOf(metric, of);
  const counting = new Uint32Array(split.count);
  for (let place = 0; place < rows.length; place += 1) {
    const index = rows[place] ?? 0;
    if (metric.counts(columns, index, now)) bump(counting, split.partOf[index] ?? 0);
  }
  const figure = (k: number, all: number): Figure => {
    const { value, n, interval } = rateOf(k, all);
    return { ...noFigure, value, n, k, interval };
  };
  return {
    whole: figure(
      counting.reduce((sum, k) => sum + k, 0),
      rows.length,
    ),
    parts: Array.from(sizes, (n, part) => figure(counting[part] ?? 0, n)),
  };
}

/** Scores are 1 to 5 in hundredths: as many places as a histogram needs. */
const places = 501;

function scoresOf(metric: Of<'score'>, of: Measuring): SplitFigures {
  const { columns, now, split } = of;
  const { rows } = baseOf(metric, of);
  const [whole, each] = [new Uint32Array(places), new Uint32Array(places * split.count)];
  for (let place = 0; place < rows.length; place += 1) {
    const index = rows[place] ?? 0;
    const hundredths = Math.round(metric.value(columns, index, now) * 100);
    bump(whole, hundredths);
    bump(each, (split.partOf[index] ?? 0) * places + hundredths);
  }
  const parts = Array.from({ length: split.count }, (_, part) =>
    scoreOf(each.subarray(part * places, (part + 1) * places)),
  );
  return { whole: scoreOf(whole), parts };
}

function scoreOf(counts: Uint32Array): Figure {
  const given: { value: number; count: number }[] = [];
  for (let hundredths = 0; hundredths < counts.length; hundredths += 1) {
    const count = counts[hundredths] ?? 0;
    if (count > 0) given.push({ value: hundredths / 100, count });
  }
  return { ...noFigure, ...meanOf(given) };
}

function spansOf(metric: Of<'span'>, of: Measuring): SplitFigures {
  const { columns, now, split } = of;
  const base = baseOf(metric, of);
  const done = filtered(base.rows, metric.isOpen, false, of);
  const values = new Uint32Array(done.length);
  for (let place = 0; place < done.length; place += 1)
    values[place] = metric.value(columns, done[place] ?? 0, now);
  const parts = byPart(values, done, split).map((own, part) =>
    spanOf(own, (base.sizes[part] ?? 0) - own.length),
  );
  return { whole: spanOf(values, base.rows.length - done.length), parts };
}

/** A value of each row, apart by part. */
export function byPart(
  values: Uint32Array,
  rows: Uint32Array,
  { partOf, count }: Pick<Split, 'partOf' | 'count'>,
): Uint32Array[] {
  const sizes = sizesOf(rows, { partOf, count });
  const sorted = new Uint32Array(rows.length);
  const ends = new Uint32Array(count);
  for (let part = 1; part < count; part += 1) ends[part] = (ends[part - 1] ?? 0) + (sizes[part - 1] ?? 0);
  for (let place = 0; place < rows.length; place += 1) {
    const part = partOf[rows[place] ?? 0] ?? 0;
    sorted[ends[part] ?? 0] = values[place] ?? 0;
    bump(ends, part);
  }
  return Array.from(sizes, (size, part) => sorted.subarray((ends[part] ?? 0) - size, ends[part]));
}

/** Sorts the values. */
function spanOf(values: Uint32Array, open: number): Figure {
  const n = values.length;
  let sum = 0;
  for (let place = 0; place < n; place += 1) sum += values[place] ?? 0;
  const sorted = values.sort();
  const span = { mean: n === 0 ? null : sum / n, p90: percentileOf(sorted, 0.9), open };
  return { ...noFigure, value: medianOf(sorted), n, interval: medianInterval(sorted), span };
}
