import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { asFailure } from '../../care/failure.ts';
import { useApp } from '../useApp.ts';
import { usePeople } from '../usePeople.ts';

interface Item {
  id: string;
  ownerId: string;
  byId: string;
}

/** Saved things of one kind, read anew whenever they are opened; what one does oneself is shown at once. */
export function useItems<T extends Item>(kind: 'views' | 'collections', read: () => Promise<T[]>) {
  const app = useApp();
  const queries = useQueryClient();
  const query = useQuery({ queryKey: [kind], queryFn: read, refetchOnMount: 'always' });
  const items = query.data ?? [];
  const people = usePeople(items.flatMap(({ ownerId, byId }) => [ownerId, byId]));
  const change = useCallback(
    (edit: (before: T[]) => T[]) => {
      // An answer on its way knows nothing of this yet.
      void queries.cancelQueries({ queryKey: [kind] });
      queries.setQueryData<T[]>([kind], (before) => edit(before ?? []));
    },
    [queries, kind],
  );
  return {
    items,
    nameOf: (id: string) => people[id] ?? app.t('people.someone'),
    isReading: query.isFetching && query.data === undefined,
    failure: query.error ? asFailure(query.error) : null,
    reload: () => void query.refetch(),
    put: (item: T) => change((before) => [...before.filter(({ id }) => id !== item.id), item]),
    drop: (id: string) => change((before) => before.filter((item) => item.id !== id)),
  };
}
