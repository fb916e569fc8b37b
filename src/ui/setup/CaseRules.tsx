/** What opens a case, and how long it may take. */
import { absolute } from '../formats.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Group, GroupName, Pair } from './layout.ts';
import { TextField } from './TextField.tsx';
import type { Settings } from './useSettings.ts';

type NumberMember = 'csatThreshold' | 'cesThreshold' | 'targetHours' | 'firstActionMinutes';

export function CaseRules({ settings }: { settings: Settings }) {
  const { t, locale, user } = useApp();
  const { draft, basis, change } = settings;
  const number = (member: NumberMember) => ({
    place: member,
    value: draft[member],
    settings,
    isNumber: true,
    onChange: (text: string) => change({ [member]: text }),
  });
  const shown = (member: NumberMember) => (settings.problems[member] ? '…' : draft[member].trim());
  const values = {
    csat: shown('csatThreshold'),
    ces: shown('cesThreshold'),
    hours: shown('targetHours'),
    minutes: shown('firstActionMinutes'),
  };
  return (
    <Group $gap={12}>
      <GroupName>{t('setup.rules.cases')}</GroupName>
      <p>{t(values.minutes === '' ? 'setup.rules.summary' : 'setup.rules.summary_first', values)}</p>
      <Pair>
        <TextField label={t('setup.rules.csat')} {...number('csatThreshold')} />
        <TextField label={t('setup.rules.ces')} {...number('cesThreshold')} />
        <TextField label={t('setup.rules.hours')} {...number('targetHours')} />
      </Pair>
      <TextField
        label={t('setup.rules.first')}
        hint={t('setup.rules.first_hint')}
        {...number('firstActionMinutes')}
      />
      <Quiet>{t('setup.rules.zendesk')}</Quiet>
      {basis.casesSince !== null && (
        <Quiet>{t('setup.rules.since', { time: absolute(basis.casesSince, locale, user.timeZone) })}</Quiet>
      )}
    </Group>
  );
}
