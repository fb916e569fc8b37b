/** Ticket fields, the account's own among them. */
import type { TicketField } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { type Fields, isFields, wrapped } from './body.ts';
import { type Call, created, type Family, forbidden, invalid, noContent, ok } from './http.ts';
import { pageOf } from './paging.ts';
import { iso, urlOf } from './stamps.ts';
import {
  admitManager,
  deleteOption,
  knownField,
  listOptions,
  putOption,
  readOption,
  showOption,
  taken,
} from './ticketFieldOptions.ts';
import { formatField, hasOptions } from './ticketFields.format.ts';

export const ticketFields: Family = [
  { method: 'GET', path: '/api/v2/ticket_fields', allowed: 'signed-in', answer: listFields },
  { method: 'POST', path: '/api/v2/ticket_fields', allowed: 'agents', answer: createField },
  { method: 'GET', path: '/api/v2/ticket_fields/count', allowed: 'agents', answer: countFields },
  { method: 'GET', path: '/api/v2/ticket_fields/:id', allowed: 'agents', answer: showField },
  { method: 'PUT', path: '/api/v2/ticket_fields/:id', allowed: 'agents', answer: changeField },
  { method: 'DELETE', path: '/api/v2/ticket_fields/:id', allowed: 'agents', answer: deleteField },
  { method: 'GET', path: '/api/v2/ticket_fields/:id/options', allowed: 'agents', answer: listOptions },
  { method: 'POST', path: '/api/v2/ticket_fields/:id/options', allowed: 'agents', answer: putOption },
  { method: 'GET', path: '/api/v2/ticket_fields/:id/options/:option', allowed: 'agents', answer: showOption },
  {
    method: 'DELETE',
    path: '/api/v2/ticket_fields/:id/options/:option',
    allowed: 'agents',
    answer: deleteOption,
  },
];

/** End users are told of the fields of their own form only. */
function listFields({ world, caller, request }: Call) {
  const items = [...world.ticketFields.values()]
    .filter((field) => caller.role !== 'end-user' || ['subject', 'description'].includes(field.type))
    .sort((a, b) => a.position - b.position || a.id - b.id);
  const format = (field: TicketField) => formatField(world, field);
  return ok(pageOf(request, { name: 'ticket_fields', items, total: items.length, format }));
}

function countFields({ world }: Call) {
  return ok({ count: { value: world.ticketFields.size, refreshed_at: iso(world.now()) } });
}

function showField(call: Call) {
  return ok({ ticket_field: formatField(call.world, knownField(call)) });
}

const customTypes = [
  'text',
  'textarea',
  'checkbox',
  'date',
  'integer',
  'decimal',
  'regexp',
  'partialcreditcard',
  'multiselect',
  'tagger',
  'lookup',
];

function createField(call: Call) {
  admitManager(call);
  const { world } = call;
  const input = wrapped(call.body, 'ticket_field');
  const title = typeof input.title === 'string' ? input.title.trim() : '';
  if (title === '')
    throw invalid({ title: [{ description: 'Title: cannot be blank', error: 'BlankValue' }] });
  if (!customTypes.includes(String(input.type))) {
    throw invalid({ type: [{ description: `Type: ${input.type} is not a valid field type` }] });
  }
  const at = world.now();
  const blank: TicketField = {
    id: world.nextId('field'),
    type: String(input.type),
    title,
    description: '',
    active: true,
    required: false,
    removable: true,
    position: 9999,
    tag: null,
    regexp_for_validation: null,
    relationship_target_type: null,
    custom_field_options: [],
    created_at: at,
    updated_at: at,
  };
  const field = world.ticketFields.put({ ...blank, ...changesOf(world, blank, input) });
  return {
    ...created({ ticket_field: formatField(world, field) }),
    headers: { location: urlOf(world, `ticket_fields/${field.id}.json`) },
  };
}

function changeField(call: Call) {
  admitManager(call);
  const { world } = call;
  const field = knownField(call);
  const changes = changesOf(world, field, wrapped(call.body, 'ticket_field'));
  const changed = world.ticketFields.put(Object.assign(field, changes, { updated_at: world.now() }));
  return ok({ ticket_field: formatField(world, changed) });
}

/** Options come as the whole list: an option left out is deleted. */
function changesOf(world: World, field: TicketField, input: Fields): Partial<TicketField> {
  const changes: Partial<TicketField> = {};
  for (const name of [
    'title',
    'description',
    'tag',
    'regexp_for_validation',
    'relationship_target_type',
  ] as const) {
    const value = input[name];
    if (typeof value === 'string') Object.assign(changes, { [name]: value });
  }
  if (typeof input.active === 'boolean') changes.active = input.active;
  if (typeof input.required === 'boolean') changes.required = input.required;
  if (typeof input.position === 'number') changes.position = input.position;
  if (Array.isArray(input.custom_field_options) && hasOptions(field)) {
    const rows = input.custom_field_options.filter(isFields);
    const options = rows.map((row, index) => readOption(world, field, row, index));
    if (new Set(options.map((option) => option.value)).size < options.length) throw taken('value');
    changes.custom_field_options = options;
  }
  return changes;
}

function deleteField(call: Call) {
  admitManager(call);
  const field = knownField(call);
  if (!field.removable) throw forbidden();
  call.world.ticketFields.remove(field.id);
  return noContent();
}
