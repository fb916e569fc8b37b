import { isRated } from './conditions.ts';
import type { Metric } from './metric.ts';

/** Feedbacks with a CSAT or an effort score. */
export const rated: Metric = {
  id: 'rated',
  kind: 'count',
  isMoreBetter: null,
  base: isRated,
};
