import type { Metric } from './metric.ts';

/** From the rating to the first try to reach the customer, by the calendar; cases nobody has begun are open. */
export const firstAction: Metric = {
  id: 'first_action',
  kind: 'span',
  isMoreBetter: false,
  base: (columns, index) => columns.status[index] !== 0,
  isOpen: (columns, index) => columns.firstActionAt[index] === 0,
  value: (columns, index) => Math.max(0, (columns.firstActionAt[index] ?? 0) - (columns.at[index] ?? 0)),
};
