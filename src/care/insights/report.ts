/** A report: every figure of the whole and of its parts, now and in the period before. */
import { metrics } from '../metrics/index.ts';
import type { Figure, Metric } from '../metrics/metric.ts';
import { type Columns, keyAt } from './columns.ts';
import { figureOf } from './figure.ts';
import type { Question } from './question.ts';
import { rowsWhere, valueAt } from './rows.ts';

/** By metric id. */
export type Figures = Record<string, Figure>;

export interface Part {
  /** The value in the dimension asked by; `null` for none. */
  value: string | null;
  now: Figures;
  before: Figures | null;
}

export interface Report {
  whole: { now: Figures; before: Figures | null };
  /** Most feedbacks first; every feedback of the whole is in exactly one. Empty where nothing breaks it down. */
  parts: Part[];
}

export function reportOf(columns: Columns, question: Question): Report {
  const { by, period, before } = question;
  const seconds = Math.floor(question.now / 1000);
  const measure = (rows: Uint32Array): Figures =>
    Object.fromEntries(metrics.map((metric) => [metric.id, figureOf(metric, columns, rows, seconds)]));
  const own = rowsWhere(columns, period, question);
  const past = before && rowsWhere(columns, before, question);
  const whole = { now: measure(own), before: past && measure(past) };
  if (by === null) return { whole, parts: [] };
  const valueOf = (index: number) => valueAt(columns, by, index);
  const [ownParts, pastParts] = [split(own, valueOf), past && split(past, valueOf)];
  const values = [...ownParts.keys(), ...(pastParts?.keys() ?? [])];
  const parts = [...new Set(values)].map((value) => ({
    value,
    rows: ownParts.get(value) ?? [],
    now: measure(Uint32Array.from(ownParts.get(value) ?? [])),
    before: pastParts && measure(Uint32Array.from(pastParts.get(value) ?? [])),
  }));
  parts.sort((a, b) => b.rows.length - a.rows.length || (String(a.value) < String(b.value) ? -1 : 1));
  return { whole, parts: parts.map(({ value, now, before: then }) => ({ value, now, before: then })) };
}

function split(rows: Uint32Array, valueOf: (index: number) => string | null): Map<string | null, number[]> {
  const parts = new Map<string | null, number[]>();
  for (const index of rows) {
    const value = valueOf(index);
    const part = parts.get(value);
    if (part) part.push(index);
    else parts.set(value, [index]);
  }
  return parts;
}

/** What to open behind a figure: the feedbacks it rests on, or of a share those that count; newest first. */
export function keysBehind(
  columns: Columns,
  question: Question,
  metric: Metric,
  which: 'base' | 'counts' = 'base',
): string[] {
  const now = Math.floor(question.now / 1000);
  const test = which === 'counts' && metric.kind === 'share' ? metric.counts : () => true;
  const isBehind = (index: number) => metric.base(columns, index, now) && test(columns, index, now);
  const rows = [...rowsWhere(columns, question.period, question)].filter(isBehind);
  return rows
    .sort((a, b) => (columns.at[b] ?? 0) - (columns.at[a] ?? 0))
    .map((index) => keyAt(columns, index));
}
