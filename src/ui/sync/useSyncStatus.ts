import { useQuery } from '@tanstack/react-query';
import { readSyncStatus } from '../../actions/syncStatus.ts';
import { useActivity } from '../useActivity.ts';
import { useApp } from '../useApp.ts';

/** Milliseconds between two looks: seldom, and oftener while history is being read before an admin's eyes. */
const seldom = 60_000;
const often = 4_000;

/** Who keeps the scores up to date, and how far that has come; looked at again while somebody looks. */
export function useSyncStatus() {
  const app = useApp();
  const isActive = useActivity();
  return useQuery({
    queryKey: ['sync'],
    enabled: isActive,
    // Looking again is nobody's click: the sync would wait for it and never begin.
    queryFn: ({ client, queryKey }) =>
      readSyncStatus(app, client.getQueryData(queryKey) ? 'background' : 'interactive'),
    refetchInterval: ({ state }) =>
      app.user.isAdmin && state.data?.backfill?.state === 'running' ? often : seldom,
  });
}
