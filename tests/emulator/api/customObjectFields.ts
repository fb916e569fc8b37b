/** Fields of custom objects: admins write, agents read. */
import type { CustomObject, CustomObjectField } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { booleanOr, isFields, textOr, wrapped } from './body.ts';
import {
  checkQuota,
  hasOptions,
  isLink,
  newKey,
  readOptions,
  readPattern,
  readTarget,
  readTitle,
  refuse,
} from './customObjectFieldInput.ts';
import { created, type Family, noContent, notFound, ok } from './http.ts';
import { objectOf, openObject } from './recordAccess.ts';
import { fieldsOf, nameKey, ownFields } from './recordFields.ts';
import { formatField } from './recordFormat.ts';
import { countRecords, liveRecords, storeRecord, wholeRecord } from './recordIndex.ts';
import { fieldTypes } from './recordValues.ts';

const fieldLimit = 100;

export const customObjectFields: Family = [
  {
    method: 'GET',
    path: '/api/v2/custom_objects/:key/fields',
    allowed: 'agents',
    answer: ({ world, caller, params, query }) => {
      const object = openObject(world, caller, params.key, 'read');
      const isWithStandard = query.get('include_standard_fields') === 'true';
      const fields = isWithStandard ? fieldsOf(world, object) : ownFields(world, object);
      return ok({
        custom_object_fields: fields.map((field) => formatField(world, field)),
        count: fields.length,
        next_page: null,
        previous_page: null,
      });
    },
  },
  {
    method: 'POST',
    path: '/api/v2/custom_objects/:key/fields',
    allowed: 'admins',
    answer: ({ world, params, body }) => {
      const field = createField(world, objectOf(world, params.key), wrapped(body, 'custom_object_field'));
      return created({ custom_object_field: formatField(world, field) });
    },
  },
  {
    method: 'PUT',
    path: '/api/v2/custom_objects/:key/fields/reorder',
    allowed: 'admins',
    answer: ({ world, params, body }) => {
      reorder(world, objectOf(world, params.key), isFields(body) ? body.custom_object_field_ids : undefined);
      return ok('');
    },
  },
  {
    method: 'GET',
    path: '/api/v2/custom_objects/:key/fields/:field',
    allowed: 'agents',
    answer: ({ world, caller, params }) => {
      const object = openObject(world, caller, params.key, 'read');
      return ok({ custom_object_field: formatField(world, fieldOf(world, object, params.field)) });
    },
  },
  {
    method: 'PATCH',
    path: '/api/v2/custom_objects/:key/fields/:field',
    allowed: 'admins',
    answer: ({ world, params, body }) => {
      const object = objectOf(world, params.key);
      const field = fieldOf(world, object, params.field);
      const changed = changedField(world, object, field, wrapped(body, 'custom_object_field'));
      return ok({ custom_object_field: formatField(world, world.customObjectFields.put(changed)) });
    },
  },
  {
    method: 'DELETE',
    path: '/api/v2/custom_objects/:key/fields/:field',
    allowed: 'admins',
    answer: ({ world, params }) => {
      removeField(world, objectOf(world, params.key), params.field);
      return noContent();
    },
  },
];

function fieldOf(world: World, object: CustomObject, keyOrId: string | undefined): CustomObjectField {
  const field = fieldsOf(world, object).find((each) => each.key === keyOrId || each.id === keyOrId);
  if (!field) throw notFound();
  return field;
}

function createField(world: World, object: CustomObject, input: Record<string, unknown>): CustomObjectField {
  const fields = ownFields(world, object);
  if (fields.length >= fieldLimit)
    throw refuse('base', `An object may have ${fieldLimit} fields`, 'LimitReached');
  const type = input.type === undefined ? 'text' : String(input.type);
  if (!fieldTypes.includes(type)) throw refuse('type', `Type: '${type}' is not a field type`);
  checkQuota(world, fields, type);
  const now = world.now();
  const title = readTitle(input.title);
  return world.customObjectFields.put({
    id: String(world.nextId('custom_object_field') + 4_398_096_842_000),
    object_key: object.id,
    key: newKey(fields, input.key),
    type,
    title,
    description: textOr(input.description, ''),
    active: booleanOr(input.active, true),
    system: false,
    position: fieldsOf(world, object).length,
    regexp_for_validation: type === 'regexp' ? readPattern(input.regexp_for_validation) : null,
    relationship_target_type: isLink(type) ? readTarget(world, input.relationship_target_type) : null,
    relationship_filter: isLink(type) ? (input.relationship_filter ?? null) : null,
    properties: isFields(input.properties) ? input.properties : {},
    custom_field_options: hasOptions(type) ? readOptions(world, input.custom_field_options, []) : [],
    created_at: now,
    updated_at: now,
  });
}

function changedField(
  world: World,
  object: CustomObject,
  field: CustomObjectField,
  input: Record<string, unknown>,
): CustomObjectField {
  if (input.type !== undefined && input.type !== field.type) throw refuse('type', 'Type: cannot be changed');
  if (input.key !== undefined && input.key !== field.key) throw refuse('key', 'Key: cannot be changed');
  const {
    custom_field_options: options,
    regexp_for_validation: pattern,
    relationship_filter: filter,
  } = input;
  return {
    ...field,
    title: input.title === undefined ? field.title : readTitle(input.title),
    description: textOr(input.description, field.description),
    active: booleanOr(input.active, field.active),
    regexp_for_validation:
      field.type === 'regexp' && pattern !== undefined ? readPattern(pattern) : field.regexp_for_validation,
    relationship_filter: filter === undefined ? field.relationship_filter : filter,
    custom_field_options:
      hasOptions(field.type) && options !== undefined
        ? readOptions(world, options, field.custom_field_options)
        : field.custom_field_options,
    properties: changedProperties(world, object, field, input.properties),
    updated_at: world.now(),
  };
}

/** `is_unique` of the name is settled by the first record. */
function changedProperties(world: World, object: CustomObject, field: CustomObjectField, input: unknown) {
  if (!isFields(input)) return field.properties;
  const isFlipped = 'is_unique' in input && Boolean(input.is_unique) !== Boolean(field.properties.is_unique);
  if (field.key === nameKey && isFlipped && countRecords(world, object.id) > 0) {
    throw refuse('properties', 'Properties: is_unique cannot be changed once the object has records');
  }
  return { ...field.properties, ...input };
}

function removeField(world: World, object: CustomObject, keyOrId: string | undefined): void {
  const field = fieldOf(world, object, keyOrId);
  if (field.key.startsWith('standard::')) throw refuse('base', 'Standard fields cannot be deleted');
  world.customObjectFields.remove(`${object.id}/${field.key}`);
  for (const one of [...liveRecords(world, object.id)]) {
    const record = wholeRecord(world, one);
    if (!(field.key in record.custom_object_fields)) continue;
    const { [field.key]: _gone, ...rest } = record.custom_object_fields;
    storeRecord(world, { ...record, custom_object_fields: rest });
  }
}

function reorder(world: World, object: CustomObject, ids: unknown): void {
  const wanted = Array.isArray(ids) ? ids.map(String) : [];
  const fields = ownFields(world, object);
  if (wanted.some((id) => !fields.some((field) => field.id === id))) throw notFound();
  const rank = (field: CustomObjectField) => {
    const at = wanted.indexOf(field.id);
    return at < 0 ? wanted.length + field.position : at;
  };
  fields
    .sort((one, other) => rank(one) - rank(other))
    .forEach((field, index) => {
      world.customObjectFields.put({ ...field, position: index + 2 });
    });
}
