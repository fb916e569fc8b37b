import { Field, Hint, Label, Textarea } from '@zendeskgarden/react-forms';
import { useId } from 'react';
import { SettingProblem } from '../SettingProblem.tsx';
import type { Settings } from '../useSettings.ts';

interface Props {
  label: string;
  hint: string;
  /** Of the problem it may have. */
  place: string;
  value: string;
  settings: Settings;
  onChange: (text: string) => void;
}

/** A list, one entry on each line, with what is wrong about it right below. */
export function LinesField({ label, hint, place, value, settings, onChange }: Props) {
  const hintId = useId();
  const problem = settings.problemAt(place);
  return (
    <Field>
      <Label>{label}</Label>
      <Hint id={hintId}>{hint}</Hint>
      <Textarea
        isCompact
        isResizable
        minRows={2}
        maxRows={8}
        dir="auto"
        autoComplete="off"
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
