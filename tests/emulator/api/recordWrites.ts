/** Creating, changing and deleting records, for the single-record endpoints and for jobs alike. */
import type { CustomObject, CustomObjectRecord, User } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { badRequest, forbidden, invalid, notFound, Refusal } from './http.ts';
import { reachOf, refuseBeyondReach, type Scope } from './recordAccess.ts';
import { isNameUnique, nameField, ownFields } from './recordFields.ts';
import {
  liveRecord,
  liveRecords,
  recordByExternalId,
  recordByName,
  storeRecord,
  wholeRecord,
} from './recordIndex.ts';
import { BadValue, readValue } from './recordValues.ts';

/** Bytes of one record's values, name and external id. */
export const recordCeiling = 32 * 1024;

type Details = Record<string, { description: string; error?: string }[]>;

export interface RecordInput {
  name?: unknown;
  external_id?: unknown;
  custom_object_fields?: unknown;
}

/** Refuses with 422, or with `unknowns.duplicateStatus` for a taken unique name or external id. */
export function createRecord(
  world: World,
  caller: User,
  object: CustomObject,
  input: RecordInput,
): CustomObjectRecord {
  const name = nameOfNew(world, object, input);
  const now = world.now();
  const record: CustomObjectRecord = {
    id: world.nextUlid(),
    object_key: object.id,
    name,
    external_id: readExternalId(input.external_id),
    custom_object_fields: readFields(world, object, input.custom_object_fields),
    created_by_user_id: caller.id,
    updated_by_user_id: caller.id,
    created_at: now,
    updated_at: now,
    deleted_at: null,
  };
  if (!reachOf(world, caller, object.id, 'create')(record)) throw forbidden();
  return storeChecked(world, object, record);
}

/** Changes only what `input` names. Same refusals as creating. */
export function updateRecord(
  world: World,
  caller: User,
  object: CustomObject,
  record: CustomObjectRecord,
  input: RecordInput,
): CustomObjectRecord {
  if (input.name !== undefined && isAutoNamed(world, object)) throw invalid(details('name', 'is generated'));
  return storeChecked(world, object, {
    ...record,
    name: input.name === undefined ? record.name : readName(input.name),
    external_id: input.external_id === undefined ? record.external_id : readExternalId(input.external_id),
    custom_object_fields: {
      ...record.custom_object_fields,
      ...readFields(world, object, input.custom_object_fields),
    },
    updated_by_user_id: caller.id,
    updated_at: world.now(),
  });
}

/** Soft: increments still tell of it. Records whose parent it is go with it. */
export function deleteRecord(world: World, caller: User, record: CustomObjectRecord): void {
  const now = world.now();
  storeRecord(world, { ...record, updated_by_user_id: caller.id, updated_at: now, deleted_at: now });
  const target = `zen:custom_object:${record.object_key}`;
  const parents = world.customObjectFields.filter(
    (field) => field.type === 'parent' && field.relationship_target_type === target,
  );
  for (const { object_key, key } of parents) {
    const children = [...liveRecords(world, object_key)].filter(
      (each) => each.custom_object_fields[key] === record.id,
    );
    for (const child of children) deleteRecord(world, caller, wholeRecord(world, child));
  }
}

/** The record of that id, if the caller reaches it for `scope`; 404 otherwise, 403 where it may only be read. */
export function existing(
  world: World,
  caller: User,
  object: CustomObject,
  id: unknown,
  scope: Scope,
): CustomObjectRecord {
  const record = liveRecord(world, object.id, String(id));
  if (!record) throw notFound();
  refuseBeyondReach(world, caller, record, scope);
  return record;
}

/** The record a query's `external_id` or `name` means; `undefined` if there is none. Refuses both and neither. */
export function recordByQuery(world: World, object: CustomObject, query: URLSearchParams) {
  const externalId = query.get('external_id');
  const name = query.get('name');
  if ((externalId === null) === (name === null)) {
    throw badRequest('Invalid attribute', 'Either external_id or name is required, not both');
  }
  if (externalId !== null) {
    return { record: recordByExternalId(world, object.id, externalId), known: { external_id: externalId } };
  }
  if (!isNameUnique(world, object)) {
    throw badRequest('Invalid attribute', 'name can be used only when the name field is unique');
  }
  return { record: recordByName(world, object.id, name ?? ''), known: { name: name ?? '' } };
}

