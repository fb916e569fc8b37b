import { isCase, isOpenCase } from './conditions.ts';
import type { Metric } from './metric.ts';

/**
 * From the rating the case is about to the first try to reach the customer, by the calendar. Open are cases nobody has begun; a case
 * closed without a try has no such time and never will.
 */
export const firstAction: Metric = {
  id: 'first_action',
  kind: 'span',
  isMoreBetter: false,
  within: isCase,
  base: (columns, index, now) => columns.firstActionAt[index] !== 0 || isOpenCase(columns, index, now),
  isOpen: (columns, index) => columns.firstActionAt[index] === 0,
  value: (columns, index) => {
    const since = columns.ratedAt[index] || (columns.at[index] ?? 0);
    return Math.max(0, (columns.firstActionAt[index] ?? 0) - since);
  },
};
