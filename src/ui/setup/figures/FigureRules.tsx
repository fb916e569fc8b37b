/** What insights, huddles and sheets may say of agents, and what a customer is worth. */
import { Field, Fieldset, Label, Radio } from '@zendeskgarden/react-forms';
import { useId } from 'react';
import { Quiet, Stack } from '../../layout.ts';
import { useApp } from '../../useApp.ts';
import { Group, GroupName } from '../layout.ts';
import { Switch } from '../Switch.tsx';
import { TextField } from '../TextField.tsx';
import type { Settings } from '../useSettings.ts';

export function FigureRules({ settings }: { settings: Settings }) {
  const { t } = useApp();
  const { draft, change } = settings;
  return (
    <Stack $gap={24}>
      <Group $gap={12}>
        <GroupName>{t('figures.agents')}</GroupName>
        <Switch
          label={t('figures.hide')}
          hint={t('figures.hide_hint')}
          isOn={draft.hidesAgents}
          onChange={(hidesAgents) => change({ hidesAgents })}
        />
      </Group>
      <Group $gap={12}>
        <GroupName>{t('figures.huddle')}</GroupName>
        <TextField
          label={t('figures.huddle_days')}
          hint={t('figures.huddle_days_hint')}
          place="huddleDays"
          value={draft.huddleDays}
          settings={settings}
          isNumber
          onChange={(huddleDays) => change({ huddleDays })}
        />
        <Switch
          label={t('figures.huddle_names')}
          hint={t('figures.huddle_names_hint')}
          isOn={draft.huddleNamesAgents}
          onChange={(huddleNamesAgents) => change({ huddleNamesAgents })}
        />
      </Group>
      <ValueRules settings={settings} />
    </Stack>
  );
}

function ValueRules({ settings }: { settings: Settings }) {
  const { t } = useApp();
  const { draft, change } = settings;
  const name = useId();
  return (
    <Group $gap={12}>
      <Fieldset>
        <Fieldset.Legend>{t('figures.value')}</Fieldset.Legend>
        <Quiet>{t('figures.value_hint')}</Quiet>
        {(['', 'organization', 'user'] as const).map((worthOf) => (
          <Field key={worthOf}>
            <Radio name={name} checked={draft.worthOf === worthOf} onChange={() => change({ worthOf })}>
              <Label isRegular>
                {worthOf === '' ? t('figures.value_none') : t(`figures.value_${worthOf}`)}
              </Label>
            </Radio>
          </Field>
        ))}
      </Fieldset>
      {draft.worthOf !== '' && (
        <>
          <TextField
            label={t('figures.value_field')}
            hint={t('figures.value_field_hint')}
            place="worthField"
            value={draft.worthField}
            settings={settings}
            onChange={(worthField) => change({ worthField })}
          />
          <TextField
            label={t('figures.value_unit')}
            hint={t('figures.value_unit_hint')}
            place="worthUnit"
            value={draft.worthUnit}
            settings={settings}
            onChange={(worthUnit) => change({ worthUnit })}
          />
        </>
      )}
    </Group>
  );
}
