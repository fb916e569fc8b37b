import { useQuery } from '@tanstack/react-query';
import { type CustomerHistory, readCustomer } from '../../actions/readCustomer.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import type { Feedback } from '../../care/feedback.ts';
import { useApp } from '../useApp.ts';

export interface Earlier {
  history: CustomerHistory | null;
  failure: Failure | null;
  isReading: boolean;
  reload: () => void;
}

/** What else the customer said, read when it is wanted. */
export function useEarlier(feedback: Feedback, requesterId: string | null, isWanted = true): Earlier {
  const app = useApp();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['customer', requesterId, feedback.key],
    enabled: isWanted && requesterId !== null,
    queryFn: () => (requesterId === null ? null : readCustomer(app, feedback, requesterId)),
  });
  return {
    history: data ?? null,
    failure: error ? asFailure(error) : null,
    isReading: isFetching && !data,
    reload: () => void refetch(),
  };
}
