import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Issues, readIssues } from '../../actions/readIssues.ts';
import { asFailure } from '../../care/failure.ts';
import type { StoredIssue } from '../../care/issues/issue.ts';
import { useApp } from '../useApp.ts';

const queryKey = ['issues'];

/** The register of issues; what is written here shows at once. */
export function useRegister() {
  const app = useApp();
  const client = useQueryClient();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey,
    queryFn: () => readIssues(app),
    refetchOnMount: 'always',
  });
  const byName = (a: StoredIssue, b: StoredIssue) => a.name.localeCompare(b.name, app.locale);
  const put = (issue: StoredIssue) =>
    client.setQueryData<Issues>(queryKey, (known) => {
      const others = (known?.issues ?? []).filter(({ id }) => id !== issue.id);
      return { broken: 0, isCut: false, ...known, issues: [...others, issue].sort(byName) };
    });
  return {
    issues: data?.issues ?? null,
    broken: data?.broken ?? 0,
    isCut: data?.isCut ?? false,
    failure: error ? asFailure(error) : null,
    isReading: isFetching,
    reload: () => void refetch(),
    put,
  };
}

export type Register = ReturnType<typeof useRegister>;
