/** All records of one of the app's objects as Zendesk keeps them, page by page. */
import * as v from 'valibot';
import type { Http } from './http.ts';

const page = v.object({
  custom_object_records: v.array(v.record(v.string(), v.unknown())),
  meta: v.object({ has_more: v.boolean(), after_cursor: v.optional(v.nullable(v.string()), null) }),
});

/** A hundred a call, in the background. Stops when nobody asks for more. Throws `Failure`. */
export async function* readRecords(http: Http, objectKey: string): AsyncGenerator<Record<string, unknown>[]> {
  for (let after: string | null = null; ; ) {
    const params = { sort: 'id', 'page[size]': 100, ...(after && { 'page[after]': after }) };
    const url = `/api/v2/custom_objects/${objectKey}/records`;
    const found: v.InferOutput<typeof page> = await http.get(url, page, { params, priority: 'background' });
    yield found.custom_object_records;
    after = found.meta.has_more ? found.meta.after_cursor : null;
    if (after === null) return;
  }
}
