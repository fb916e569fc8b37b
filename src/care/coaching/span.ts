/** The periods a sheet can be of. */
import { type PeriodKind, periodOf } from '../insights/period.ts';
import type { Period } from '../insights/question.ts';

export const spans = ['28', '90', 'quarter'] as const;
export type Span = (typeof spans)[number];

const dayMs = 86_400_000;

/** Whole days up to the end of today, or the quarter of today, in a zone. */
export function periodOfSpan(span: Span, now: number, zone: string): Period {
  const kind: PeriodKind = span === 'quarter' ? 'quarter' : 'day';
  const { from, to } = periodOf(kind, now, zone);
  if (span === 'quarter') return { from, to };
  // Days are not all of 24 hours: the middle of the first one tells which it is.
  return { from: periodOf('day', from - (Number(span) - 1) * dayMs + dayMs / 2, zone).from, to };
}
