/** One figure from the rows it may count. */
import { type Figure, type Metric, noFigure } from '../metrics/metric.ts';
import { meanOf, rateOf } from '../rate.ts';
import type { Columns } from './columns.ts';

/** `now` in seconds of the account's clock. No feedback gives `null` and n = 0, a count 0. */
export function figureOf(metric: Metric, columns: Columns, rows: Iterable<number>, now: number): Figure {
  const base = [...rows].filter((index) => metric.base(columns, index, now));
  const n = base.length;
  if (metric.kind === 'count') return { ...noFigure, value: n, n };
  if (metric.kind === 'share') {
    const k = base.filter((index) => metric.counts(columns, index, now)).length;
    const { value, interval } = rateOf(k, n);
    return { ...noFigure, value, n, k, interval };
  }
  if (metric.kind === 'score') {
    const { value, interval } = meanOf(
      base.map((index) => ({ value: metric.value(columns, index, now), count: 1 })),
    );
    return { ...noFigure, value, n, interval };
  }
  const open = base.filter((index) => metric.isOpen(columns, index, now)).length;
  const spans = base
    .filter((index) => !metric.isOpen(columns, index, now))
    .map((index) => metric.value(columns, index, now))
    .sort((a, b) => a - b);
  const count = spans.length;
  const mean = count === 0 ? null : spans.reduce((sum, span) => sum + span, 0) / count;
  const value = count === 0 ? null : ((spans[(count - 1) >> 1] ?? 0) + (spans[count >> 1] ?? 0)) / 2;
  const p90 = spans[Math.ceil(count * 0.9) - 1] ?? null;
  return { ...noFigure, value, n: count, span: { mean, p90, open } };
}
