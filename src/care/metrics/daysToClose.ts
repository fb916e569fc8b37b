import { isCase } from './conditions.ts';
import type { Metric } from './metric.ts';

/** From opened to closed, of a case that was opened again to its last closing, by the calendar. */
export const daysToClose: Metric = {
  id: 'days_to_close',
  kind: 'span',
  isMoreBetter: false,
  base: isCase,
  isOpen: (columns, index) => columns.closedAt[index] === 0,
  value: (columns, index) => Math.max(0, (columns.closedAt[index] ?? 0) - (columns.openedAt[index] ?? 0)),
};
