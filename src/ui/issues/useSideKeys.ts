import { useQueryClient } from '@tanstack/react-query';
import { findIssueTickets } from '../../actions/findIssueTickets.ts';
import { readReport } from '../../actions/readReport.ts';
import type { Period } from '../../care/insights/question.ts';
import type { StoredIssue } from '../../care/issues/issue.ts';
import { type IssuePart, issueKeys } from '../../care/issues/issueFigures.ts';
import { useApp } from '../useApp.ts';
import { foundKey } from './useFound.ts';

/** The tickets of an issue in any period, read when somebody asks for them. */
export function useSideKeys({ topics, query }: StoredIssue) {
  const app = useApp();
  const client = useQueryClient();
  return async (period: Period, part: IssuePart): Promise<string[]> => {
    const [{ columns }, found] = await Promise.all([
      readReport(app, period),
      query === null
        ? null
        : client.fetchQuery({
            queryKey: foundKey(query, period),
            queryFn: () => findIssueTickets(app, query, period),
          }),
    ]);
    return issueKeys(columns, { topics, found, period, hasSuspected: false }, part);
  };
}
