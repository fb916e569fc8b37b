import { useQuery } from '@tanstack/react-query';
import { readReport } from '../../actions/readReport.ts';
import { asFailure } from '../../care/failure.ts';
import type { Period } from '../../care/insights/question.ts';
import { useApp } from '../useApp.ts';

/** Every feedback of these periods as columns, as current as it could be had; what was read last stays while it fails. */
export function useReportData(periods: readonly Period[]) {
  const app = useApp();
  const [from, to] = [Math.min(...periods.map((one) => one.from)), Math.max(...periods.map((one) => one.to))];
  const { data, dataUpdatedAt, error, isFetching, refetch } = useQuery({
    queryKey: ['report', from, to],
    queryFn: () => readReport(app, { from, to }),
    refetchOnMount: 'always',
    structuralSharing: false,
  });
  return {
    data: data ?? null,
    /** Tells one reading from the next, also where both are as of the same time. */
    readAt: dataUpdatedAt,
    failure: error ? asFailure(error) : null,
    isReading: isFetching,
    reload: () => void refetch(),
  };
}
