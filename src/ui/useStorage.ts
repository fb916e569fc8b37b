import { useQuery } from '@tanstack/react-query';
import { explainRefusal, isRefusal, type StorageState } from '../actions/readStorage.ts';
import type { Failure } from '../care/failure.ts';
import { useApp } from './useApp.ts';

/** Why the ledger refused: `null` while nobody knows, or when the failure is of another kind. */
export function useStorage(failure: Failure | null): Exclude<StorageState, 'ready'> | null {
  const app = useApp();
  const isRefused = isRefusal(failure);
  const { data } = useQuery({
    queryKey: ['storage'],
    queryFn: () => explainRefusal(app),
    enabled: isRefused,
  });
  return isRefused && data && data !== 'ready' ? data : null;
}
