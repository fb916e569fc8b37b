import { isAny } from './conditions.ts';
import type { Metric } from './metric.ts';

/** Somebody said what it was about: agent, process or root cause. */
export const bucketed: Metric = {
  id: 'bucketed',
  kind: 'share',
  isMoreBetter: true,
  base: isAny,
  counts: (columns, index) => columns.bucket[index] !== 0,
};
