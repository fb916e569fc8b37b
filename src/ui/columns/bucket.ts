import type { Column } from '../triage/column.ts';

export const bucket: Column = {
  id: 'bucket',
  value: ({ feedback }, { t }) => t(feedback.bucket ? `bucket.${feedback.bucket}` : 'bucket.nothing'),
};
