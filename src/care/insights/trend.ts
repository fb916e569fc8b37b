/** One figure over time. */
import type { Figure, Metric } from '../metrics/metric.ts';
import type { Columns } from './columns.ts';
import { figuresOf, measuring } from './figure.ts';
import { stepsIn } from './period.ts';
import type { Period, Question, Step } from './question.ts';
import { rowsWhere } from './rows.ts';

export interface TrendStep {
  period: Period;
  figure: Figure;
}

/** Oldest first; steps without a feedback are there, with n = 0. */
export function trendOf(
  columns: Columns,
  question: Question,
  metric: Metric,
  step: Step,
  zone: string,
): TrendStep[] {
  const periods = stepsIn(question.period, step, zone);
  const rows = rowsWhere(columns, question.period, question);
  const partOf = stepOf(columns, periods);
  const split = { rows, partOf, count: periods.length };
  const { parts } = figuresOf(metric, measuring(columns, split, Math.floor(question.now / 1000)));
  return periods.flatMap((period, place) => {
    const figure = parts[place];
    return figure ? { period, figure } : [];
  });
}

/** Of each row the place of its step; 0 for rows of other periods. */
function stepOf(columns: Columns, periods: readonly Period[]): Uint16Array {
  const ends = Uint32Array.from(periods, ({ to }) => Math.ceil(to / 1000));
  const found = new Uint16Array(columns.n);
  for (let index = 0; index < columns.n; index += 1) {
    const at = columns.at[index] ?? 0;
    let place = 0;
    while (place < ends.length && at >= (ends[place] ?? 0)) place += 1;
    found[index] = place < ends.length ? place : 0;
  }
  return found;
}
