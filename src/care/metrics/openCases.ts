import { isCase, isOpenCase } from './conditions.ts';
import type { Metric } from './metric.ts';

/** Cases that are not closed. */
export const openCases: Metric = {
  id: 'open_cases',
  kind: 'count',
  isMoreBetter: false,
  within: isCase,
  base: isOpenCase,
};
