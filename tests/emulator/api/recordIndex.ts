/**
 * Records by object, name and external id, and what search knows of them: search lags writes by
 * `unknowns.indexLagSeconds` of real time while reads by id or external id are immediate.
 */
import type { Collection } from '../world/collection.ts';
import type { CustomObjectRecord } from '../world/entities.ts';
import type { World } from '../world/world.ts';

type RecordCollection = Collection<string, CustomObjectRecord>;

interface ObjectIndex {
  /** Ids of all stored ones, deleted ones included: of these nothing made is shown. */
  stored: Set<string>;
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
  stored: new Set(),
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
  index.stored.add(record.id);
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
  const before = liveRecord(world, record.object_key, record.id) ?? null;
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
  world.madeRecords.delete(key);
}

export function liveRecord(world: World, key: string, id: string): CustomObjectRecord | undefined {
  const { live, stored } = objectIndex(indexOf(world), key);
  return live.get(id) ?? (stored.has(id) ? undefined : world.madeRecords.get(key)?.byId(id));
}

export function recordByExternalId(world: World, key: string, externalId: string) {
  const object = objectIndex(indexOf(world), key);
  return (
    object.byExternalId.get(externalId) ??
    unlessStored(object, world.madeRecords.get(key)?.byExternalId(externalId))
  );
}

export function recordByName(world: World, key: string, name: string) {
  const object = objectIndex(indexOf(world), key);
  return object.byName.get(name) ?? unlessStored(object, world.madeRecords.get(key)?.byName(name));
}

const unlessStored = ({ stored }: ObjectIndex, made: CustomObjectRecord | undefined) =>
  made && !stored.has(made.id) ? made : undefined;

/** The made ones that are still as they were made. */
function* madeRecords(world: World, key: string, { stored }: ObjectIndex): Iterable<CustomObjectRecord> {
  for (const record of world.madeRecords.get(key)?.all() ?? [])
    if (stored.size === 0 || !stored.has(record.id)) yield record;
}

export function countRecords(world: World, key: string): number {
  const object = objectIndex(indexOf(world), key);
  let count = object.live.size;
  for (const _ of madeRecords(world, key, object)) count += 1;
  return count;
}

/** Every record of an object as of now. */
export function* liveRecords(world: World, key: string): Iterable<CustomObjectRecord> {
  const object = objectIndex(indexOf(world), key);
  yield* object.live.values();
  yield* madeRecords(world, key, object);
}

/** With members of its own, which a made record has not: what a changed copy is taken from. */
export const wholeRecord = (world: World, record: CustomObjectRecord): CustomObjectRecord =>
  liveRecord(world, record.object_key, record.id) ?? record;

/** Every record of an object as search knows it: without the writes of the last moments. */
export function* searchableRecords(world: World, key: string): Iterable<CustomObjectRecord> {
  const object = objectIndex(indexOf(world), key);
  const lag = world.unknowns.indexLagSeconds * 1000;
  const isUnseen = (write: Write) =>
    world.realNow() - write.realAt < lag && world.now() - write.worldAt < lag;
  for (const [id, writes] of object.lagging) {
    const unseen = writes.filter(isUnseen);
    if (unseen.length > 0) object.lagging.set(id, unseen);
    else object.lagging.delete(id);
  }
  yield* object.lagging.size === 0 ? object.live.values() : asOfLastIndexing(object);
  yield* madeRecords(world, key, object);
}

function* asOfLastIndexing(object: ObjectIndex): Iterable<CustomObjectRecord> {
  for (const record of object.live.values()) if (!object.lagging.has(record.id)) yield record;
  for (const [oldest] of object.lagging.values()) if (oldest?.before) yield oldest.before;
}
