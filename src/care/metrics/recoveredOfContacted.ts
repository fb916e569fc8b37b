import { flags } from '../insights/row.ts';
import { isFlagged, isRecoverable } from './conditions.ts';
import type { Metric } from './metric.ts';

/** Recovered by outcome or by a later score, of closed cases whose customer was reached or written to. */
export const recoveredOfContacted: Metric = {
  id: 'recovered_of_contacted',
  kind: 'share',
  isMoreBetter: true,
  within: isRecoverable,
  base: (columns, index, now) =>
    isRecoverable(columns, index, now) && isFlagged(columns, index, flags.isContacted),
  counts: (columns, index) => isFlagged(columns, index, flags.isRecovered),
};
