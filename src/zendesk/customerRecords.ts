/** What one customer said before, as the lists keep it. */
import * as v from 'valibot';
import { type Feedback, feedbackSchema } from '../care/feedback.ts';
import type { Http } from './http.ts';
import { jsonIn } from './json.ts';

const path = '/api/v2/custom_objects/fl_feedback/records/search';
const record = v.object({ custom_object_fields: v.record(v.string(), v.unknown()) });
const page = v.object({
  custom_object_records: v.array(record),
  meta: v.object({ has_more: v.boolean() }),
});

export interface CustomerRecords {
  feedbacks: Feedback[];
  /** There are more than one call gives. */
  isMore: boolean;
}

/** The hundred changed last of those whose requester this is. One call; the index lags by seconds. Throws `Failure`. */
export async function readCustomerRecords(http: Http, requesterId: string): Promise<CustomerRecords> {
  const filter = { $and: [{ 'custom_object_fields.requester': { $eq: requesterId } }] };
  const params = { sort: '-updated_at', 'page[size]': 100 };
  const found = await http.send('POST', path, { filter }, page, { params });
  const feedbacks = found.custom_object_records.flatMap(({ custom_object_fields: fields }) => {
    const state = v.safeParse(feedbackSchema, jsonIn(fields.state));
    return state.success ? [state.output] : [];
  });
  return { feedbacks, isMore: found.meta.has_more };
}
