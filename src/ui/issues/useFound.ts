import { useQuery } from '@tanstack/react-query';
import { findIssueTickets } from '../../actions/findIssueTickets.ts';
import { asFailure } from '../../care/failure.ts';
import type { Period } from '../../care/insights/question.ts';
import { useApp } from '../useApp.ts';

export const foundKey = (query: string | null, { from, to }: Period) => ['issue_found', query, from, to];

/** The tickets of a period an issue's own search finds; nothing is asked where it has none. */
export function useFound(query: string | null, { from, to }: Period) {
  const app = useApp();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: foundKey(query, { from, to }),
    enabled: query !== null,
    queryFn: () => findIssueTickets(app, query ?? '', { from, to }),
  });
  return {
    found: query === null ? null : (data ?? null),
    isReading: isFetching,
    failure: error ? asFailure(error) : null,
    reload: () => void refetch(),
  };
}
