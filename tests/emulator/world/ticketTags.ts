/** How option values of ticket fields and the ticket's tags follow each other. */
import type { TicketField } from './entities.ts';
import type { World } from './world.ts';

export interface TagsAndFields {
  tags: string[];
  custom_fields: Record<number, unknown>;
}

export interface TagsAndFieldsChange {
  /** Replaces every tag. */
  tags?: string[];
  addTags?: string[];
  removeTags?: string[];
  /** By ticket field id; only the listed fields change, `null` empties one. */
  custom_fields?: Record<number, unknown>;
}

/**
 * Values of drop-down and multi-select fields, and the tag of a ticked checkbox, are tags of the ticket and go with
 * the value; the other way round a tag that is an option's value sets or empties its field.
 */
export function withTagsAndFields(
  world: World,
  before: TagsAndFields,
  change: TagsAndFieldsChange,
): TagsAndFields {
  const custom_fields = { ...before.custom_fields };
  const tags = new Set(normalTags(change.tags ?? before.tags));
  for (const tag of normalTags(change.addTags ?? [])) tags.add(tag);
  for (const tag of normalTags(change.removeTags ?? [])) tags.delete(tag);
  const tagsBefore = new Set(before.tags);
  const touched = new Set([...tags, ...tagsBefore].filter((tag) => tags.has(tag) !== tagsBefore.has(tag)));
  if (touched.size > 0) followTags(world, tags, touched, custom_fields);
  for (const [key, value] of Object.entries(change.custom_fields ?? {})) {
    setField(world.ticketFields.get(Number(key)), Number(key), value, tags, custom_fields);
  }
  return { tags: [...tags].sort(), custom_fields };
}

/** Lower case, no spaces inside: `"Big Fish"` is two tags, as in Zendesk. */
export function normalTags(tags: readonly string[]): string[] {
  return [...new Set(tags.flatMap((tag) => tag.toLowerCase().split(/[\s,]+/)).filter((tag) => tag !== ''))];
}

function setField(
  field: TicketField | undefined,
  id: number,
  value: unknown,
  tags: Set<string>,
  fields: Record<number, unknown>,
) {
  if (field) for (const tag of tagsOf(field, fields[id])) tags.delete(tag);
  if (value === null || value === '' || value === undefined) delete fields[id];
  else fields[id] = value;
  if (field) for (const tag of tagsOf(field, fields[id])) tags.add(tag);
}

function followTags(world: World, tags: Set<string>, touched: Set<string>, fields: Record<number, unknown>) {
  for (const field of world.ticketFields.values()) {
    const options = optionTags(field).filter((tag) => touched.has(tag));
    if (options.length === 0) continue;
    const present = optionTags(field).filter((tag) => tags.has(tag));
    const added = options.find((tag) => tags.has(tag));
    if (field.type === 'tagger') {
      const chosen = added ?? present[0];
      for (const other of present) if (other !== chosen) tags.delete(other);
      assign(fields, field.id, chosen);
    } else if (field.type === 'multiselect') assign(fields, field.id, present.length ? present : undefined);
    else fields[field.id] = present.length > 0;
  }
}

function assign(fields: Record<number, unknown>, id: number, value: unknown) {
  if (value === undefined) delete fields[id];
  else fields[id] = value;
}

function optionTags(field: TicketField): string[] {
  if (field.type === 'checkbox') return field.tag ? [field.tag] : [];
  if (field.type !== 'tagger' && field.type !== 'multiselect') return [];
  return field.custom_field_options.map((option) => option.value);
}

function tagsOf(field: TicketField, value: unknown): string[] {
  if (field.type === 'checkbox') return value === true && field.tag ? [field.tag] : [];
  if (field.type === 'tagger') return typeof value === 'string' ? [value] : [];
  if (field.type === 'multiselect') return Array.isArray(value) ? value.map(String) : [];
  return [];
}
