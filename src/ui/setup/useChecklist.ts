import { useQuery } from '@tanstack/react-query';
import { readChecklist } from '../../actions/readChecklist.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import type { Checklist } from '../../care/setup/checklist.ts';
import { useApp } from '../useApp.ts';

export interface ChecklistReading {
  /** The last one that could be read. */
  checklist: Checklist | null;
  failure: Failure | null;
  isReading: boolean;
  /** Answers the new one, `null` where it could not be read. */
  reload: () => Promise<Checklist | null>;
}

/** What is in place in the account: read when the page opens, and again when somebody asks. */
export function useChecklist(): ChecklistReading {
  const app = useApp();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['checklist'],
    queryFn: () => readChecklist(app),
    staleTime: 60_000,
  });
  return {
    checklist: data ?? null,
    failure: error && !isFetching ? asFailure(error) : null,
    isReading: isFetching,
    reload: async () => {
      const { data: read, isSuccess } = await refetch();
      return isSuccess ? (read ?? null) : null;
    },
  };
}
