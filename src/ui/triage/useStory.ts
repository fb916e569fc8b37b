import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CaseRow } from '../../actions/listCases.ts';
import { type CaseStory, readCase } from '../../actions/readCase.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import type { Feedback } from '../../care/feedback.ts';
import { useApp } from '../useApp.ts';

export interface Story {
  events: CaseStory['events'];
  names: Record<string, string>;
  email: string | null;
  failure: Failure | null;
  isReading: boolean;
  reload: () => void;
}

/** The ledger of the open case, read again whenever the case has moved on. */
export function useStory(row: CaseRow, onFeedback: (feedback: Feedback) => void): Story {
  const app = useApp();
  const { feedback, ticketId, requesterId } = row;
  const query = useQuery({
    queryKey: ['story', feedback.key, feedback.rev],
    queryFn: () => readCase(app, feedback, { ticketId, requesterId }),
    placeholderData: keepPreviousData,
  });
  const { data, error, refetch, isFetching } = query;
  useEffect(() => {
    if (data && data.feedback.rev > feedback.rev) onFeedback(data.feedback);
  }, [data, feedback.rev, onFeedback]);
  return {
    events: data?.events ?? [],
    names: data?.names ?? {},
    email: data?.email ?? null,
    failure: error ? asFailure(error) : null,
    isReading: isFetching && !data,
    reload: () => void refetch(),
  };
}
