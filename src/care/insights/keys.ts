/** What to open behind a figure. */
import type { Metric } from '../metrics/metric.ts';
import { type Columns, keyAt } from './columns.ts';
import type { Question } from './question.ts';
import { newestOf, rowsWhere } from './rows.ts';

/**
 * `base` is what a figure's n counts, `counts` those of a share that count, `open` those of a span that have not come
 * so far.
 */
export type Which = 'base' | 'counts' | 'open';

/** More than anybody opens; the figure itself says how many there are. */
export const mostKeys = 10_000;

/** Keys of the feedbacks behind a figure, newest first, at most `mostKeys`. */
export function keysBehind(columns: Columns, question: Question, metric: Metric, which: Which): string[] {
  const now = Math.floor(question.now / 1000);
  const rows = rowsWhere(columns, question.period, question);
  return keysOf(
    columns,
    rows.filter((index) => isBehind(metric, which, columns, index, now)),
  );
}

export const keysOf = (columns: Columns, rows: Uint32Array): string[] =>
  newestOf(columns, rows, mostKeys).map((index) => keyAt(columns, index));

function isBehind(metric: Metric, which: Which, columns: Columns, index: number, now: number): boolean {
  if (!metric.base(columns, index, now)) return false;
  if (metric.kind === 'span') return metric.isOpen(columns, index, now) === (which === 'open');
  if (which === 'open') return false;
  return which === 'base' || metric.kind !== 'share' || metric.counts(columns, index, now);
}
