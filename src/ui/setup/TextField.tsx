import { Field, Hint, Input, Label } from '@zendeskgarden/react-forms';
import { type Ref, useId } from 'react';
import { SettingProblem } from './SettingProblem.tsx';
import type { Settings } from './useSettings.ts';

interface Props {
  label: string;
  hint?: string;
  /** Of the problem it may have. */
  place: string;
  value: string;
  settings: Settings;
  isNumber?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  onChange: (text: string) => void;
}

/** What somebody types, with what is wrong about it right below. */
export function TextField({ label, hint, place, value, settings, isNumber, inputRef, onChange }: Props) {
  const hintId = useId();
  const problem = settings.problemAt(place);
  return (
    <Field>
      <Label>{label}</Label>
      {hint && <Hint id={hintId}>{hint}</Hint>}
      <Input
        isCompact
        ref={inputRef}
        dir="auto"
        autoComplete="off"
        inputMode={isNumber ? 'decimal' : undefined}
        value={value}
        validation={problem ? 'error' : undefined}
        aria-invalid={problem !== undefined}
        data-place={place}
        onBlur={() => settings.onLeave(place)}
        onChange={({ target }) => onChange(target.value)}
      />
      <SettingProblem problem={problem} />
    </Field>
  );
}
