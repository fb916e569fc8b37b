import { isAny } from './conditions.ts';
import type { Metric } from './metric.ts';

/** Feedbacks: rated, categorised or worked on. */
export const volume: Metric = {
  id: 'volume',
  kind: 'count',
  isMoreBetter: null,
  base: isAny,
};
