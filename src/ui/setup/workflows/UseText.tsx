import type { WorkflowDraft } from '../../../care/workflows/workflowDraft.ts';
import { Quiet } from '../../layout.ts';
import { useApp } from '../../useApp.ts';
import type { UseReading } from './useWorkflowUse.ts';

interface Props {
  workflow: WorkflowDraft;
  use: UseReading;
}

/** When a workflow's rules last fired, and how often this week. Ways that are the app's own are not counted by Zendesk. */
export function UseText({ workflow, use }: Props) {
  const { t } = useApp();
  if (workflow.channel === 'in_app' || workflow.channel === 'side_conversation') return null;
  if (use.isFailed) return <Quiet>{t('workflows.use.failed')}</Quiet>;
  if (!use.uses) return null;
  const found = use.uses[workflow.id];
  if (found === undefined) return <Quiet>{t('workflows.use.not_yet')}</Quiet>;
  if (found === null) return <Quiet>{t('workflows.use.uncounted')}</Quiet>;
  if (found.lastWithin === null) return <Quiet>{t('workflows.use.never')}</Quiet>;
  return (
    <Quiet>
      {t(`workflows.use.${found.lastWithin}`)} · {t('workflows.use.week_count', { count: found.week })}
    </Quiet>
  );
}
