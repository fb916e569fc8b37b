import type { Column } from '../triage/column.ts';

export const bucket: Column = {
  id: 'bucket',
  width: '92px',
  value: ({ feedback }, { t }) => t(feedback.bucket ? `bucket.${feedback.bucket}` : 'bucket.nothing'),
  sortValue: ({ feedback }, { t }) => (feedback.bucket ? t(`bucket.${feedback.bucket}`) : null),
};
