import { isCase } from './conditions.ts';
import type { Metric } from './metric.ts';

/** Feedbacks somebody had to act on. */
export const cases: Metric = {
  id: 'cases',
  kind: 'count',
  isMoreBetter: null,
  base: isCase,
};
