import { Checkbox, Field, Hint, Label } from '@zendeskgarden/react-forms';

interface Props {
  label: string;
  hint?: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** A rule that is on or off. */
export function Switch({ label, hint, isOn, onChange }: Props) {
  return (
    <Field>
      <Checkbox checked={isOn} onChange={({ target }) => onChange(target.checked)}>
        <Label isRegular>{label}</Label>
        {hint && <Hint>{hint}</Hint>}
      </Checkbox>
    </Field>
  );
}
