/** The options of drop-downs and multi-selects, one at a time. */
import type { TicketField } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { mayManage } from './access.ts';
import { type Fields, wrapped } from './body.ts';
import { type Call, created, forbidden, invalid, noContent, notFound, ok } from './http.ts';
import { pageOf } from './paging.ts';
import { formatOption, hasOptions } from './ticketFields.format.ts';

type Option = TicketField['custom_field_options'][number];

/** Options one field may have. */
const optionLimit = 2000;

/** @throws Refusal 404 */
export function knownField({ world, params }: Call): TicketField {
  const field = world.ticketFields.get(Number(params.id));
  if (!field) throw notFound();
  return field;
}

/** @throws Refusal 403 for whoever may not manage fields */
export function admitManager({ world, caller }: Call) {
  if (!mayManage(world, caller, 'manage_ticket_fields')) throw forbidden();
}

const withOptions = (call: Call): TicketField => {
  const field = knownField(call);
  if (!hasOptions(field)) throw notFound();
  return field;
};

export function listOptions(call: Call) {
  const items = withOptions(call).custom_field_options;
  const format = (option: Option) => formatOption(option);
  return ok(pageOf(call.request, { name: 'custom_field_options', items, total: items.length, format }));
}

export function showOption(call: Call) {
  const option = withOptions(call).custom_field_options.find(
    (each) => String(each.id) === call.params.option,
  );
  if (!option) throw notFound();
  return ok({ custom_field_option: formatOption(option) });
}

/** Creates an option (201), or changes the one whose `id` is given (200). */
export function putOption(call: Call) {
  admitManager(call);
  const { world } = call;
  const field = withOptions(call);
  const input = wrapped(call.body, 'custom_field_option');
  const earlier = field.custom_field_options.find((option) => option.id === Number(input.id));
  const option = readOption(world, field, input, field.custom_field_options.length);
  if (earlier) Object.assign(earlier, option, { position: earlier.position });
  else if (field.custom_field_options.length >= optionLimit) {
    throw invalid({ base: [{ description: `Field can have at most ${optionLimit} options` }] });
  } else field.custom_field_options.push(option);
  world.ticketFields.put(Object.assign(field, { updated_at: world.now() }));
  const body = { custom_field_option: formatOption(earlier ?? option) };
  return earlier ? ok(body) : created(body);
}

export function deleteOption(call: Call) {
  admitManager(call);
  const field = withOptions(call);
  const rest = field.custom_field_options.filter((option) => String(option.id) !== call.params.option);
  if (rest.length === field.custom_field_options.length) throw notFound();
  call.world.ticketFields.put(Object.assign(field, { custom_field_options: rest }));
  return noContent();
}

/** An option value is a tag, so that it stands in one field of the account only. */
export function readOption(world: World, field: TicketField, input: Fields, position: number): Option {
  const name = typeof input.name === 'string' ? input.name.trim() : '';
  if (name === '') throw invalid({ name: [{ description: 'Name: cannot be blank', error: 'BlankValue' }] });
  const value = typeof input.value === 'string' ? input.value : name.toLowerCase().replace(/\s+/g, '_');
  const id = field.custom_field_options.find(
    (option) => option.id === Number(input.id) || option.value === value,
  )?.id;
  const isTaken = (other: TicketField) =>
    other.id !== field.id && other.custom_field_options.some((option) => option.value === value);
  const isOwn = field.custom_field_options.some((option) => option.value === value && option.id !== id);
  if (isOwn || world.ticketFields.find(isTaken)) throw taken('value');
  return { id: id ?? world.nextId('option'), name, value, position };
}

export const taken = (member: string) =>
  invalid({ [member]: [{ description: 'Value: has already been taken', error: 'DuplicateValue' }] });
