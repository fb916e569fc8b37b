import { isCase, isOpenCase } from './conditions.ts';
import type { Metric } from './metric.ts';

/** The same in business hours; nothing but open cases where the account has no schedule. */
export const daysToCloseOpen: Metric = {
  id: 'days_to_close_open',
  kind: 'span',
  isMoreBetter: false,
  within: isCase,
  base: (columns, index, now) => columns.closeOpen[index] !== 0 || isOpenCase(columns, index, now),
  isOpen: (columns, index) => columns.closeOpen[index] === 0,
  value: (columns, index) => (columns.closeOpen[index] ?? 0) - 1,
};
