import { flags } from '../insights/row.ts';
import { isFlagged, isRecoverable } from './conditions.ts';
import type { Metric } from './metric.ts';

/** Gave a good score later by themselves, of closed cases nobody contacted: nobody's work, in no recovery rate. */
export const spontaneous: Metric = {
  id: 'spontaneous',
  kind: 'share',
  isMoreBetter: null,
  within: isRecoverable,
  base: (columns, index, now) =>
    isRecoverable(columns, index, now) && !isFlagged(columns, index, flags.isContacted),
  counts: (columns, index) =>
    isFlagged(columns, index, flags.isRecovered) && !isFlagged(columns, index, flags.isRecoveredByOutcome),
};
