import { flags } from '../insights/row.ts';
import { isCase, isFlagged } from './conditions.ts';
import type { Metric } from './metric.ts';

/** Cases that were ever escalated, of all cases. */
export const escalated: Metric = {
  id: 'escalated',
  kind: 'share',
  isMoreBetter: null,
  base: isCase,
  counts: (columns, index) => isFlagged(columns, index, flags.isEscalated),
};
