/** The rehearsal while the page lives: what it would take, how far it is, and what was read. */
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Estimate, estimateRehearsal, type Past, readPast } from '../../../actions/rehearse.ts';
import type { Configuration } from '../../../care/configuration.ts';
import { asFailure, type Failure } from '../../../care/failure.ts';
import { useAnnounce } from '../../useAnnounce.ts';
import { useApp } from '../../useApp.ts';

const keys = {
  estimate: ['rehearsal', 'estimate'],
  past: ['rehearsal', 'past'],
  looked: ['rehearsal', 'looked'],
  stopped: ['rehearsal', 'stopped'],
};

/** What was read, and by which sources of scores. */
interface Read {
  past: Past;
  days: number;
  by: string;
}

export interface RehearsalUse {
  estimate: Estimate | null;
  estimateFailure: Failure | null;
  onEstimate: () => void;
  read: Read | null;
  readFailure: Failure | null;
  isReading: boolean;
  isStopping: boolean;
  /** Rated tickets looked at so far. */
  looked: number;
  /** Scores would be read from other places now. */
  isStale: boolean;
  onStart: () => void;
  onStop: () => void;
}

/** `configuration`: as it stands on the page. What was read is kept until the page is closed; nothing is stored. */
export function useRehearsal(configuration: Configuration): RehearsalUse {
  const app = useApp();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const here = { ...app, configuration };
  const by = sourcesOf(configuration);
  const estimate = useQuery({ queryKey: keys.estimate, queryFn: () => estimateRehearsal(here) });
  const past = useQuery<Read>({
    queryKey: keys.past,
    enabled: false,
    queryFn: async () => {
      const days = estimate.data?.days ?? 1;
      const read = await readPast(here, {
        days,
        isStopped: () => queries.getQueryData(keys.stopped) === true,
        onProgress: (count) => queries.setQueryData(keys.looked, count),
        clock: () => performance.now(),
      });
      return { past: read, days, by };
    },
  });
  const looked = useQuery<number>({ queryKey: keys.looked, queryFn: skipToken });
  const stopped = useQuery<boolean>({ queryKey: keys.stopped, queryFn: skipToken });
  const onStart = async () => {
    if (past.isFetching || !estimate.data) return;
    queries.setQueryData(keys.looked, 0);
    queries.setQueryData(keys.stopped, false);
    const { data } = await past.refetch();
    if (data) announce(app.t('rehearsal.done', { count: data.past.ratings.length }));
  };
  return {
    estimate: estimate.data ?? null,
    estimateFailure: estimate.error && !estimate.isFetching ? asFailure(estimate.error) : null,
    onEstimate: () => void estimate.refetch(),
    read: past.data ?? null,
    readFailure: past.error && !past.isFetching ? asFailure(past.error) : null,
    isReading: past.isFetching,
    isStopping: stopped.data === true,
    looked: looked.data ?? 0,
    isStale: past.data !== undefined && past.data.by !== by,
    onStart: () => void onStart(),
    onStop: () => queries.setQueryData(keys.stopped, true),
  };
}

const sourcesOf = ({ survey, questions, scoreSources }: Configuration) =>
  JSON.stringify([survey, questions, scoreSources]);
