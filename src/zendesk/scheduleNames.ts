/** Names of the account's business hours, without what they say. For admins. */
import * as v from 'valibot';
import { usableOf } from './fields.ts';
import type { Http } from './http.ts';

/** One call. Throws `Failure`. */
export async function readScheduleNames(http: Http): Promise<string[]> {
  const schema = v.object({ schedules: v.array(v.unknown()) });
  const { schedules } = await http.get('/api/v2/business_hours/schedules.json', schema);
  return usableOf(v.object({ name: v.string() }), schedules).map(({ name }) => name);
}
