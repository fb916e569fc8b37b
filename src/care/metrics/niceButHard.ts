import { flags } from '../insights/row.ts';
import { isFlagged } from './conditions.ts';
import type { Metric } from './metric.ts';

/** Liked the team and found it hard, of all who answered both: what process costs. */
export const niceButHard: Metric = {
  id: 'nice_but_hard',
  kind: 'share',
  isMoreBetter: false,
  base: (columns, index) => columns.verdict[index] !== 0 && columns.ces[index] !== 0,
  counts: (columns, index) => isFlagged(columns, index, flags.isNiceButHard),
};
