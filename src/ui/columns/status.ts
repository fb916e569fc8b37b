import type { Column } from '../triage/column.ts';

export const status: Column = {
  id: 'status',
  value: ({ feedback }, { t }) => (feedback.case ? t(`status.${feedback.case.status}`) : ''),
};
