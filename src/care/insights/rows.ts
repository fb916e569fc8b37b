/** Which rows a question is about. */
import { buckets, caseStatuses } from '../ledger.ts';
import type { Columns } from './columns.ts';
import { byPart } from './figure.ts';
import { type Dimension, type Filters, type Period, type Question, textOf } from './question.ts';
import { flags } from './row.ts';

/** A dimension of all rows: the place of each row's value in `values`. */
interface Coded {
  codes: Uint8Array | Uint16Array;
  /** `null` for none. */
  values: readonly (string | null)[];
}

/** CSAT of a row: none, 1 to 5 (of other scales the nearest step), or bad and good without a number. */
const scores = [null, '1', '2', '3', '4', '5', 'bad', 'good'] as const;

function codedBy(columns: Columns, dimension: Dimension): Coded {
  const text = textOf[dimension];
  if (text) return { codes: columns.texts[text], values: columns.names[text].map((name) => name || null) };
  if (dimension === 'bucket') return { codes: columns.bucket, values: [null, ...buckets] };
  if (dimension === 'status') return { codes: columns.status, values: [null, ...caseStatuses] };
  return { codes: scoreCodes(columns), values: scores };
}

function scoreCodes({ csat, verdict, n }: Columns): Uint8Array {
  const codes = new Uint8Array(n);
  for (let index = 0; index < n; index += 1) {
    const [hundredths = 0, bare = 0] = [csat[index], verdict[index]];
    codes[index] = hundredths > 0 ? Math.round(hundredths / 100) : bare > 0 ? 5 + bare : 0;
  }
  return codes;
}

/** Flags of rows that do not count: what was left out, and a machine's click unless asked for. */
const leftOut = (hasSuspected: boolean) => flags.isLeftOut | (hasSuspected ? 0 : flags.isSuspected);

/** Does a row count in figures? */
export const isCountedAt = (columns: Columns, index: number, hasSuspected: boolean): boolean =>
  ((columns.flags[index] ?? 0) & leftOut(hasSuspected)) === 0;

/** Places of the rows of a period that count and fit the filters, in their order. */
export function rowsWhere(
  columns: Columns,
  period: Period,
  { filters, hasSuspected }: Pick<Question, 'filters' | 'hasSuspected'>,
): Uint32Array {
  const found = new Uint32Array(columns.n);
  const [from, to] = [Math.ceil(period.from / 1000), Math.ceil(period.to / 1000)];
  const [out, sieves] = [leftOut(hasSuspected), sievesOf(columns, filters)];
  let n = 0;
  for (let index = 0; index < columns.n; index += 1) {
    const at = columns.at[index] ?? 0;
    if (at < from || at >= to || ((columns.flags[index] ?? 0) & out) !== 0) continue;
    if (sieves.length > 0 && !passes(sieves, index)) continue;
    found[n] = index;
    n += 1;
  }
  return found.slice(0, n);
}

interface Sieve extends Coded {
  /** By code: 1 for values asked for. */
  isIn: Uint8Array;
}

const sievesOf = (columns: Columns, filters: Filters): Sieve[] =>
  (Object.entries(filters) as [Dimension, readonly (string | null)[] | undefined][]).flatMap(
    ([dimension, asked]) => {
      const coded = codedBy(columns, dimension);
      const isIn = (value: string | null) => (asked?.includes(value) ? 1 : 0);
      return asked ? { ...coded, isIn: Uint8Array.from(coded.values, isIn) } : [];
    },
  );

function passes(sieves: readonly Sieve[], index: number): boolean {
  for (const { codes, isIn } of sieves) if (isIn[codes[index] ?? 0] === 0) return false;
  return true;
}

/** Rows split by their value in a dimension, `null` for not at all. `values` by part, most rows first; none is empty. */
export function splitBy(columns: Columns, rows: Uint32Array, by: Dimension | null) {
  const partOf = new Uint16Array(columns.n);
  if (by === null) return { split: { rows, partOf, count: 1 }, values: [] };
  const { codes, values } = codedBy(columns, by);
  const sizes = new Uint32Array(values.length);
  for (let place = 0; place < rows.length; place += 1) {
    const code = codes[rows[place] ?? 0] ?? 0;
    sizes[code] = (sizes[code] ?? 0) + 1;
  }
  const text = (code: number) => String(values[code]);
  const order = [...values.keys()]
    .filter((code) => (sizes[code] ?? 0) > 0)
    .sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || (text(a) < text(b) ? -1 : 1));
  const partOfCode = new Uint16Array(values.length);
  for (const [part, code] of order.entries()) partOfCode[code] = part;
  for (let index = 0; index < columns.n; index += 1) partOf[index] = partOfCode[codes[index] ?? 0] ?? 0;
  return { split: { rows, partOf, count: order.length }, values: order.map((code) => values[code] ?? null) };
}

export interface Rows {
  /** The value in the dimension; `null` for none. */
  value: string | null;
  rows: Uint32Array;
}

/** Rows by their value in a dimension, most rows first: each row is in exactly one part, in its order. */
export function partsOf(columns: Columns, rows: Uint32Array, by: Dimension): Rows[] {
  const { split, values } = splitBy(columns, rows, by);
  const each = byPart(rows, rows, split);
  return values.map((value, part) => ({ value, rows: each[part] ?? new Uint32Array() }));
}

/** Newest first, of the same second in their order; at most `most`. */
export function newestOf(columns: Columns, rows: Uint32Array, most: number): number[] {
  // Numbers sort natively: the second first, then the place from behind.
  const order = new Float64Array(rows.length);
  for (const [place, index] of rows.entries())
    order[place] = (columns.at[index] ?? 0) * columns.n + columns.n - 1 - index;
  const newest = order.sort().subarray(-most).reverse();
  return Array.from(newest, (one) => columns.n - 1 - (one % columns.n));
}
