import { Checkbox, Field, Fieldset, Input, Label, Textarea } from '@zendeskgarden/react-forms';
import type { TicketFieldJson, TicketTab } from '../../desk.ts';
import { useDesk } from '../DeskContext.tsx';
import { useMayEdit, visibleOptions } from './editing.ts';
import { PropertySelect, type SelectOption } from './PropertySelect.tsx';

interface ControlProps {
  label: string;
  value: unknown;
  options: SelectOption[];
  isDisabled: boolean;
  onChange: (value: unknown) => void;
}

const textOf = (value: unknown) => (value === null || value === undefined ? '' : String(value));

function Tagger({ value, ...rest }: ControlProps) {
  return <PropertySelect {...rest} value={textOf(value) || null} />;
}

function Multiselect({ label, value, options, isDisabled, onChange }: ControlProps) {
  const chosen: unknown[] = Array.isArray(value) ? value : [];
  const onToggle = (option: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, option] : chosen.filter((one) => one !== option));
  return (
    <Fieldset isCompact>
      <Fieldset.Legend>{label}</Fieldset.Legend>
      {options.map((option) => (
        <Field key={option.value}>
          <Checkbox
            isCompact
            disabled={isDisabled}
            checked={chosen.includes(option.value)}
            onChange={(event) => onToggle(option.value, event.target.checked)}
          >
            <Label isRegular>{option.label}</Label>
          </Checkbox>
        </Field>
      ))}
    </Fieldset>
  );
}

function Flag({ label, value, isDisabled, onChange }: ControlProps) {
  return (
    <Field>
      <Checkbox
        disabled={isDisabled}
        checked={value === true}
        onChange={(event) => onChange(event.target.checked)}
      >
        <Label>{label}</Label>
      </Checkbox>
    </Field>
  );
}

function LongText({ label, value, isDisabled, onChange }: ControlProps) {
  return (
    <Field>
      <Label>{label}</Label>
      <Textarea
        isCompact
        isResizable
        disabled={isDisabled}
        value={textOf(value)}
        onChange={(event) => onChange(event.target.value || null)}
      />
    </Field>
  );
}

function OneLine({ label, value, isDisabled, onChange, kind }: ControlProps & { kind: string }) {
  const isNumber = kind === 'integer' || kind === 'decimal';
  const onText = (text: string) => {
    if (text === '') return onChange(null);
    onChange(kind === 'integer' ? Number(text) : text);
  };
  return (
    <Field>
      <Label>{label}</Label>
      <Input
        isCompact
        type={kind === 'date' ? 'date' : isNumber ? 'number' : 'text'}
        step={kind === 'decimal' ? 'any' : undefined}
        disabled={isDisabled}
        value={textOf(value)}
        onChange={(event) => onText(event.target.value)}
      />
    </Field>
  );
}

/** One custom field, with the control of its type; types without one of their own are a line of text. */
export function CustomField({ tab, field }: { tab: TicketTab; field: TicketFieldJson }) {
  const desk = useDesk();
  const key = `custom_field_${field.id}`;
  const mayEdit = useMayEdit(tab);
  const value = desk.shown(tab).custom_fields.find((one) => one.id === field.id)?.value ?? null;
  const options = (field.custom_field_options ?? []).map((one) => ({ value: one.value, label: one.name }));
  const props: ControlProps = {
    label: field.title,
    value,
    options: visibleOptions(tab, key, options),
    isDisabled: !mayEdit(key),
    onChange: (next) => desk.edit(tab.id, { custom_fields: { [field.id]: next } }),
  };
  if (field.type === 'tagger') return <Tagger {...props} />;
  if (field.type === 'multiselect') return <Multiselect {...props} />;
  if (field.type === 'checkbox') return <Flag {...props} />;
  if (field.type === 'textarea') return <LongText {...props} />;
  return <OneLine {...props} kind={field.type} />;
}
