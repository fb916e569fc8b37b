import { useQuery } from '@tanstack/react-query';
import { type ListedSchedule, readSchedules } from '../../actions/readSchedules.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';

export interface SchedulesReading {
  /** `undefined` until they are known, `null` where the account shows none. */
  listed: ListedSchedule[] | null | undefined;
  failure: Failure | null;
  isReading: boolean;
  reload: () => void;
}

/** The account's schedules as they are when the rules are opened, and again when somebody asks. */
export function useSchedules(): SchedulesReading {
  const app = useApp();
  const announce = useAnnounce();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['schedules'],
    queryFn: () => readSchedules(app),
    refetchOnMount: 'always',
  });
  const reload = async () => {
    const { isSuccess } = await refetch();
    if (isSuccess) announce(app.t('setup.clock.refreshed'));
  };
  return {
    listed: data,
    failure: error && !isFetching ? asFailure(error) : null,
    isReading: isFetching,
    reload: () => void reload(),
  };
}
