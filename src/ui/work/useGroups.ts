import { useQuery } from '@tanstack/react-query';
import type { Colleague } from '../../actions/findColleagues.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import { later } from '../lazyPart.ts';
import { useApp } from '../useApp.ts';

/** The account's groups, read once a page and only where they are needed. */
export function useGroups(isNeeded: boolean): {
  groups: readonly Colleague[];
  failure: Failure | null;
  reload: () => void;
} {
  const app = useApp();
  const { data, error, refetch } = useQuery({
    queryKey: ['groups'],
    enabled: isNeeded,
    queryFn: async () => (await later(() => import('../../actions/findColleagues.ts'))).findGroups(app),
  });
  return { groups: data ?? [], failure: error ? asFailure(error) : null, reload: () => void refetch() };
}
