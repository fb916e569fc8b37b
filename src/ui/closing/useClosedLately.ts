import { useQuery } from '@tanstack/react-query';
import type { CaseRow } from '../../actions/listCases.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import type { Feedback } from '../../care/feedback.ts';
import { closedSince, type RecoverySums, recoverySums } from '../../care/recovery.ts';
import { later } from '../lazyPart.ts';
import { useApp } from '../useApp.ts';

const day = 86_400_000;

export interface ClosedLately {
  /** How many were closed, counted or not. */
  count: number;
  sums: RecoverySums;
  isWhole: boolean;
}

/**
 * The cases closed in the last `days` days, in as many calls as `pages` at most. Of `all` that the screen
 * knows, one's own last press included, what is newer stands: the index lags.
 */
export function useClosedLately(days: number, pages: number, all: ReadonlyMap<string, CaseRow>) {
  const app = useApp();
  const query = useQuery({
    queryKey: ['closed_lately', days, pages],
    // As old as the screen it is on.
    staleTime: 0,
    queryFn: async () => {
      const { readRecovery } = await later(() => import('../../actions/readRecovery.ts'));
      const since = app.now() - days * day;
      return { since, ...(await readRecovery(app, since, pages)) };
    },
  });
  const { data, error } = query;
  const failure: Failure | null = error ? asFailure(error) : null;
  return { lately: data ? latelyOf(data, all, app.configuration) : null, failure, retry: query.refetch };
}

function latelyOf(
  { feedbacks, since, isWhole }: { feedbacks: Feedback[]; since: number; isWhole: boolean },
  all: ReadonlyMap<string, CaseRow>,
  configuration: Parameters<typeof recoverySums>[1],
): ClosedLately {
  const byKey = new Map(feedbacks.map((feedback) => [feedback.key, feedback]));
  for (const { feedback } of all.values()) {
    if (feedback.rev > (byKey.get(feedback.key)?.rev ?? 0)) byKey.set(feedback.key, feedback);
  }
  const closed = closedSince([...byKey.values()], since);
  return { count: closed.length, sums: recoverySums(closed, configuration), isWhole };
}
