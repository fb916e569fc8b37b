import type { Metric } from './metric.ts';

/** Top-2-box: good as Zendesk counts (4 and 5 of 5), of all rated. */
export const csat: Metric = {
  id: 'csat',
  kind: 'share',
  isMoreBetter: true,
  base: (columns, index) => columns.verdict[index] !== 0,
  counts: (columns, index) => columns.verdict[index] === 2,
};
