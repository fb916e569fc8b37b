/** Which feedback a workflow is about, who hears of it, by which way and when. */
import { useEffect, useRef } from 'react';
import { type WorkflowDraft, workflowPlace } from '../../../care/workflows/workflowDraft.ts';
import { Stack } from '../../layout.ts';
import { useApp } from '../../useApp.ts';
import { TextField } from '../TextField.tsx';
import type { Settings } from '../useSettings.ts';
import { ChannelFields } from './ChannelFields.tsx';
import { RecipientFields } from './RecipientFields.tsx';
import { TimeFields } from './TimeFields.tsx';
import type { Names } from './useNames.ts';
import type { WebhooksReading } from './useWebhooks.ts';
import { WhenFields } from './WhenFields.tsx';

export interface FormProps {
  workflow: WorkflowDraft;
  settings: Settings;
  names: Names;
  webhooks: WebhooksReading;
  onChange: (part: Partial<WorkflowDraft>) => void;
}

export function WorkflowForm(props: FormProps) {
  const { workflow, settings, onChange } = props;
  const { t } = useApp();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <Stack $gap={20}>
      <TextField
        label={t('workflows.form.name')}
        hint={t('workflows.form.name_hint')}
        place={`${workflowPlace(workflow.id)}.name`}
        value={workflow.name}
        settings={settings}
        inputRef={field}
        onChange={(name) => onChange({ name })}
      />
      <WhenFields {...props} />
      <ChannelFields {...props} />
      <RecipientFields {...props} />
      <TimeFields {...props} />
    </Stack>
  );
}
