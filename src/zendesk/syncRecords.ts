/**
 * How far the sync has come, and what people want of it: records of `fl_feedback` beside the feedbacks, so that a
 * place is written by the very job that writes the states it stands for, and never runs ahead of them.
 */
import * as v from 'valibot';
import {
  type BackfillPlace,
  backfillSchema,
  type IncrementPlace,
  incrementSchema,
  packIncrement,
  type Wish,
  wishSchema,
} from '../care/syncing.ts';
import { anything } from './fields.ts';
import type { Http } from './http.ts';
import { jsonIn } from './json.ts';
import type { Priority } from './scheduler.ts';

const path = '/api/v2/custom_objects/fl_feedback/records';

export type PlaceName = 'tickets' | 'backfill' | 'wish';

/** A place on its way into the account. */
export type Place =
  | { name: 'tickets'; state: IncrementPlace }
  | { name: 'backfill'; state: BackfillPlace }
  | { name: 'wish'; state: Wish };

export interface Places {
  tickets: IncrementPlace | null;
  backfill: BackfillPlace | null;
  wish: Wish | null;
}

const keyOf = (name: PlaceName) => `sync:${name}`;

/** As an item of a job or an upsert; sorted behind every feedback. */
export function placeRecordOf(place: Place) {
  const key = keyOf(place.name);
  const state = place.name === 'tickets' ? packIncrement(place.state) : place.state;
  const custom_object_fields = { status: 'none', state: JSON.stringify(state) };
  return { external_id: key, name: `~ ${key}`, custom_object_fields };
}

/** One call. A place that cannot be read is none. Throws `Failure`. */
export async function readPlaces(http: Http, priority: Priority = 'background'): Promise<Places> {
  const names = ['tickets', 'backfill', 'wish'] as const;
  const params = { 'filter[external_ids]': names.map(keyOf).join(',') };
  const record = v.object({
    external_id: v.optional(v.nullable(v.string()), null),
    custom_object_fields: v.record(v.string(), v.unknown()),
  });
  const schema = v.object({ custom_object_records: v.array(record) });
  const { custom_object_records: records } = await http.get(path, schema, { params, priority });
  const stateOf = (name: PlaceName) => {
    const found = records.find((one) => one.external_id === keyOf(name));
    return found ? jsonIn(found.custom_object_fields.state) : null;
  };
  return {
    tickets: orNull(incrementSchema, stateOf('tickets')),
    backfill: orNull(backfillSchema, stateOf('backfill')),
    wish: orNull(wishSchema, stateOf('wish')),
  };
}

function orNull<T>(schema: v.GenericSchema<unknown, T>, state: unknown): T | null {
  const result = v.safeParse(schema, state);
  return result.success ? result.output : null;
}

/** Writes a place by itself, where no job does. Throws `Failure`. */
export async function writePlace(http: Http, place: Place, priority: Priority = 'background'): Promise<void> {
  const record = placeRecordOf(place);
  const params = { external_id: record.external_id };
  await http.send('PATCH', path, { custom_object_record: record }, anything, { params, priority });
}
