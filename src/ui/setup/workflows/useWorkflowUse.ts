import { useQuery } from '@tanstack/react-query';
import { readWorkflowUse, type WorkflowUse } from '../../../actions/readWorkflowUse.ts';
import type { MadeRule } from '../../../care/workflows/workflow.ts';
import { useApp } from '../../useApp.ts';

export interface UseReading {
  /** By workflow id, as Zendesk counts; `undefined` until it is known. */
  uses: Record<string, WorkflowUse | null> | undefined;
  isFailed: boolean;
}

/** How often each workflow fired, as of when the section is opened. */
export function useWorkflowUse(made: readonly MadeRule[]): UseReading {
  const app = useApp();
  const { data, error, isFetching } = useQuery({
    queryKey: ['rules', 'use', ...made.map(({ kind, id }) => `${kind} ${id}`)],
    queryFn: () => readWorkflowUse(app, made),
    enabled: made.length > 0,
    refetchOnMount: 'always',
  });
  return { uses: made.length > 0 ? data : {}, isFailed: error !== null && !isFetching };
}
