import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { readPilot } from '../../../actions/readPilot.ts';
import type { Configuration } from '../../../care/configuration.ts';
import { asFailure, type Failure } from '../../../care/failure.ts';
import { comparePilot, type PilotReport } from '../../../care/pilot.ts';
import { useApp } from '../../useApp.ts';

const day = 86_400_000;

export interface PilotUse {
  report: PilotReport | null;
  /** Feedbacks read, and whether those are all. */
  count: number;
  isWhole: boolean;
  failure: Failure | null;
  isReading: boolean;
  onRetry: () => void;
}

/** The last `days` days, from at most `pages` pages of a hundred records. */
export function usePilot(days: number, pages: number, configuration: Configuration): PilotUse {
  const app = useApp();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['pilot', days, pages, JSON.stringify(configuration.pilot)],
    // As old as the section it is on.
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryFn: () => {
      const since = app.now() - days * day;
      return readPilot({ ...app, configuration }, since, { pages, clock: () => performance.now() });
    },
  });
  return {
    report: data ? comparePilot(data.placed, configuration, { since: data.since, now: data.asOf }) : null,
    count: data?.placed.length ?? 0,
    isWhole: data?.isWhole ?? false,
    failure: error && !isFetching ? asFailure(error) : null,
    isReading: isFetching,
    onRetry: () => void refetch(),
  };
}
