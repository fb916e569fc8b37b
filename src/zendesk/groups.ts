/** The account's groups of agents. */
import * as v from 'valibot';
import { id, usableOf } from './fields.ts';
import type { Http } from './http.ts';

const group = v.object({ id, name: v.string() });
const page = v.object({
  groups: v.array(v.unknown()),
  meta: v.optional(
    v.object({ has_more: v.boolean(), after_cursor: v.optional(v.nullable(v.string()), null) }),
  ),
});

/** Pages of a hundred read at most. */
const mostPages = 5;

/** Names by id; a call a hundred. Throws `Failure`. */
export async function readGroupNames(http: Http): Promise<Record<string, string>> {
  const names: Record<string, string> = {};
  let after: string | null = null;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const params: Record<string, string | number> = {
      'page[size]': 100,
      ...(after && { 'page[after]': after }),
    };
    const found: v.InferOutput<typeof page> = await http.get('/api/v2/groups.json', page, { params });
    for (const one of usableOf(group, found.groups)) names[one.id] = one.name;
    after = found.meta?.has_more ? found.meta.after_cursor : null;
    if (after === null) break;
  }
  return names;
}
