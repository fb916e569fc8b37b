/** Custom objects, fields and records as the API shows them. */
import type { CustomObject, CustomObjectField, CustomObjectRecord } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { iso, urlOf } from './stamps.ts';

const under = (world: World, path: string) => urlOf(world, `${path}.json`);

export function formatObject(world: World, object: CustomObject) {
  const { id, title, title_pluralized, description } = object;
  return {
    key: id,
    url: under(world, `custom_objects/${id}`),
    title,
    raw_title: title,
    title_pluralized,
    raw_title_pluralized: title_pluralized,
    description,
    raw_description: description,
    include_in_list_view: object.include_in_list_view,
    allows_photos: object.allows_photos,
    allows_attachments: object.allows_attachments,
    created_by_user_id: String(object.created_by_user_id),
    updated_by_user_id: String(object.updated_by_user_id),
    created_at: iso(object.created_at),
    updated_at: iso(object.updated_at),
  };
}

const withOptions = new Set(['dropdown', 'multiselect']);
const withTarget = new Set(['lookup', 'parent']);

export function formatField(world: World, field: CustomObjectField) {
  const { key, type, title, description, active, system, position, regexp_for_validation } = field;
  return {
    id: Number(field.id),
    url: under(world, `custom_objects/${field.object_key}/fields/${field.id}`),
    key,
    type,
    title,
    raw_title: title,
    description,
    raw_description: description,
    position,
    active,
    system,
    regexp_for_validation,
    ...(withOptions.has(type) && {
      custom_field_options: field.custom_field_options.map((option, at) => ({
        ...option,
        raw_name: option.name,
        position: at,
      })),
    }),
    ...(withTarget.has(type) && {
      relationship_target_type: field.relationship_target_type,
      relationship_filter: field.relationship_filter ?? { all: [], any: [] },
    }),
    properties: field.properties,
    created_at: iso(field.created_at),
    updated_at: iso(field.updated_at),
  };
}

/** `fields`: the object's own fields; each is in the answer, `null` where the record has no value. */
export function formatRecord(world: World, fields: CustomObjectField[], record: CustomObjectRecord) {
  const { id, object_key, name, external_id } = record;
  const values: Record<string, unknown> = {};
  for (const { key } of fields) values[key] = record.custom_object_fields[key] ?? null;
  return {
    id,
    url: under(world, `custom_objects/${object_key}/records/${id}`),
    name,
    external_id,
    custom_object_key: object_key,
    custom_object_fields: values,
    photo: null,
    created_by_user_id: String(record.created_by_user_id),
    updated_by_user_id: String(record.updated_by_user_id),
    created_at: iso(record.created_at),
    updated_at: iso(record.updated_at),
  };
}
