/** The fields of a custom object: the two every object has, and its own. */
import type { CustomObject, CustomObjectField } from '../world/entities.ts';
import type { World } from '../world/world.ts';

export const nameKey = 'standard::name';
export const externalIdKey = 'standard::external_id';

/** In order of position; standard fields are made on first sight. */
export function fieldsOf(world: World, object: CustomObject): CustomObjectField[] {
  for (const [position, key] of [nameKey, externalIdKey].entries()) {
    if (!world.customObjectFields.has(`${object.id}/${key}`)) addStandardField(world, object, key, position);
  }
  return world.customObjectFields
    .filter((field) => field.object_key === object.id)
    .sort((one, other) => one.position - other.position);
}

/** Without the standard fields, which are members of the record itself. */
export const ownFields = (world: World, object: CustomObject): CustomObjectField[] =>
  fieldsOf(world, object).filter((field) => !field.key.startsWith('standard::'));

export function nameField(world: World, object: CustomObject): CustomObjectField {
  const field = fieldsOf(world, object).find((each) => each.key === nameKey);
  if (!field) throw new Error(`custom object ${object.id} has no name field`);
  return field;
}

export const isNameUnique = (world: World, object: CustomObject): boolean =>
  nameField(world, object).properties.is_unique === true;

function addStandardField(world: World, object: CustomObject, key: string, position: number): void {
  const isName = key === nameKey;
  const title = isName ? 'Name' : 'External ID';
  world.customObjectFields.put({
    id: String(world.nextId('custom_object_field') + 4_398_096_842_000),
    object_key: object.id,
    key,
    type: 'text',
    title,
    description: title,
    active: true,
    system: false,
    position,
    regexp_for_validation: null,
    relationship_target_type: null,
    relationship_filter: null,
    properties: isName ? { is_unique: false, autoincrement_enabled: false } : {},
    custom_field_options: [],
    created_at: object.created_at,
    updated_at: object.created_at,
  });
}
