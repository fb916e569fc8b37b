/** People. */
import * as v from 'valibot';
import { id, optionalText } from './fields.ts';
import type { Http } from './http.ts';

export const user = v.object({ id, name: v.string(), role: optionalText });
export type User = v.InferOutput<typeof user>;

/** Names by id; unknown and unreadable ids are absent. At most 100 ids a call. */
export async function readNames(http: Http, ids: readonly string[]): Promise<Record<string, string>> {
  const unique = [...new Set(ids)].slice(0, 100);
  if (unique.length === 0) return {};
  const params = { ids: unique.join(',') };
  const { users } = await http.get('/api/v2/users/show_many.json', v.object({ users: v.array(user) }), {
    params,
  });
  return Object.fromEntries(users.map((person) => [person.id, person.name]));
}
