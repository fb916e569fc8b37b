import { hasEffort } from './conditions.ts';
import type { Metric } from './metric.ts';

/** Mean of how easy it was, on 1-5 with higher = easier. */
export const ces: Metric = {
  id: 'ces',
  kind: 'score',
  isMoreBetter: true,
  base: hasEffort,
  value: (columns, index) => (columns.ces[index] ?? 0) / 100,
};
