import type { FieldState, TicketFieldJson } from '../../desk.ts';
import { unknownPath } from '../errors.ts';
import { openTicket, type Scope } from '../scope.ts';
import { fieldName } from './fieldLookup.ts';
import { member, onTickets, type ZafObject } from './object.ts';

const fixedOptions: Record<string, string[]> = {
  status: ['new', 'open', 'pending', 'hold', 'solved'],
  priority: ['low', 'normal', 'high', 'urgent'],
  type: ['question', 'incident', 'problem', 'task'],
};

/** Fields of the form. Hiding and disabling touches this form only: it protects nothing. */
export const ticketFields: ZafObject = {
  name: 'ticketFields',
  isIn: onTickets,
  paths: [
    { path: 'ticketFields', get: (scope) => allShapes(scope) },
    { path: /^ticketFields:([^.]+)$/, get: (scope, [name = '']) => oneShape(scope, name) },
    {
      path: /^ticketFields:([^.]+)\.(.+)$/,
      get: async (scope, [name = '', path = '']) => member(await oneShape(scope, name), path),
    },
    { path: /^ticketFields:([^.]+)\.(show|hide|toggle|enable|disable)$/, invoke: changeField },
    { path: /^ticketFields:([^.]+)\.optionValues\.(.+)\.(show|hide)$/, invoke: changeOption },
  ],
};

async function allShapes(scope: Scope) {
  const { tab } = await openTicket(scope);
  const fields = scope.desk.fields().filter(({ active }) => active);
  return fields.map((field) => fieldShape(scope, field, tab.fieldStates[fieldName(field)]));
}

async function oneShape(scope: Scope, name: string) {
  const { tab } = await openTicket(scope);
  const field = fieldNamed(scope, name);
  return fieldShape(scope, field, tab.fieldStates[fieldName(field)]);
}

async function changeField(
  scope: Scope,
  _args: unknown[],
  [name = '', action = '']: string[],
): Promise<void> {
  const { tab } = await openTicket(scope);
  const key = fieldName(fieldNamed(scope, name));
  const isVisible = tab.fieldStates[key]?.isVisible ?? true;
  const changes: Record<string, Partial<FieldState>> = {
    show: { isVisible: true },
    hide: { isVisible: false },
    toggle: { isVisible: !isVisible },
    enable: { isEnabled: true },
    disable: { isEnabled: false },
  };
  scope.desk.setFieldState(tab.id, key, changes[action] ?? {});
}

async function changeOption(scope: Scope, _args: unknown[], match: string[]): Promise<void> {
  const [name = '', option = '', action] = match;
  const { tab } = await openTicket(scope);
  const field = fieldNamed(scope, name);
  const value = optionsOf(scope, field).find(
    (one, index) => one.value === option || String(index) === option,
  )?.value;
  if (value === undefined) throw unknownPath();
  const key = fieldName(field);
  const others = (tab.fieldStates[key]?.hiddenOptions ?? []).filter((hidden) => hidden !== value);
  scope.desk.setFieldState(tab.id, key, { hiddenOptions: action === 'hide' ? [...others, value] : others });
}

function fieldNamed({ desk }: Scope, name: string): TicketFieldJson {
  const field = desk.fields().find((candidate) => fieldName(candidate) === name || candidate.title === name);
  if (!field) throw unknownPath();
  return field;
}

function fieldShape(scope: Scope, field: TicketFieldJson, state: FieldState | undefined) {
  const hidden = state?.hiddenOptions ?? [];
  return {
    name: fieldName(field),
    label: field.title,
    type: field.type,
    isVisible: state?.isVisible ?? true,
    isEnabled: state?.isEnabled ?? true,
    isRequired: field.required,
    requiredOnStatuses: [],
    optionValues: optionsOf(scope, field).filter(({ value }) => !hidden.includes(value)),
    optionGroups: [],
  };
}

function optionsOf({ desk }: Scope, field: TicketFieldJson): { label: string; value: string }[] {
  const name = fieldName(field);
  if (name === 'assignee')
    return desk.agents().map((agent) => ({ label: agent.name, value: String(agent.id) }));
  if (name === 'group') return desk.groups().map((group) => ({ label: group.name, value: String(group.id) }));
  const fixed = fixedOptions[name];
  if (fixed) return fixed.map((value) => ({ label: value, value }));
  return (field.custom_field_options ?? []).map((option) => ({ label: option.name, value: option.value }));
}
