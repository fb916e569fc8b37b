import { useQuery } from '@tanstack/react-query';
import type { StorageState } from '../actions/readStorage.ts';
import type { Failure } from '../care/failure.ts';
import { useApp } from './useApp.ts';

/** Why the ledger refused: `null` while nobody knows, or when the failure is of another kind. */
export function useStorage(failure: Failure | null): Exclude<StorageState, 'ready'> | null {
  const app = useApp();
  const isRefused = failure?.kind === 'forbidden' || failure?.kind === 'notFound';
  const { data } = useQuery({
    queryKey: ['storage', failure?.kind],
    queryFn: async () => {
      // Seldom needed: the code for it comes when it is.
      const { explainRefusal } = await import('../actions/readStorage.ts');
      return failure ? explainRefusal(app, failure) : null;
    },
    enabled: isRefused,
  });
  return isRefused && data && data !== 'ready' ? data : null;
}
