import { Field, Fieldset, Hint, Input, Label, Radio } from '@zendeskgarden/react-forms';
import { longest } from '../../care/issues/issue.ts';
import { Stack } from '../layout.ts';
import { Problem } from '../Problem.tsx';
import { useApp } from '../useApp.ts';
import { ColleagueField } from '../work/ColleagueField.tsx';
import type { OwnerKind, Typed } from './issueDraft.ts';

const kinds: readonly OwnerKind[] = ['name', 'colleague', 'me', 'nobody'];

interface Props {
  typed: Typed;
  names: Record<string, string>;
  isMissing: boolean;
  onChange: (part: Partial<Typed>) => void;
}

/** Who is to do it: a colleague here, or a name, since people in Product have no seat in Zendesk. */
export function OwnerField({ typed, names, isMissing, onChange }: Props) {
  const { t } = useApp();
  const { owner, ownerId, ownerName } = typed;
  return (
    <Stack $gap={8}>
      <Fieldset isCompact>
        <Fieldset.Legend>{t('issues.owner')}</Fieldset.Legend>
        {kinds.map((kind) => (
          <Field key={kind}>
            <Radio
              name="issue-owner"
              value={kind}
              checked={owner === kind}
              onChange={() => onChange({ owner: kind, ownerId: '', ownerName: '' })}
            >
              <Label isRegular>{t(`issues.owner_is.${kind}`)}</Label>
            </Radio>
          </Field>
        ))}
      </Fieldset>
      {owner === 'colleague' && (
        <ColleagueField
          chosen={ownerId === '' ? null : { id: ownerId, name: ownerName || (names[ownerId] ?? ownerId) }}
          onChoose={(one) => onChange({ ownerId: one?.id ?? '', ownerName: one?.name ?? '' })}
          isMissing={isMissing}
        />
      )}
      {owner === 'name' && (
        <Field style={{ maxWidth: 420 }}>
          <Label>{t('issues.field.ownerName')}</Label>
          <Hint>{t('issues.owner_name_hint')}</Hint>
          <Input
            isCompact
            maxLength={longest.owner}
            value={ownerName}
            validation={isMissing ? 'error' : undefined}
            onChange={({ target }) => onChange({ ownerName: target.value })}
          />
        </Field>
      )}
      {isMissing && <Problem text={t('issues.owner_needed')} />}
    </Stack>
  );
}
