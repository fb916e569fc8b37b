/** Who hears of which feedback: up to five workflows, each with what it does and how soon. */
import { Button } from '@zendeskgarden/react-buttons';
import { useRef, useState } from 'react';
import styled from 'styled-components';
import { isIn, numberIn } from '../../../care/typedNumber.ts';
import { mostWorkflows, newWorkflow, type WorkflowKind } from '../../../care/workflows/workflow.ts';
import { type WorkflowDraft, workflowDraftOf, workflowPlace } from '../../../care/workflows/workflowDraft.ts';
import { FailureNote } from '../../FailureNote.tsx';
import { isolate } from '../../formats.ts';
import { Line, Quiet, Stack } from '../../layout.ts';
import { useAnnounce } from '../../useAnnounce.ts';
import { useApp } from '../../useApp.ts';
import { useOnChange } from '../../useOnChange.ts';
import type { Section } from '../Sections.tsx';
import type { Settings } from '../useSettings.ts';
import { AddWorkflow } from './AddWorkflow.tsx';
import { AlertsState } from './AlertsState.tsx';
import { newWorkflowId } from './newWorkflowId.ts';
import { useNames } from './useNames.ts';
import { useRuleAccount } from './useRuleAccount.ts';
import { useWebhooks } from './useWebhooks.ts';
import { useWorkflowUse } from './useWorkflowUse.ts';
import { WorkflowCard } from './WorkflowCard.tsx';

const Cards = styled(Stack).attrs({ as: 'ul' })`
  &:empty { display: none; }
`;

interface Props {
  settings: Settings;
  onShow: (section: Section) => void;
}

export function Workflows({ settings, onShow }: Props) {
  const { t } = useApp();
  const announce = useAnnounce();
  const addButton = useRef<HTMLButtonElement>(null);
  const [removed, setRemoved] = useState<{ workflow: WorkflowDraft; index: number }[]>([]);
  const { basis, draft, change, openId, onOpen } = settings;
  const { workflows } = draft;
  const names = useNames(draft);
  const rules = useRuleAccount(settings);
  const use = useWorkflowUse(basis.made);
  const webhooks = useWebhooks(workflows.some(({ channel }) => channel === 'webhook'));
  const nameOf = ({ name }: WorkflowDraft) => isolate(name.trim() || t('workflows.unnamed'));

  const onAdd = (kind: WorkflowKind) => {
    const id = newWorkflowId([...basis.workflows, ...workflows]);
    const { csatThreshold } = draft;
    const below = isIn(csatThreshold, 1, 5) ? numberIn(csatThreshold) : basis.csatThreshold;
    const added = workflowDraftOf(newWorkflow(id, kind, freeName(t(`workflows.kind.${kind}_name`)), below));
    change({ workflows: [...workflows, added] });
    onOpen(workflowPlace(id));
    announce(t('workflows.added', { name: nameOf(added) }));
  };
  const freeName = (wanted: string) => {
    const isTaken = (name: string) => workflows.some((one) => one.name.trim() === name);
    const further = [2, 3, 4, 5].map((number) => `${wanted} ${number}`);
    return [wanted, ...further].find((name) => !isTaken(name)) ?? wanted;
  };
  const onRemove = (workflow: WorkflowDraft) => {
    setRemoved([...removed, { workflow, index: workflows.indexOf(workflow) }]);
    change({ workflows: workflows.filter((one) => one !== workflow) });
    announce(t('workflows.removed', { name: nameOf(workflow) }));
    addButton.current?.focus();
  };
  const onUndo = ({ workflow, index }: { workflow: WorkflowDraft; index: number }) => {
    setRemoved(removed.filter((one) => one.workflow !== workflow));
    change({ workflows: [...workflows.slice(0, index), workflow, ...workflows.slice(index)] });
    announce(t('workflows.restored', { name: nameOf(workflow) }));
    addButton.current?.focus();
  };
  // Saved or discarded: what was removed is gone for good, or back.
  useOnChange(settings.isTouched, () => settings.isTouched || setRemoved([]));
  const isFull = workflows.length >= mostWorkflows;
  return (
    <Stack $gap={16}>
      <p>{t('workflows.intro')}</p>
      {rules.failure && (
        <FailureNote
          kind={rules.failure.kind}
          title={t('workflows.definitions_failed')}
          onRetry={rules.reload}
        />
      )}
      <AlertsState />
      {workflows.length === 0 && <Quiet>{t('workflows.none')}</Quiet>}
      <Cards $gap={12}>
        {workflows.map((workflow) => (
          <WorkflowCard
            key={workflow.id}
            workflow={workflow}
            settings={settings}
            names={names}
            account={rules.account}
            use={use}
            webhooks={webhooks}
            isOpen={openId === workflowPlace(workflow.id)}
            onOpen={(isOpen) => onOpen(isOpen ? workflowPlace(workflow.id) : null)}
            onChange={(part) =>
              change({ workflows: workflows.map((one) => (one === workflow ? { ...one, ...part } : one)) })
            }
            onRemove={() => onRemove(workflow)}
            onRehearse={() => onShow('rehearsal')}
          />
        ))}
      </Cards>
      {settings.problemAt('workflows') && <p role="alert">{t('setup.problems.workflows_over')}</p>}
      {removed.map((one) => (
        <Line key={one.workflow.id}>
          <Quiet>{t('workflows.removed', { name: nameOf(one.workflow) })}</Quiet>
          <Button
            size="small"
            isBasic
            aria-label={t('workflows.undo_named', { name: nameOf(one.workflow) })}
            onClick={() => onUndo(one)}
          >
            {t('workflows.undo')}
          </Button>
        </Line>
      ))}
      <AddWorkflow isFull={isFull} buttonRef={addButton} onAdd={onAdd} />
    </Stack>
  );
}
