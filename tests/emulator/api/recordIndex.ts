/**
 * Records by object, name and external id, and what search knows of them: search lags writes by
 * `unknowns.indexLagSeconds` of real time while reads by id or external id are immediate.
 */
import type { Collection } from '../world/collection.ts';
import type { CustomObjectRecord } from '../world/entities.ts';
import type { World } from '../world/world.ts';

type RecordCollection = Collection<string, CustomObjectRecord>;

interface ObjectIndex {
  live: Map<string, CustomObjectRecord>;
  byExternalId: Map<string, CustomObjectRecord>;
  byName: Map<string, CustomObjectRecord>;
  /** Writes search may not know yet, oldest first, with what the record was before (null: nothing). */
  lagging: Map<string, Write[]>;
}

interface Write {
  realAt: number;
  worldAt: number;
  before: CustomObjectRecord | null;
}

interface Index {
  size: number;
  objects: Map<string, ObjectIndex>;
}

const indexes = new WeakMap<RecordCollection, Index>();

const emptyObjectIndex = (): ObjectIndex => ({
  live: new Map(),
  byExternalId: new Map(),
  byName: new Map(),
  lagging: new Map(),
});

/** Built anew when somebody put or removed records behind its back. */
function indexOf(world: World): Index {
  const known = indexes.get(world.customObjectRecords);
  if (known && known.size === world.customObjectRecords.size) return known;
  const index: Index = { size: world.customObjectRecords.size, objects: new Map() };
  for (const record of world.customObjectRecords.values())
    enter(objectIndex(index, record.object_key), record);
  indexes.set(world.customObjectRecords, index);
  return index;
}

function objectIndex(index: Index, key: string): ObjectIndex {
  const known = index.objects.get(key);
  if (known) return known;
  const made = emptyObjectIndex();
  index.objects.set(key, made);
  return made;
}

function enter(index: ObjectIndex, record: CustomObjectRecord): void {
  if (record.deleted_at !== null) return;
  index.live.set(record.id, record);
  if (record.external_id !== null) index.byExternalId.set(record.external_id, record);
  index.byName.set(record.name, record);
}

function leave(index: ObjectIndex, record: CustomObjectRecord): void {
  index.live.delete(record.id);
  if (record.external_id !== null && index.byExternalId.get(record.external_id)?.id === record.id) {
    index.byExternalId.delete(record.external_id);
  }
  if (index.byName.get(record.name)?.id === record.id) index.byName.delete(record.name);
}

/** Stores a new version of a record; `record` is a fresh object, never one changed in place. */
export function storeRecord(world: World, record: CustomObjectRecord): CustomObjectRecord {
  const index = indexOf(world);
  const object = objectIndex(index, record.object_key);
  const before = object.live.get(record.id) ?? null;
  if (before) leave(object, before);
  world.customObjectRecords.put(record);
  enter(object, record);
  const writes = object.lagging.get(record.id) ?? [];
  writes.push({ realAt: world.realNow(), worldAt: world.now(), before });
  object.lagging.set(record.id, writes);
  index.size = world.customObjectRecords.size;
  return record;
}

/** Forgets every record of an object, as deleting the object does. */
export function dropRecords(world: World, key: string): void {
  for (const record of world.customObjectRecords.filter((each) => each.object_key === key)) {
    world.customObjectRecords.remove(record.id);
  }
}

export const liveRecord = (world: World, key: string, id: string): CustomObjectRecord | undefined =>
  objectIndex(indexOf(world), key).live.get(id);

export const recordByExternalId = (world: World, key: string, externalId: string) =>
  objectIndex(indexOf(world), key).byExternalId.get(externalId);

export const recordByName = (world: World, key: string, name: string) =>
  objectIndex(indexOf(world), key).byName.get(name);

export const countRecords = (world: World, key: string): number => objectIndex(indexOf(world), key).live.size;

/** Every record of an object as of now. */
export const liveRecords = (world: World, key: string): Iterable<CustomObjectRecord> =>
  objectIndex(indexOf(world), key).live.values();

/** Every record of an object as search knows it: without the writes of the last moments. */
export function searchableRecords(world: World, key: string): Iterable<CustomObjectRecord> {
  const object = objectIndex(indexOf(world), key);
  const lag = world.unknowns.indexLagSeconds * 1000;
  const isUnseen = (write: Write) =>
    world.realNow() - write.realAt < lag && world.now() - write.worldAt < lag;
  for (const [id, writes] of object.lagging) {
    const unseen = writes.filter(isUnseen);
    if (unseen.length > 0) object.lagging.set(id, unseen);
    else object.lagging.delete(id);
  }
  return object.lagging.size === 0 ? object.live.values() : asOfLastIndexing(object);
}

function* asOfLastIndexing(object: ObjectIndex): Iterable<CustomObjectRecord> {
  for (const record of object.live.values()) if (!object.lagging.has(record.id)) yield record;
  for (const [oldest] of object.lagging.values()) if (oldest?.before) yield oldest.before;
}
