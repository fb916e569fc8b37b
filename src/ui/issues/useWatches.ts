import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { watchPromises } from '../../actions/watchPromises.ts';
import { asFailure } from '../../care/failure.ts';
import type { StoredIssue } from '../../care/issues/issue.ts';
import { useApp } from '../useApp.ts';

/** Whether fixes held. `onReopened` hears of issues that were opened again because their contacts came back. */
export function useWatches(issues: readonly StoredIssue[] | null, onReopened: (issue: StoredIssue) => void) {
  const app = useApp();
  const told = useRef(onReopened);
  told.current = onReopened;
  const fixed = issues?.filter(({ fixedAt }) => fixedAt !== null) ?? [];
  const { data, error, refetch } = useQuery({
    queryKey: ['issue_watches', fixed.map(({ id, fixedAt }) => `${id}@${fixedAt}`).join()],
    enabled: issues !== null,
    queryFn: async () => {
      const found = await watchPromises(app, issues ?? []);
      for (const issue of found.reopened) told.current(issue);
      return found;
    },
    structuralSharing: false,
  });
  return {
    watches: data?.watches ?? {},
    failure: error ? asFailure(error) : (data?.failure ?? null),
    reload: () => void refetch(),
  };
}

export type Watches = ReturnType<typeof useWatches>;
