/** Which records point to a ticket, user, organisation or record through a lookup field. */
import type { CustomObjectRecord } from '../world/entities.ts';
import { type Family, notFound, ok } from './http.ts';
import { keysetPage } from './keysetPage.ts';
import { openObject, reachOf } from './recordAccess.ts';
import { ownFields } from './recordFields.ts';
import { liveRecords } from './recordIndex.ts';
import { recordPage } from './recordPage.ts';

const order = {
  key: (record: CustomObjectRecord) => record.id,
  id: (record: CustomObjectRecord) => record.id,
  isDescending: false,
};

/** Types hold colons (`zen:ticket`), which the path's own parameters take in. */
export const relationships: Family = [
  {
    method: 'GET',
    path: '/api/v2/:target_type/:target_id/relationship_fields/:field_id/:source_type',
    allowed: 'agents',
    answer: ({ world, caller, params, request }) => {
      const [, key] = /^zen:custom_object:(.+)$/.exec(decodeURIComponent(params.source_type ?? '')) ?? [];
      if (key === undefined) throw notFound();
      const object = openObject(world, caller, key, 'read');
      const target = decodeURIComponent(params.target_type ?? '');
      const field = ownFields(world, object).find(
        (each) => each.id === params.field_id && each.relationship_target_type === target,
      );
      if (!field) throw notFound();
      const isReached = reachOf(world, caller, object.id, 'read');
      const pointing = [...liveRecords(world, object.id)].filter(
        (record) => isReached(record) && record.custom_object_fields[field.key] === params.target_id,
      );
      return ok(recordPage(world, object, keysetPage(pointing, order, new URL(request.url))));
    },
  },
];
