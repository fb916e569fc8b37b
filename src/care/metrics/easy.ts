import { hasEffort } from './conditions.ts';
import type { Metric } from './metric.ts';

/** Found it easy: above the middle of the scale. */
export const easy: Metric = {
  id: 'easy',
  kind: 'share',
  isMoreBetter: true,
  base: hasEffort,
  counts: (columns, index) => (columns.ces[index] ?? 0) > 300,
};
