/**
 * The incremental export of records, open to agents who may read them.
 * Source: the "custom object records incremental export" page of Zendesk's API reference (2026).
 */
import type { CustomObjectField, CustomObjectRecord } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { badRequest, type Call, type Family, ok, Refusal } from './http.ts';
import { withParams } from './paging.ts';
import { openObject, reachOf } from './recordAccess.ts';
import { ownFields } from './recordFields.ts';
import { formatRecord } from './recordFormat.ts';

const gone = '[DELETED]';
const largestPage = 1000;

export const recordIncrement: Family = [
  {
    method: 'GET',
    path: '/api/v2/incremental/custom_objects/:key/cursor',
    allowed: 'agents',
    bucket: 'incremental',
    answer,
  },
];

/** Where a page starts: after this instant (epoch ms) and, within it, after this id. */
interface Place {
  at: number;
  id: string;
}

function answer({ world, caller, params, query, request }: Call) {
  const object = openObject(world, caller, params.key, 'read');
  const from = placeOf(world, query);
  const size = sizeOf(query.get('per_page'));
  const isWithoutDeleted = query.get('filter[exclude_deleted]') === 'true';
  const isReached = reachOf(world, caller, object.id, 'read');
  const isShown = (record: CustomObjectRecord) =>
    isReached(record) && (!isWithoutDeleted || record.deleted_at === null);
  const found = nextShown(inOrder(world, object.id), from, isShown, size + 1);
  const page = found.slice(0, size);
  const last = page[page.length - 1];
  const after_cursor = writePlace(last ? { at: last.updated_at, id: last.id } : from);
  const before_cursor = query.get('cursor');
  const url = new URL(request.url);
  const fields = ownFields(world, object);
  return ok({
    custom_object_records: page.map((record) => exported(world, fields, record)),
    after_cursor,
    after_url: withParams(url, { start_time: null, cursor: after_cursor }),
    before_cursor,
    before_url: before_cursor === null ? null : withParams(url, { start_time: null, cursor: before_cursor }),
    meta: { has_more: found.length > page.length },
  });
}

function exported(world: World, fields: CustomObjectField[], record: CustomObjectRecord) {
  const shown = formatRecord(world, fields, record);
  if (record.deleted_at === null) return shown;
  const values = Object.fromEntries(Object.keys(shown.custom_object_fields).map((key) => [key, gone]));
  return { ...shown, name: gone, external_id: gone, custom_object_fields: values };
}

interface Sorted {
  version: number;
  byObject: Map<string, CustomObjectRecord[]>;
}
const sorted = new WeakMap<World, Sorted>();

/** Every record of an object by the time of its last change, deleted ones included; kept until one changes. */
function inOrder(world: World, key: string): CustomObjectRecord[] {
  const { version } = world.customObjectRecords;
  const kept = sorted.get(world);
  const known = kept?.version === version ? kept : { version, byObject: new Map() };
  sorted.set(world, known);
  const rows =
    known.byObject.get(key) ??
    world.customObjectRecords
      .filter((record) => record.object_key === key)
      .sort((one, other) => one.updated_at - other.updated_at || (one.id < other.id ? -1 : 1));
  known.byObject.set(key, rows);
  return rows;
}

function nextShown(
  rows: CustomObjectRecord[],
  from: Place,
  isShown: (record: CustomObjectRecord) => boolean,
  count: number,
): CustomObjectRecord[] {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row && isAfter(row, from)) high = middle;
    else low = middle + 1;
  }
  const found: CustomObjectRecord[] = [];
  for (; low < rows.length && found.length < count; low += 1) {
    const row = rows[low];
    if (row && isShown(row)) found.push(row);
  }
  return found;
}

const isAfter = (record: CustomObjectRecord, place: Place): boolean =>
  record.updated_at > place.at || (record.updated_at === place.at && record.id > place.id);

function placeOf(world: World, query: URLSearchParams): Place {
  const cursor = query.get('cursor');
  if (cursor !== null) return readPlace(cursor);
  const start = query.get('start_time');
  if (start === null || !/^\d+$/.test(start)) throw badRequest('Invalid attribute', 'start_time is required');
  const at = Number(start) * 1000;
  if (at <= world.now() - 60_000) return { at, id: '' };
  throw new Refusal(422, {
    error: 'StartTimeTooRecent',
    description: 'start_time must be more than 60 seconds ago',
  });
}

function sizeOf(text: string | null): number {
  const size = text === null ? largestPage : Number(text);
  if (Number.isInteger(size) && size >= 1 && size <= largestPage) return size;
  throw badRequest('Invalid attribute', `per_page must be 1 to ${largestPage}`);
}

const writePlace = ({ at, id }: Place): string => Buffer.from(`${at}|${id}`).toString('base64url');

function readPlace(cursor: string): Place {
  const [, at, id] = /^(\d+)\|(.*)$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (at === undefined || id === undefined) throw badRequest('Invalid attribute', 'The cursor is invalid');
  return { at: Number(at), id };
}