const details = (key: string, why: string, error?: string): Details => ({
  [key]: [{ description: `${key}: ${why}`, ...(error && { error }) }],
});

const isAutoNamed = (world: World, object: CustomObject): boolean =>
  nameField(world, object).properties.autoincrement_enabled === true;

function nameOfNew(world: World, object: CustomObject, input: RecordInput): string {
  if (!isAutoNamed(world, object)) return readName(input.name);
  if (input.name !== undefined && input.name !== null) throw invalid(details('name', 'is generated'));
  const field = nameField(world, object);
  const {
    autoincrement_next_sequence: next,
    autoincrement_padding: padding,
    autoincrement_prefix: prefix,
  } = field.properties;
  const number = typeof next === 'number' ? next : 1;
  const properties = { ...field.properties, autoincrement_next_sequence: number + 1 };
  world.customObjectFields.put({ ...field, properties });
  return `${typeof prefix === 'string' ? prefix : ''}${String(number).padStart(Number(padding ?? 0), '0')}`;
}

function readName(name: unknown): string {
  if (typeof name === 'string' && name.trim() !== '') return name;
  const isMissing = name === undefined || name === null || name === '';
  throw invalid(
    details('name', isMissing ? 'cannot be blank' : 'is invalid', isMissing ? 'BlankValue' : 'InvalidValue'),
  );
}

function readExternalId(externalId: unknown): string | null {
  if (externalId === undefined || externalId === null || externalId === '') return null;
  if (typeof externalId === 'string') return externalId;
  throw invalid(details('external_id', 'is invalid', 'InvalidValue'));
}

/** The values as kept; every bad one is named in the refusal. */
function readFields(world: World, object: CustomObject, input: unknown): Record<string, unknown> {
  if (input === undefined || input === null) return {};
  if (typeof input !== 'object' || Array.isArray(input)) {
    throw invalid(details('custom_object_fields', 'is invalid', 'InvalidValue'));
  }
  const fields = new Map(ownFields(world, object).map((field) => [field.key, field]));
  const values: Record<string, unknown> = {};
  const refused: Details = {};
  for (const [key, value] of Object.entries(input)) {
    const field = fields.get(key);
    if (!field) Object.assign(refused, details(key, 'is not a field of this object', 'InvalidField'));
    else
      Object.assign(
        refused,
        readInto(values, () => readValue(world, field, value), key),
      );
  }
  if (Object.keys(refused).length > 0) throw invalid(refused);
  return values;
}

function readInto(values: Record<string, unknown>, read: () => unknown, key: string): Details {
  try {
    values[key] = read();
    return {};
  } catch (problem) {
    if (problem instanceof BadValue) return details(key, problem.message, 'InvalidValue');
    throw problem;
  }
}

function storeChecked(world: World, object: CustomObject, record: CustomObjectRecord): CustomObjectRecord {
  const { id, name, external_id, custom_object_fields } = record;
  const bytes = Buffer.byteLength(JSON.stringify({ name, external_id, custom_object_fields }));
  if (bytes > recordCeiling)
    throw invalid(details('base', `a record may have ${recordCeiling} bytes at most`));
  const namesake = isNameUnique(world, object) ? recordByName(world, object.id, name) : undefined;
  if (namesake && namesake.id !== id) throw duplicate(world, 'name', name);
  const twin = external_id === null ? undefined : recordByExternalId(world, object.id, external_id);
  if (twin && twin.id !== id) throw duplicate(world, 'external_id', external_id ?? '');
  return storeRecord(world, record);
}

const duplicate = (world: World, key: string, value: string): Refusal =>
  new Refusal(world.unknowns.duplicateStatus, {
    error: 'RecordInvalid',
    description: 'Record validation errors',
    details: details(key, `'${value}' has already been taken`, 'DuplicateValue'),
  });
