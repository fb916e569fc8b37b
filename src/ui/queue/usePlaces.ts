import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readPlaces } from '../../actions/readPlaces.ts';
import { useApp } from '../useApp.ts';
import type { QueueBarProps } from './QueueBar.tsx';

const isPlace = (id: string) => id === 'group' || id === 'brand';

/** Names of groups and brands, once they are to be seen. */
export function usePlaces({
  cases,
  query,
  columns,
}: Pick<QueueBarProps, 'cases' | 'query' | 'columns'>): void {
  const app = useApp();
  const isNeeded =
    query.group.length + query.brand.length > 0 ||
    isPlace(query.sort.by) ||
    columns.some(({ id }) => isPlace(id));
  const { data } = useQuery({ queryKey: ['places'], queryFn: () => readPlaces(app), enabled: isNeeded });
  const { putPlaces } = cases;
  useEffect(() => {
    if (data) putPlaces(data);
  }, [data, putPlaces]);
}
