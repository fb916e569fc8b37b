import { isolate } from '../formats.ts';
import type { Column } from '../triage/column.ts';

export const customer: Column = {
  id: 'customer',
  width: 'minmax(84px, 1fr)',
  value: ({ requesterId }, { t, names }) => isolate(names[requesterId ?? ''] ?? t('people.customer')),
  sortValue: ({ requesterId }, { names }) => names[requesterId ?? ''] ?? null,
  needsDetails: () => true,
};
