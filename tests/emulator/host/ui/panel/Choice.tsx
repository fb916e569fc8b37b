import { Field, Label, Select } from '@zendeskgarden/react-forms';

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  /** Words by value, in the order shown. */
  options: Record<Value, string>;
  onChange: (value: Value) => void;
}

/** A labelled select over a closed set of values. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const values = Object.keys(options) as Value[];
  return (
    <Field>
      <Label>{label}</Label>
      <Select
        isCompact
        value={value}
        onChange={(event) => {
          const chosen = values.find((one) => one === event.target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {options[one]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
