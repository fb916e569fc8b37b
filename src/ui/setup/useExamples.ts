import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Preview } from '../../actions/previewSource.ts';
import { asFailure, type Failure } from '../../care/failure.ts';

export interface ExamplesReading {
  preview: Preview | null;
  failure: Failure | null;
  isReading: boolean;
}

/** Examples for what is chosen at the moment; `read` is `null` while there is nothing to ask for. */
export function useExamples(of: readonly string[], read: (() => Promise<Preview>) | null): ExamplesReading {
  const { data, error, isFetching } = useQuery({
    queryKey: ['examples', ...of],
    queryFn: () => (read ? read() : null),
    enabled: read !== null,
    placeholderData: keepPreviousData,
  });
  const isAsked = read !== null;
  return {
    preview: isAsked ? (data ?? null) : null,
    failure: isAsked && error && !isFetching ? asFailure(error) : null,
    isReading: isAsked && isFetching && !data,
  };
}
