/** Which rows a question is about. */
import { buckets, caseStatuses } from '../ledger.ts';
import { type Columns, textAt } from './columns.ts';
import { type Dimension, type Filters, type Period, type Question, textOf } from './question.ts';
import { flags } from './row.ts';

/** The value a row has in a dimension; `null` for none. */
export function valueAt(columns: Columns, dimension: Dimension, index: number): string | null {
  const text = textOf[dimension];
  if (text) return textAt(columns, text, index);
  if (dimension === 'bucket') return buckets[(columns.bucket[index] ?? 0) - 1] ?? null;
  if (dimension === 'status') return caseStatuses[(columns.status[index] ?? 0) - 1] ?? null;
  const score = columns.csat[index] ?? 0;
  if (score > 0) return String(Math.round(score / 100));
  return [null, 'bad', 'good'][columns.verdict[index] ?? 0] ?? null;
}

/** Rows that count in figures: nothing that was left out, and no machine's click unless asked for. */
export function isCountedAt(columns: Columns, index: number, hasSuspected: boolean): boolean {
  const own = columns.flags[index] ?? 0;
  return (own & flags.isLeftOut) === 0 && (hasSuspected || (own & flags.isSuspected) === 0);
}

/** Places of the rows of a period that count and fit the filters, in their order. */
export function rowsWhere(
  columns: Columns,
  period: Period,
  { filters, hasSuspected }: Pick<Question, 'filters' | 'hasSuspected'>,
): Uint32Array {
  const found: number[] = [];
  for (let index = 0; index < columns.n; index += 1) {
    const at = (columns.at[index] ?? 0) * 1000;
    if (at < period.from || at >= period.to || !isCountedAt(columns, index, hasSuspected)) continue;
    if (fits(columns, index, filters)) found.push(index);
  }
  return Uint32Array.from(found);
}

function fits(columns: Columns, index: number, filters: Filters): boolean {
  for (const [dimension, values] of Object.entries(filters) as [Dimension, readonly (string | null)[]][])
    if (!values.includes(valueAt(columns, dimension, index))) return false;
  return true;
}
