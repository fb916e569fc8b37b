import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type Reconciled, reconcileBad } from '../../actions/reconcile.ts';
import type { SyncStatus } from '../../actions/syncStatus.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import { useActivity } from '../useActivity.ts';
import { useApp } from '../useApp.ts';
import { isStale, staleAfter } from './freshness.ts';

export interface Reconciling {
  last: Reconciled | null;
  failure: Failure | null;
}

/**
 * While no admin's app keeps the scores: bad ratings nobody has recorded are looked for from here, every ten
 * minutes while somebody looks. `onFound` when cases may have been opened.
 */
export function useReconcile(status: SyncStatus | undefined, onFound: () => void): Reconciling {
  const app = useApp();
  const isActive = useActivity();
  const isDue = status !== undefined && !app.user.isAdmin && isStale(status, app.now());
  const { data, error } = useQuery({
    queryKey: ['reconcile'],
    enabled: isActive && isDue,
    queryFn: () => reconcileBad(app),
    refetchInterval: staleAfter,
    staleTime: staleAfter,
  });
  const tell = useRef(onFound);
  tell.current = onFound;
  useEffect(() => {
    if (data && data.found > 0) tell.current();
  }, [data]);
  return { last: data ?? null, failure: error ? asFailure(error) : (data?.missed ?? null) };
}
