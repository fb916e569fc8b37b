/** Whether a value may stand in a field of a custom object, and how it is kept. */
import type { CustomObjectField } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { liveRecord, recordByExternalId, recordByName } from './recordIndex.ts';

/** A refused value: why, in words that follow the field's title. */
export class BadValue extends Error {}

type Reader = (value: unknown, field: CustomObjectField, world: World) => unknown;

const text: Reader = (value) => {
  if (typeof value !== 'string') throw new BadValue('is invalid: a string is expected');
  return value;
};

const number =
  (isFit: (value: number) => boolean, expected: string): Reader =>
  (value) => {
    if (typeof value !== 'number' || !isFit(value)) throw new BadValue(`is invalid: ${expected} is expected`);
    return value;
  };

const checkbox: Reader = (value) => {
  if (typeof value !== 'boolean') throw new BadValue('is invalid: true or false is expected');
  return value;
};

/** Kept with day precision, whatever precision came. */
const date: Reader = (value) => {
  const day = typeof value === 'string' ? /^(\d{4}-\d\d-\d\d)(T.+)?$/.exec(value) : null;
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (!day?.[1] || Number.isNaN(at) || !isCalendarDay(day[1]))
    throw new BadValue('is invalid: a date is expected');
  return day[1];
};

const isCalendarDay = (day: string) => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

const regexp: Reader = (value, field) => {
  const pattern = field.regexp_for_validation ?? '';
  if (typeof value !== 'string' || !new RegExp(pattern).test(value)) throw new BadValue('is invalid');
  return value;
};

const isOption = (field: CustomObjectField, value: unknown) =>
  field.custom_field_options.some((option) => option.value === value);

const dropdown: Reader = (value, field) => {
  if (!isOption(field, value)) throw new BadValue(`'${String(value)}' is not a valid option`);
  return value;
};

const multiselect: Reader = (value, field) => {
  if (!Array.isArray(value)) throw new BadValue('is invalid: an array of options is expected');
  for (const each of value) dropdown(each, field, undefined as never);
  return [...new Set(value)];
};

const lookup: Reader = (value, field, world) => {
  if (typeof value !== 'string') throw new BadValue('is invalid: the id is expected as a string');
  const id = targetId(world, field.relationship_target_type ?? '', value);
  if (id === null) throw new BadValue(`'${value}' does not exist`);
  return id;
};

/** The id a lookup value names, where objects may be named by `external_id:X` or `name:X`; null if unknown. */
function targetId(world: World, target: string, value: string): string | null {
  const [, key] = /^zen:custom_object:(.+)$/.exec(target) ?? [];
  if (key !== undefined) {
    if (value.startsWith('external_id:')) return recordByExternalId(world, key, value.slice(12))?.id ?? null;
    if (value.startsWith('name:')) return recordByName(world, key, value.slice(5))?.id ?? null;
    return liveRecord(world, key, value)?.id ?? null;
  }
  if (!/^\d+$/.test(value)) return null;
  const id = Number(value);
  if (target === 'zen:user') return world.users.has(id) ? value : null;
  if (target === 'zen:organization') return world.organizations.has(id) ? value : null;
  if (target === 'zen:ticket') return world.tickets.has(id) ? value : null;
  return value;
}

const readers: Record<string, Reader> = {
  text,
  textarea: text,
  checkbox,
  integer: number(Number.isSafeInteger, 'an integer'),
  decimal: number(Number.isFinite, 'a number'),
  currency: number(Number.isFinite, 'a number'),
  date,
  regexp,
  dropdown,
  multiselect,
  lookup,
  parent: lookup,
};

/** Every type a field of a custom object may have. */
export const fieldTypes = Object.keys(readers);

/** The value as it is kept; `null` and an empty string clear the field. Throws BadValue. */
export function readValue(world: World, field: CustomObjectField, value: unknown): unknown {
  if (value === null || value === undefined || value === '') return null;
  return (readers[field.type] ?? text)(value, field, world);
}
