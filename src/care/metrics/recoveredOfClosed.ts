import { flags } from '../insights/row.ts';
import { isCase, isFlagged, isRecoverable } from './conditions.ts';
import type { Metric } from './metric.ts';

/** Recovered, of all closed cases of bad scores; who changed their mind and was never contacted does not count. */
export const recoveredOfClosed: Metric = {
  id: 'recovered_of_closed',
  kind: 'share',
  isMoreBetter: true,
  within: isCase,
  base: isRecoverable,
  counts: (columns, index) =>
    isFlagged(
      columns,
      index,
      isFlagged(columns, index, flags.isContacted) ? flags.isRecovered : flags.isRecoveredByOutcome,
    ),
};
