import { isolate } from '../formats.ts';
import type { Column } from '../triage/column.ts';

export const topic: Column = {
  id: 'topic',
  width: 'minmax(64px, 1fr)',
  value: ({ feedback }) => (feedback.topic ? isolate(feedback.topic) : '—'),
  sortValue: ({ feedback }) => feedback.topic || null,
};
