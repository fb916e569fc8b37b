import { ratedAt } from '../../care/feedback.ts';
import { relative } from '../formats.ts';
import type { Column } from '../triage/column.ts';

export const rated: Column = {
  id: 'rated',
  width: '112px',
  value({ feedback }, { locale, now }) {
    const at = ratedAt(feedback);
    return at === null ? '—' : relative(at, now, locale);
  },
  sortValue: ({ feedback }) => ratedAt(feedback),
};
