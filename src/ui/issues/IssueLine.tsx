import type { StoredIssue } from '../../care/issues/issue.ts';
import { Line } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';
import { dayText, isOverdue, ownerText } from './issueText.ts';
import { Late, Small } from './layout.ts';
import { StatusTag } from './StatusTag.tsx';

/** How it stands: status, whose it is, until when. */
export function IssueLine({ issue, names }: { issue: StoredIssue; names: Record<string, string> }) {
  const app = useApp();
  const { t, user } = app;
  const now = useNow();
  const owner = ownerText(issue, names, app);
  const isLate = isOverdue(issue, now, user.timeZone ?? 'UTC');
  return (
    <Line $gap={6}>
      <StatusTag status={issue.status} />
      <Small>{owner ?? t('issues.nobody')}</Small>
      {issue.dueOn !== null && !isLate && (
        <Small>{t('issues.due_on', { day: dayText(app, issue.dueOn) })}</Small>
      )}
      {issue.dueOn !== null && isLate && (
        <Late>{t('issues.overdue', { day: dayText(app, issue.dueOn) })}</Late>
      )}
    </Line>
  );
}
