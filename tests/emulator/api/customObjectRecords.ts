/** Records of custom objects: list, show, create, change, upsert, delete, count. */
import type { CustomObject, CustomObjectRecord } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { wrapped } from './body.ts';
import { badRequest, type Call, created, type Family, noContent, notFound, ok } from './http.ts';
import { keysetPage } from './keysetPage.ts';
import { openObject, reachOf, refuseBeyondReach, refuseCascade } from './recordAccess.ts';
import { ownFields } from './recordFields.ts';
import { formatRecord } from './recordFormat.ts';
import { liveRecord, liveRecords, recordByExternalId } from './recordIndex.ts';
import { recordPage } from './recordPage.ts';
import { createRecord, deleteRecord, existing, recordByQuery, updateRecord } from './recordWrites.ts';
import { iso } from './stamps.ts';

const records = '/api/v2/custom_objects/:key/records';

export const customObjectRecords: Family = [
  { method: 'GET', path: records, allowed: 'agents', answer: list },
  {
    method: 'POST',
    path: records,
    allowed: 'agents',
    answer: ({ world, caller, params, body }) => {
      const object = openObject(world, caller, params.key, 'create');
      const record = createRecord(world, caller, object, wrapped(body, 'custom_object_record'));
      return created(shown(world, object, record));
    },
  },
  { method: 'PATCH', path: records, allowed: 'agents', answer: upsert },
  {
    method: 'DELETE',
    path: records,
    allowed: 'agents',
    answer: ({ world, caller, params, query }) => {
      const object = openObject(world, caller, params.key, 'delete');
      const { record } = recordByQuery(world, object, query);
      if (!record) throw notFound();
      refuseBeyondReach(world, caller, record, 'delete');
      deleteRecord(world, caller, record);
      return noContent();
    },
  },
  {
    method: 'GET',
    path: `${records}/count`,
    allowed: 'agents',
    answer: ({ world, caller, params }) => {
      const object = openObject(world, caller, params.key, 'read');
      refuseCascade(caller, ownFields(world, object), null);
      const reached = [...liveRecords(world, object.id)].filter(reachOf(world, caller, object.id, 'read'));
      return ok({ count: { value: reached.length, refreshed_at: iso(world.now()) } });
    },
  },
  {
    method: 'GET',
    path: `${records}/:id`,
    allowed: 'agents',
    answer: ({ world, caller, params }) => {
      const object = openObject(world, caller, params.key, 'read');
      return ok(shown(world, object, existing(world, caller, object, params.id, 'read')));
    },
  },
  {
    method: 'PATCH',
    path: `${records}/:id`,
    allowed: 'agents',
    answer: ({ world, caller, params, body }) => {
      const object = openObject(world, caller, params.key, 'update');
      const record = existing(world, caller, object, params.id, 'update');
      const input = wrapped(body, 'custom_object_record');
      return ok(shown(world, object, updateRecord(world, caller, object, record, input)));
    },
  },
  {
    method: 'DELETE',
    path: `${records}/:id`,
    allowed: 'agents',
    answer: ({ world, caller, params }) => {
      const object = openObject(world, caller, params.key, 'delete');
      deleteRecord(world, caller, existing(world, caller, object, params.id, 'delete'));
      return noContent();
    },
  },
];

const shown = (world: World, object: CustomObject, record: CustomObjectRecord) => ({
  custom_object_record: formatRecord(world, ownFields(world, object), record),
});

function list({ world, caller, params, query, request }: Call) {
  const object = openObject(world, caller, params.key, 'read');
  refuseCascade(caller, ownFields(world, object), null);
  const sort = query.get('sort') ?? 'id';
  const isByTime = sort.endsWith('updated_at');
  if (!/^-?(id|updated_at)$/.test(sort))
    throw badRequest('Invalid attribute', `sort: '${sort}' is not supported`);
  const order = {
    key: (record: CustomObjectRecord) => (isByTime ? record.updated_at : record.id),
    id: (record: CustomObjectRecord) => record.id,
    isDescending: sort.startsWith('-'),
  };
  const found = [...named(world, object, query)].filter(reachOf(world, caller, object.id, 'read'));
  return ok(recordPage(world, object, keysetPage(found, order, new URL(request.url))));
}

/** The records `filter[ids]` or `filter[external_ids]` name, exactly as written; all without a filter. */
function named(world: World, object: CustomObject, query: URLSearchParams): Iterable<CustomObjectRecord> {
  const ids = query.get('filter[ids]');
  const externalIds = query.get('filter[external_ids]');
  if (ids === null && externalIds === null) return liveRecords(world, object.id);
  const found = [
    ...(ids ?? '').split(',').map((id) => liveRecord(world, object.id, id)),
    ...(externalIds ?? '').split(',').map((id) => recordByExternalId(world, object.id, id)),
  ];
  return new Set(found.filter((record) => record !== undefined));
}

function upsert({ world, caller, params, query, body }: Call) {
  const object = openObject(world, caller, params.key, 'read');
  const { record, known } = recordByQuery(world, object, query);
  openObject(world, caller, params.key, record ? 'update' : 'create');
  if (record) refuseBeyondReach(world, caller, record, 'update');
  const input = { ...wrapped(body, 'custom_object_record'), ...known };
  const written = record
    ? updateRecord(world, caller, object, record, input)
    : createRecord(world, caller, object, input);
  return ok(shown(world, object, written));
}
