import { Field, Label, Select } from '@zendeskgarden/react-forms';
import { words } from '../words.ts';

export interface SelectOption {
  value: string;
  label: string;
}

interface PropertySelectProps {
  label: string;
  value: string | null;
  /** Name of a value that is not among the options, such as an agent who left. */
  valueLabel?: string;
  options: SelectOption[];
  isDisabled: boolean;
  onChange: (value: string | null) => void;
}

/** A labelled choice with an empty first option; a value outside the options stays visible. */
export function PropertySelect({
  label,
  value,
  valueLabel,
  options,
  isDisabled,
  onChange,
}: PropertySelectProps) {
  const isKnown = value === null || options.some((option) => option.value === value);
  return (
    <Field>
      <Label>{label}</Label>
      <Select
        isCompact
        disabled={isDisabled}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || null)}
      >
        <option value="">{words.none}</option>
        {!isKnown && <option value={value}>{valueLabel ?? value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
