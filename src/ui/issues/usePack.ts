import { useQuery } from '@tanstack/react-query';
import { readPack } from '../../actions/readPack.ts';
import { asFailure } from '../../care/failure.ts';
import type { StoredIssue } from '../../care/issues/issue.ts';
import type { Pack } from '../../care/issues/pack.ts';
import type { Watch } from '../../care/issues/watch.ts';
import { useApp } from '../useApp.ts';
import type { Month } from './useMonth.ts';
import type { MonthData } from './useMonthData.ts';

/** The month's issues as they are taken to the meeting. Fixes are watched beside it: what that says is laid in. */
export function usePack(
  month: Month,
  { data, readAt, counter }: MonthData,
  issues: readonly StoredIssue[] | null,
  watches: Readonly<Record<string, Watch>>,
  hasVerbatims = false,
) {
  const app = useApp();
  const query = useQuery({
    queryKey: [
      'issue_pack',
      month.month.from,
      readAt,
      issues?.map(({ id, rev }) => `${id}.${rev}`).join(),
      hasVerbatims,
    ],
    enabled: data !== null && counter !== null && issues !== null,
    queryFn: () => {
      if (!data || !counter || !issues) throw new Error('nothing to count yet');
      return readPack(app, counter.ask, {
        month: month.month,
        before: month.before,
        asOf: data.asOf,
        hasSuspected: false,
        issues,
        watches: {},
        hasVerbatims,
      });
    },
    placeholderData: (before) => before,
    structuralSharing: false,
  });
  const pack: Pack | null = query.data
    ? {
        ...query.data,
        promises: query.data.promises.map((one) => ({ ...one, watch: watches[one.issue.id] ?? one.watch })),
      }
    : null;
  return {
    pack,
    isReading: query.isFetching,
    failure: query.error ? asFailure(query.error) : null,
    reload: () => void query.refetch(),
  };
}
