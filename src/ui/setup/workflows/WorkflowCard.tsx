import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef } from 'react';
import type { RuleAccount } from '../../../care/workflows/ruleAccount.ts';
import { workflowPlace } from '../../../care/workflows/workflowDraft.ts';
import { isolate } from '../../formats.ts';
import { Line, Quiet, Stack } from '../../layout.ts';
import { useApp } from '../../useApp.ts';
import { Actions, Box, Row, Strong } from '../layout.ts';
import { Switch } from '../Switch.tsx';
import { SpeedList } from './SpeedList.tsx';
import { UseText } from './UseText.tsx';
import type { UseReading } from './useWorkflowUse.ts';
import { type FormProps, WorkflowForm } from './WorkflowForm.tsx';
import { workflowText } from './workflowText.ts';

interface Props extends FormProps {
  account: RuleAccount | null;
  use: UseReading;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onRemove: () => void;
  onRehearse: () => void;
}

/** One workflow: what it does in a sentence, how soon, how often it did, and everything that can be done with it. */
export function WorkflowCard(props: Props) {
  const { workflow, settings, account, names, isOpen, onChange, onRehearse } = props;
  const app = useApp();
  const { t } = app;
  const name = isolate(workflow.name.trim() || t('workflows.unnamed'));
  const own = `${workflowPlace(workflow.id)}.`;
  const wrong = Object.keys(settings.problems).filter((place) => place.startsWith(own));
  const isShown = wrong.some((place) => settings.problemAt(place));
  return (
    <Box as="li" $gap={12}>
      <Row>
        <div>
          <Strong as="h2" dir="auto">
            {name}
          </Strong>
          <Quiet>{t(`workflows.kind.${workflow.kind}`)}</Quiet>
        </div>
        <Acts name={name} {...props} />
      </Row>
      <p>{workflowText(app, workflow, names, webhookName(props))}</p>
      {isShown && !isOpen && <Quiet>{t('setup.problem')}</Quiet>}
      {account && wrong.length === 0 && <SpeedList workflow={workflow} account={account} names={names} />}
      <UseText workflow={workflow} use={props.use} />
      <Line $gap={16}>
        <Switch
          label={t('workflows.on_named', { name })}
          isOn={workflow.isOn}
          onChange={(isOn) => onChange({ isOn })}
        />
        <Button isLink size="small" aria-label={t('workflows.rehearse_named', { name })} onClick={onRehearse}>
          {t('workflows.rehearse')}
        </Button>
      </Line>
      {isOpen && (
        <Stack $gap={16}>
          <WorkflowForm {...props} />
        </Stack>
      )}
    </Box>
  );
}

function webhookName({ workflow, webhooks }: Props): string | null {
  const { webhookId } = workflow;
  return webhooks.listed?.find(({ id }) => id === webhookId)?.name ?? webhookId;
}

function Acts({ name, isOpen, onOpen, onRemove }: Props & { name: string }) {
  const { t } = useApp();
  const edit = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) edit.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <Actions $gap={4}>
      <Button
        size="small"
        isBasic
        ref={edit}
        aria-expanded={isOpen}
        aria-label={isOpen ? undefined : t('setup.edit_named', { name })}
        onClick={() => onOpen(!isOpen)}
      >
        {t(isOpen ? 'setup.done' : 'setup.edit')}
      </Button>
      <Button size="small" isBasic aria-label={t('setup.remove_named', { name })} onClick={onRemove}>
        {t('setup.remove')}
      </Button>
    </Actions>
  );
}
