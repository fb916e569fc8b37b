/** The rules scores count by. */
import { Field, Fieldset, Hint, Label, Radio } from '@zendeskgarden/react-forms';
import { useId } from 'react';
import { attributionRules } from '../../care/attribution.ts';
import { setAsideRights } from '../../care/configuration.ts';
import { absolute } from '../formats.ts';
import { Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Group, GroupName, Pair } from './layout.ts';
import { TextField } from './TextField.tsx';
import type { Settings } from './useSettings.ts';

type NumberMember = 'csatThreshold' | 'cesThreshold' | 'targetHours';

export function Rules({ settings }: { settings: Settings }) {
  const { t, locale, user } = useApp();
  const name = useId();
  const { draft, basis, change } = settings;
  const number = (member: NumberMember) => ({
    place: member,
    value: draft[member],
    settings,
    isNumber: true,
    onChange: (text: string) => change({ [member]: text }),
  });
  const shown = (member: NumberMember) => (settings.problems[member] ? '…' : draft[member].trim());
  const values = { csat: shown('csatThreshold'), ces: shown('cesThreshold'), hours: shown('targetHours') };
  return (
    <Stack $gap={24}>
      <Group $gap={12}>
        <GroupName>{t('setup.rules.cases')}</GroupName>
        <p>{t('setup.rules.summary', values)}</p>
        <Pair>
          <TextField label={t('setup.rules.csat')} {...number('csatThreshold')} />
          <TextField label={t('setup.rules.ces')} {...number('cesThreshold')} />
          <TextField label={t('setup.rules.hours')} {...number('targetHours')} />
        </Pair>
        <Quiet>{t('setup.rules.zendesk')}</Quiet>
        {basis.casesSince !== null && (
          <Quiet>{t('setup.rules.since', { time: absolute(basis.casesSince, locale, user.timeZone) })}</Quiet>
        )}
      </Group>
      <Group>
        <Fieldset>
          <Fieldset.Legend>{t('setup.rules.credit')}</Fieldset.Legend>
          <Quiet>{t('setup.rules.credit_hint')}</Quiet>
          {attributionRules.map((attributionRule) => (
            <Field key={attributionRule}>
              <Radio
                name={`${name}-credit`}
                checked={draft.attributionRule === attributionRule}
                onChange={() => change({ attributionRule })}
              >
                <Label isRegular>{t(`setup.credit.${attributionRule}`)}</Label>
                <Hint>{t(`setup.credit.${attributionRule}_why`)}</Hint>
              </Radio>
            </Field>
          ))}
        </Fieldset>
      </Group>
      <Group>
        <Fieldset>
          <Fieldset.Legend>{t('setup.rules.set_aside')}</Fieldset.Legend>
          <Quiet>{t('setup.rules.set_aside_hint')}</Quiet>
          {setAsideRights.map((setAsideBy) => (
            <Field key={setAsideBy}>
              <Radio
                name={`${name}-aside`}
                checked={draft.setAsideBy === setAsideBy}
                onChange={() => change({ setAsideBy })}
              >
                <Label isRegular>{t(`setup.aside.${setAsideBy}`)}</Label>
              </Radio>
            </Field>
          ))}
        </Fieldset>
      </Group>
    </Stack>
  );
}
