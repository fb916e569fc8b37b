import { relative, span } from '../formats.ts';
import type { Column } from './column.ts';

/** Time left or over; for what is closed or set aside how long ago that was. */
export const dueText: Column['value'] = ({ feedback }, { t, locale, now }) => {
  const current = feedback.case;
  if (feedback.setAside) return relative(feedback.setAside.at, now, locale);
  if (!current) return '';
  if (current.closedAt !== null) return relative(current.closedAt, now, locale);
  const time = span(current.dueAt - now, locale, true);
  return t(now >= current.dueAt ? 'due.late' : 'due.left', { time });
};
