import { flags } from '../insights/row.ts';
import { isCase, isFlagged } from './conditions.ts';
import type { Metric } from './metric.ts';

/** Cases opened again after they had been closed, of all cases. */
export const reopened: Metric = {
  id: 'reopened',
  kind: 'share',
  isMoreBetter: false,
  base: isCase,
  counts: (columns, index) => isFlagged(columns, index, flags.isReopened),
};
