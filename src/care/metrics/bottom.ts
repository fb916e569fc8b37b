import { flags } from '../insights/row.ts';
import { isFlagged } from './conditions.ts';
import type { Metric } from './metric.ts';

/**
 * Bottom-2-box: 1 and 2 of 5, on other scales what lies below the middle. A bare bad may be a 3 and is left out; it
 * counts where the account asks good or bad and nothing else.
 */
export const bottom: Metric = {
  id: 'bottom',
  kind: 'share',
  isMoreBetter: false,
  base: (columns, index) => columns.csat[index] !== 0 || isFlagged(columns, index, flags.isLegacy),
  counts: (columns, index) => {
    const csat = columns.csat[index] ?? 0;
    return csat === 0 ? columns.verdict[index] === 1 : csat < 300;
  },
};
