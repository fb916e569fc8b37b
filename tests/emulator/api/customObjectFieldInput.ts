/** What may stand in the definition of a custom object's field. */
import type { CustomObjectField } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { isFields } from './body.ts';
import { invalid } from './http.ts';
import { quotaOf } from './recordAccess.ts';

const targets = /^zen:(user|organization|ticket|article|brand|custom_object:.+)$/;

export const refuse = (key: string, description: string, error = 'InvalidValue') =>
  invalid({ [key]: [{ description, error }] });

export const isLink = (type: string) => type === 'lookup' || type === 'parent';
export const hasOptions = (type: string) => type === 'dropdown' || type === 'multiselect';

export function checkQuota(world: World, fields: CustomObjectField[], type: string): void {
  if (!isLink(type)) return;
  const { lookups } = quotaOf(world);
  if (fields.filter((field) => isLink(field.type)).length < lookups) return;
  throw refuse('base', `An object may have ${lookups} lookup fields`, 'LimitReached');
}

export function newKey(fields: CustomObjectField[], key: unknown): string {
  if (key === undefined || key === null || key === '')
    throw refuse('key', 'Key: cannot be blank', 'BlankValue');
  if (typeof key !== 'string' || !/^[a-z0-9_-]+$/i.test(key)) {
    throw refuse('key', 'Key: letters, digits, _ and - only');
  }
  if (fields.some((field) => field.key === key)) {
    throw refuse('key', `Key: '${key}' has already been taken`, 'DuplicateValue');
  }
  return key;
}

export function readTitle(title: unknown): string {
  if (typeof title === 'string' && title.trim() !== '') return title;
  throw refuse('title', 'Title: cannot be blank', 'BlankValue');
}

export function readPattern(pattern: unknown): string {
  if (typeof pattern !== 'string' || pattern === '') {
    throw refuse('regexp_for_validation', 'Regexp for validation: cannot be blank', 'BlankValue');
  }
  try {
    new RegExp(pattern);
    return pattern;
  } catch {
    throw refuse('regexp_for_validation', 'Regexp for validation: is invalid');
  }
}

export function readTarget(world: World, target: unknown): string {
  const [isKnown, kind] = typeof target === 'string' ? (targets.exec(target) ?? []) : [];
  const key = kind?.startsWith('custom_object:') ? kind.slice(14) : null;
  if (isKnown && (key === null || world.customObjects.has(key))) return String(target);
  throw refuse('relationship_target_type', 'Relationship target type: is invalid');
}

type Option = CustomObjectField['custom_field_options'][number];

/** The whole list, as Zendesk wants it: an option that is not named is gone. Ids of known values stay. */
export function readOptions(world: World, options: unknown, known: Option[]): Option[] {
  if (!Array.isArray(options) || options.length === 0) {
    throw refuse('custom_field_options', 'Custom field options: cannot be blank', 'BlankValue');
  }
  const read = options.map((option: unknown): Option => {
    const { name, value } = isFields(option) ? option : {};
    if (typeof name !== 'string' || typeof value !== 'string' || name === '' || value === '') {
      throw refuse('custom_field_options', 'Custom field options: name and value are required', 'BlankValue');
    }
    const id = known.find((each) => each.value === value)?.id ?? world.nextId('custom_object_option');
    return { id, name, value };
  });
  if (new Set(read.map((option) => option.value)).size === read.length) return read;
  throw refuse('custom_field_options', 'Custom field options: values have to differ', 'DuplicateValue');
}
