import { isRated } from './conditions.ts';
import type { Metric } from './metric.ts';

/** An agent said the score is not theirs, whatever became of that; of all rated. */
export const disputed: Metric = {
  id: 'disputed',
  kind: 'share',
  isMoreBetter: null,
  base: isRated,
  counts: (columns, index) => columns.dispute[index] !== 0,
};
