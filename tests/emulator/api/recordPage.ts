import type { CustomObject, CustomObjectRecord } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import type { KeysetPage } from './keysetPage.ts';
import { ownFields } from './recordFields.ts';
import { formatRecord } from './recordFormat.ts';

/** A list of records as the API answers it; `count` is the number of records on this page, not of all. */
export function recordPage(world: World, object: CustomObject, page: KeysetPage<CustomObjectRecord>) {
  const fields = ownFields(world, object);
  return {
    count: page.items.length,
    custom_object_records: page.items.map((record) => formatRecord(world, fields, record)),
    links: page.links,
    meta: page.meta,
  };
}
