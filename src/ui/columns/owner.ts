import type { Column } from '../triage/column.ts';

export const owner: Column = {
  id: 'owner',
  value({ feedback }, { t, names, userId }) {
    const ownerId = feedback.case?.ownerId ?? null;
    if (ownerId === null) return t('people.nobody');
    return ownerId === userId ? t('people.you') : (names[ownerId] ?? t('people.someone'));
  },
};
