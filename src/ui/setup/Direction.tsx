import { Field, Fieldset, Label, Radio } from '@zendeskgarden/react-forms';
import { useId } from 'react';
import type { Metric } from '../../care/rating.ts';
import { useApp } from '../useApp.ts';

interface Props {
  metric: Metric;
  lowest: number;
  /** As typed. */
  scale: string;
  isLowerBetter: boolean;
  onChange: (isLowerBetter: boolean) => void;
}

/** Which end of the scale is the good one, with both ends named. */
export function Direction({ metric, lowest, scale, isLowerBetter, onChange }: Props) {
  const { t } = useApp();
  const name = useId();
  const ends = { lowest, scale: scale.trim() || '…' };
  return (
    <Fieldset isCompact>
      <Fieldset.Legend>{t('setup.form.direction')}</Fieldset.Legend>
      {[false, true].map((isLower) => (
        <Field key={String(isLower)}>
          <Radio name={name} checked={isLower === isLowerBetter} onChange={() => onChange(isLower)}>
            <Label isRegular>{t(`setup.direction.${metric}_${isLower ? 'lower' : 'higher'}`, ends)}</Label>
          </Radio>
        </Field>
      ))}
    </Fieldset>
  );
}
