import { Field, Hint, Label, Select } from '@zendeskgarden/react-forms';
import { useEffect, useRef } from 'react';
import { outcomeKinds } from '../../care/outcome.ts';
import { type OutcomeDraft, outcomePlace } from '../../care/outcomeDraft.ts';
import { useApp } from '../useApp.ts';
import { Pair } from './layout.ts';
import { ownOutcomeName } from './outcomeName.ts';
import { TextField } from './TextField.tsx';
import type { Settings } from './useSettings.ts';

interface Props {
  outcome: OutcomeDraft;
  settings: Settings;
  onChange: (part: Partial<OutcomeDraft>) => void;
}

/** What an outcome is called and counts as; the app's own four count as what they are. */
export function OutcomeForm({ outcome, settings, onChange }: Props) {
  const { t } = useApp();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const own = ownOutcomeName(t, outcome.id);
  const onKind = (value: string) => {
    const kind = outcomeKinds.find((one) => one === value);
    if (kind) onChange({ kind });
  };
  return (
    <Pair>
      <TextField
        label={t('setup.outcomes.name')}
        hint={own ? t('setup.outcomes.own_hint', { name: own }) : undefined}
        place={`${outcomePlace(outcome.id)}.label`}
        value={outcome.label}
        settings={settings}
        inputRef={field}
        onChange={(label) => onChange({ label })}
      />
      {!own && (
        <Field>
          <Label>{t('setup.outcomes.kind')}</Label>
          <Select isCompact value={outcome.kind} onChange={({ target }) => onKind(target.value)}>
            {outcomeKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`outcome.${kind}`)}
              </option>
            ))}
          </Select>
          <Hint>{t('setup.outcomes.kind_hint')}</Hint>
        </Field>
      )}
    </Pair>
  );
}
