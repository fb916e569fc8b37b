import type { Metric } from './metric.ts';

/** Mean of the CSAT numbers on 1-5; a good or bad without a number has no place on that scale. */
export const csatMean: Metric = {
  id: 'csat_mean',
  kind: 'score',
  isMoreBetter: true,
  base: (columns, index) => columns.csat[index] !== 0,
  value: (columns, index) => (columns.csat[index] ?? 0) / 100,
};
