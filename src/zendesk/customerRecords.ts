/** What one customer said before, as the lists keep it. */
import * as v from 'valibot';
import { type Feedback, feedbackSchema } from '../care/feedback.ts';
import type { Http } from './http.ts';
import { jsonIn } from './json.ts';

const path = '/api/v2/custom_objects/fl_feedback/records/search';
const record = v.object({
  external_id: v.string(),
  custom_object_fields: v.record(v.string(), v.unknown()),
});
const page = v.object({
  custom_object_records: v.array(record),
  meta: v.object({ has_more: v.boolean(), after_cursor: v.optional(v.nullable(v.string()), null) }),
});

export interface CustomerRecords {
  feedbacks: Feedback[];
  /** There are more than one call gives. */
  isMore: boolean;
}

/** The hundred changed last of those whose requester this is. One call; the index lags by seconds. Throws `Failure`. */
export async function readCustomerRecords(http: Http, requesterId: string): Promise<CustomerRecords> {
  const found = await search(http, requesterId, null);
  const feedbacks = found.custom_object_records.flatMap(({ custom_object_fields: fields }) => {
    const state = v.safeParse(feedbackSchema, jsonIn(fields.state));
    return state.success ? [state.output] : [];
  });
  return { feedbacks, isMore: found.meta.has_more };
}

/** Keys of all feedbacks whose requester this is, however many and whatever state they are in. Throws `Failure`. */
export async function readCustomerKeys(http: Http, requesterId: string): Promise<string[]> {
  const keys: string[] = [];
  for (let after: string | null = null; ; ) {
    const found = await search(http, requesterId, after);
    keys.push(...found.custom_object_records.map(({ external_id: key }) => key));
    after = found.meta.has_more ? found.meta.after_cursor : null;
    if (after === null) return keys;
  }
}

async function search(
  http: Http,
  requesterId: string,
  after: string | null,
): Promise<v.InferOutput<typeof page>> {
  const filter = { $and: [{ 'custom_object_fields.requester': { $eq: requesterId } }] };
  const params = { sort: '-updated_at', 'page[size]': 100, ...(after && { 'page[after]': after }) };
  return http.send('POST', path, { filter }, page, { params });
}
