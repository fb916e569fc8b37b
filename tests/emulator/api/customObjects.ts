/** Definitions of custom objects: admins write, agents read. */
import type { CustomObject, User } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { booleanOr, textOr, wrapped } from './body.ts';
import { created, type Family, invalid, noContent, ok } from './http.ts';
import { holdsScope, objectOf, openObject, quotaOf } from './recordAccess.ts';
import { fieldsOf, ownFields } from './recordFields.ts';
import { formatObject } from './recordFormat.ts';
import { countRecords, dropRecords } from './recordIndex.ts';

/** The figure Zendesk's page shows as an account's own record limit. */
const recordLimit = 1_000_000;
const fieldLimit = 100;

export const customObjects: Family = [
  {
    method: 'GET',
    path: '/api/v2/custom_objects',
    allowed: 'agents',
    answer: ({ world, caller }) => {
      quotaOf(world);
      const objects = world.customObjects.filter((object) => holdsScope(world, caller, object.id, 'read'));
      return ok({ custom_objects: objects.map((object) => formatObject(world, object)) });
    },
  },
  {
    method: 'POST',
    path: '/api/v2/custom_objects',
    allowed: 'admins',
    answer: ({ world, caller, body }) =>
      created({
        custom_object: formatObject(world, createObject(world, caller, wrapped(body, 'custom_object'))),
      }),
  },
  {
    method: 'GET',
    path: '/api/v2/custom_objects/limits/object_limit',
    allowed: 'admins',
    answer: ({ world }) => ok({ count: world.customObjects.size, limit: quotaOf(world).objects }),
  },
  {
    method: 'GET',
    path: '/api/v2/custom_objects/limits/record_limit',
    allowed: 'agents',
    answer: ({ world }) => {
      quotaOf(world);
      const counts = [...world.customObjects.values()].map((object) => countRecords(world, object.id));
      return ok({ count: counts.reduce((sum, count) => sum + count, 0), limit: recordLimit });
    },
  },
  {
    method: 'GET',
    path: '/api/v2/custom_objects/:key/limits/field_limit',
    allowed: 'agents',
    answer: ({ world, caller, params }) => {
      const object = openObject(world, caller, params.key, 'read');
      return ok({ count: ownFields(world, object).length, limit: fieldLimit });
    },
  },
  {
    method: 'GET',
    path: '/api/v2/custom_objects/:key',
    allowed: 'agents',
    answer: ({ world, caller, params }) =>
      ok({ custom_object: formatObject(world, openObject(world, caller, params.key, 'read')) }),
  },
  {
    method: 'PATCH',
    path: '/api/v2/custom_objects/:key',
    allowed: 'admins',
    answer: ({ world, caller, params, body }) => {
      const object = objectOf(world, params.key);
      const changed = changedObject(world, caller, object, wrapped(body, 'custom_object'));
      return ok({ custom_object: formatObject(world, world.customObjects.put(changed)) });
    },
  },
  {
    method: 'DELETE',
    path: '/api/v2/custom_objects/:key',
    allowed: 'admins',
    answer: ({ world, params }) => {
      const object = objectOf(world, params.key);
      dropRecords(world, object.id);
      for (const field of fieldsOf(world, object))
        world.customObjectFields.remove(`${object.id}/${field.key}`);
      world.customObjects.remove(object.id);
      return noContent();
    },
  },
];

function createObject(world: World, caller: User, input: Record<string, unknown>): CustomObject {
  if (world.customObjects.size >= quotaOf(world).objects) {
    throw invalid({ base: [{ description: 'The account has reached its limit of custom objects' }] });
  }
  const key = newKey(world, input.key);
  const now = world.now();
  const object: CustomObject = {
    id: key,
    title: required(input, 'title'),
    title_pluralized: required(input, 'title_pluralized'),
    description: textOr(input.description, ''),
    include_in_list_view: booleanOr(input.include_in_list_view, true),
    allows_photos: booleanOr(input.allows_photos, false),
    allows_attachments: booleanOr(input.allows_attachments, false),
    created_by_user_id: caller.id,
    updated_by_user_id: caller.id,
    created_at: now,
    updated_at: now,
  };
  world.customObjects.put(object);
  fieldsOf(world, object);
  return object;
}

function changedObject(
  world: World,
  caller: User,
  object: CustomObject,
  input: Record<string, unknown>,
): CustomObject {
  return {
    ...object,
    title: input.title === undefined ? object.title : required(input, 'title'),
    title_pluralized:
      input.title_pluralized === undefined ? object.title_pluralized : required(input, 'title_pluralized'),
    description: textOr(input.description, object.description),
    include_in_list_view: booleanOr(input.include_in_list_view, object.include_in_list_view),
    allows_photos: booleanOr(input.allows_photos, object.allows_photos),
    allows_attachments: booleanOr(input.allows_attachments, object.allows_attachments),
    updated_by_user_id: caller.id,
    updated_at: world.now(),
  };
}

function newKey(world: World, key: unknown): string {
  if (typeof key !== 'string' || !/^[a-z0-9_-]+$/i.test(key)) {
    throw invalid({ key: [{ description: 'Key: letters, digits, _ and - only', error: 'InvalidValue' }] });
  }
  if (world.customObjects.has(key)) {
    throw invalid({
      key: [{ description: `Key: '${key}' has already been taken`, error: 'DuplicateValue' }],
    });
  }
  return key;
}

function required(input: Record<string, unknown>, key: string): string {
  const value = input[key];
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw invalid({ [key]: [{ description: `${key}: cannot be blank`, error: 'BlankValue' }] });
}
