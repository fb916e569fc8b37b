import { isCase } from './conditions.ts';
import type { Metric } from './metric.ts';

/** Not closed in time, of all cases: see `isLate`. Late stays late; an open case is once its time has passed. */
export const overdue: Metric = {
  id: 'overdue',
  kind: 'share',
  isMoreBetter: false,
  base: isCase,
  counts: (columns, index, now) => (columns.closedAt[index] || now) > (columns.dueAt[index] ?? 0),
};
