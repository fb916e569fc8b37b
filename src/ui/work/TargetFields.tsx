import { Field, Fieldset, Label, Radio, Select } from '@zendeskgarden/react-forms';
import type { Colleague } from '../../actions/findColleagues.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { ColleagueField } from './ColleagueField.tsx';
import { useGroups } from './useGroups.ts';

export type TargetKind = 'person' | 'group';
const kinds: readonly TargetKind[] = ['person', 'group'];

interface Props {
  /** Tells the radios of several forms apart. */
  name: string;
  kind: TargetKind;
  target: Colleague | null;
  isMissing: boolean;
  onChange: (kind: TargetKind, target: Colleague | null) => void;
}

/** A colleague by name, or one of the account's groups. */
export function TargetFields({ name, kind, target, isMissing, onChange }: Props) {
  const { t } = useApp();
  return (
    <Stack $gap={8}>
      <Fieldset isCompact>
        <Fieldset.Legend>{t('escalate.who')}</Fieldset.Legend>
        {kinds.map((one) => (
          <Field key={one}>
            <Radio name={name} value={one} checked={kind === one} onChange={() => onChange(one, null)}>
              <Label isRegular>{t(`escalate.${one}`)}</Label>
            </Radio>
          </Field>
        ))}
      </Fieldset>
      {kind === 'person' ? (
        <ColleagueField
          chosen={target}
          isMissing={isMissing}
          onChoose={(colleague) => onChange('person', colleague)}
        />
      ) : (
        <GroupField target={target} isMissing={isMissing} onChoose={(group) => onChange('group', group)} />
      )}
    </Stack>
  );
}

interface GroupProps {
  target: Colleague | null;
  isMissing: boolean;
  onChoose: (group: Colleague | null) => void;
}

function GroupField({ target, isMissing, onChoose }: GroupProps) {
  const { t } = useApp();
  const { groups, failure, reload } = useGroups(true);
  if (failure)
    return <FailureNote kind={failure.kind} title={t('escalate.groups_failed')} onRetry={reload} />;
  return (
    <Field>
      <Label>{t('escalate.group_label')}</Label>
      <Select
        isCompact
        validation={isMissing ? 'error' : undefined}
        value={target?.id ?? ''}
        onChange={(event) => onChoose(groups.find(({ id }) => id === event.target.value) ?? null)}
      >
        <option value="">{t('escalate.choose_group')}</option>
        {groups.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
