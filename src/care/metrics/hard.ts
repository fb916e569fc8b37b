import { hasEffort } from './conditions.ts';
import type { Metric } from './metric.ts';

/** Found it hard: below the middle of the scale. */
export const hard: Metric = {
  id: 'hard',
  kind: 'share',
  isMoreBetter: false,
  base: hasEffort,
  counts: (columns, index) => (columns.ces[index] ?? 0) < 300,
};
