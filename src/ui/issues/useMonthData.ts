import { useQueryClient } from '@tanstack/react-query';
import { findIssueTickets } from '../../actions/findIssueTickets.ts';
import type { Question } from '../../care/insights/question.ts';
import type { IssuePart } from '../../care/issues/issueFigures.ts';
import type { PackEntry } from '../../care/issues/pack.ts';
import { useAsk, useCounter } from '../insights/useCounter.ts';
import { useReportData } from '../insights/useReportData.ts';
import { useApp } from '../useApp.ts';
import { foundKey } from './useFound.ts';
import type { Month } from './useMonth.ts';

/** A month's feedbacks and those of the one before, and the way to the tickets behind the numbers of an issue. */
export function useMonthData({ month, before }: Pick<Month, 'month' | 'before'>) {
  const app = useApp();
  const client = useQueryClient();
  const report = useReportData([before, month]);
  const counter = useCounter(report.data?.columns ?? null);
  const asOf = report.data?.asOf ?? null;
  const question: Question | null =
    asOf === null ? null : { period: month, before, filters: {}, by: null, hasSuspected: false, now: asOf };
  const impact = useAsk(counter, 'impact', question && [question]);
  /** Of an issue, or of a topic nobody made an issue of. A search that is refused leaves its topics. */
  const keysOf = async ({ issue, name }: Pick<PackEntry, 'issue' | 'name'>, part: IssuePart) => {
    if (!counter) return [];
    const query = issue?.query ?? null;
    const search = {
      queryKey: foundKey(query, month),
      queryFn: () => findIssueTickets(app, query ?? '', month),
    };
    const found = query === null ? null : await client.fetchQuery(search).catch(() => null);
    const topics = issue?.topics ?? [name];
    return counter.ask('issueKeys', { topics, found, period: month, hasSuspected: false }, part);
  };
  const untopicedKeys = async () => {
    if (!counter || !question) return [];
    return counter.ask('keys', { ...question, before: null, filters: { topic: [null] } }, 'volume', 'base');
  };
  return { ...report, counter, impact, keysOf, untopicedKeys };
}

export type MonthData = ReturnType<typeof useMonthData>;
