import type { Column } from '../triage/column.ts';
import { OwnerCell } from '../triage/OwnerCell.tsx';

export const owner: Column = {
  id: 'owner',
  width: 'minmax(48px, 0.8fr)',
  Cell: OwnerCell,
  value({ feedback }, { t, names, userId }) {
    const ownerId = feedback.case?.ownerId ?? null;
    if (ownerId === null) return t('people.nobody');
    return ownerId === userId ? t('people.you') : (names[ownerId] ?? t('people.someone'));
  },
  sortValue: ({ feedback }, { names }) => {
    const ownerId = feedback.case?.ownerId ?? null;
    return ownerId === null ? null : (names[ownerId] ?? ownerId);
  },
  needsDetails: () => true,
};
