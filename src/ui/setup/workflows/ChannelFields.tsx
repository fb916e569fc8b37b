import { Field, Fieldset, Hint, Label, Radio } from '@zendeskgarden/react-forms';
import { useId } from 'react';
import { channels } from '../../../care/workflows/workflow.ts';
import { fieldsOf, workflowPlace } from '../../../care/workflows/workflowDraft.ts';
import { Stack } from '../../layout.ts';
import { useApp } from '../../useApp.ts';
import { Pair } from '../layout.ts';
import { Switch } from '../Switch.tsx';
import { TextField } from '../TextField.tsx';
import { WebhookChoice } from './WebhookChoice.tsx';
import type { FormProps } from './WorkflowForm.tsx';

/** The way an alert takes, and what that way needs to know. */
export function ChannelFields(props: FormProps) {
  const { workflow, onChange } = props;
  const { t } = useApp();
  const name = useId();
  const asks = fieldsOf(workflow);
  return (
    <Stack $gap={12}>
      <Fieldset isCompact>
        <Fieldset.Legend>{t('workflows.form.how')}</Fieldset.Legend>
        {channels.map((channel) => (
          <Field key={channel}>
            <Radio name={name} checked={workflow.channel === channel} onChange={() => onChange({ channel })}>
              <Label isRegular>{t(`workflows.channel.${channel}`)}</Label>
              {channel !== 'mail' && workflow.channel === channel && (
                <Hint>{t(`workflows.channel.${channel}_why`)}</Hint>
              )}
            </Radio>
          </Field>
        ))}
      </Fieldset>
      {asks.includes('webhookId') && <WebhookChoice {...props} />}
      {asks.includes('sideTo') && <SideFields {...props} />}
      {asks.includes('isQuoting') && (
        <Switch
          label={t('workflows.form.quoting')}
          hint={t('workflows.form.quoting_hint')}
          isOn={workflow.isQuoting}
          onChange={(isQuoting) => onChange({ isQuoting })}
        />
      )}
    </Stack>
  );
}

const places = ['slack', 'msteams'] as const;

function SideFields({ workflow, settings, onChange }: FormProps) {
  const { t } = useApp();
  const name = useId();
  const isSlack = workflow.sideKind === 'slack';
  const field = (member: 'slackWorkspaceId' | 'sideChannelId') => ({
    place: `${workflowPlace(workflow.id)}.${member}`,
    value: workflow[member],
    settings,
    onChange: (text: string) => onChange({ [member]: text }),
  });
  const form = 'workflows.form';
  const channel = isSlack ? ('slack_channel' as const) : ('teams_channel' as const);
  return (
    <Stack $gap={12}>
      <Fieldset isCompact>
        <Fieldset.Legend>{t(`${form}.side_where`)}</Fieldset.Legend>
        {places.map((place) => (
          <Field key={place}>
            <Radio
              name={name}
              checked={workflow.sideKind === place}
              onChange={() => onChange({ sideKind: place })}
            >
              <Label isRegular>{t(`${form}.${place}`)}</Label>
            </Radio>
          </Field>
        ))}
      </Fieldset>
      <Pair>
        {isSlack && (
          <TextField
            label={t(`${form}.slack_workspace`)}
            hint={t(`${form}.slack_workspace_hint`)}
            {...field('slackWorkspaceId')}
          />
        )}
        <TextField
          label={t(`${form}.${channel}`)}
          hint={t(`${form}.${channel}_hint`)}
          {...field('sideChannelId')}
        />
      </Pair>
    </Stack>
  );
}
