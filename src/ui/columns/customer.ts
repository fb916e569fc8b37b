import { isolate } from '../formats.ts';
import type { Column } from '../triage/column.ts';

export const customer: Column = {
  id: 'customer',
  value: ({ requesterId }, { t, names }) => isolate(names[requesterId ?? ''] ?? t('people.customer')),
};
