import { Tag } from '@zendeskgarden/react-tags';
import type { IssueStatus } from '../../care/issues/issue.ts';
import { useApp } from '../useApp.ts';

const hues: Partial<Record<IssueStatus, string>> = { fixed: 'green', in_progress: 'blue', agreed: 'blue' };

export function StatusTag({ status }: { status: IssueStatus }) {
  const { t } = useApp();
  return (
    <Tag size="small" hue={hues[status]}>
      <span>{t(`pack.status.${status}`)}</span>
    </Tag>
  );
}
