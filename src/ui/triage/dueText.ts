import { relative, span } from '../formats.ts';
import type { Column } from './column.ts';

/** Time left or over; for closed cases how long ago they were closed. */
export const dueText: Column['value'] = ({ feedback }, { t, locale, now }) => {
  const current = feedback.case;
  if (!current) return '';
  if (current.closedAt !== null) return relative(current.closedAt, now, locale);
  const time = span(current.dueAt - now, locale, true);
  return t(now >= current.dueAt ? 'due.late' : 'due.left', { time });
};
