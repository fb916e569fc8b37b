import { isCase, isOpenCase } from './conditions.ts';
import type { Metric } from './metric.ts';

/** The same in business hours; nothing but open cases where the account has no schedule. */
export const firstActionOpen: Metric = {
  id: 'first_action_open',
  kind: 'span',
  isMoreBetter: false,
  within: isCase,
  base: (columns, index, now) =>
    columns.firstActionOpen[index] !== 0 ||
    (columns.firstActionAt[index] === 0 && isOpenCase(columns, index, now)),
  isOpen: (columns, index) => columns.firstActionOpen[index] === 0,
  value: (columns, index) => (columns.firstActionOpen[index] ?? 0) - 1,
};
