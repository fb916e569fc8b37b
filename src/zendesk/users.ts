/** People. */
import * as v from 'valibot';
import { id, optionalText, usableOf } from './fields.ts';
import type { Http } from './http.ts';
import type { Priority } from './scheduler.ts';

export const user = v.object({ id, name: v.string(), role: optionalText, email: optionalText });
export type User = v.InferOutput<typeof user>;

/** Ids one call takes. */
const most = 100;

/** Names by id, 100 a call; unknown and unreadable ids are absent. */
export async function readNames(
  http: Http,
  ids: readonly string[],
  priority: Priority = 'interactive',
): Promise<Record<string, string>> {
  return Object.fromEntries((await readUsers(http, ids, priority)).map((person) => [person.id, person.name]));
}

/** People by id, 100 a call; unknown and unreadable ids are absent. */
export async function readUsers(
  http: Http,
  ids: readonly string[],
  priority: Priority = 'interactive',
): Promise<User[]> {
  const unique = [...new Set(ids)];
  const blocks = Array.from({ length: Math.ceil(unique.length / most) }, (_, index) =>
    unique.slice(index * most, (index + 1) * most),
  );
  return (await Promise.all(blocks.map((block) => readBlock(http, block, priority)))).flat();
}

async function readBlock(http: Http, ids: readonly string[], priority: Priority): Promise<User[]> {
  const params = { ids: ids.join(',') };
  const schema = v.object({ users: v.array(v.unknown()) });
  const { users } = await http.get('/api/v2/users/show_many.json', schema, { params, priority });
  return usableOf(user, users);
}
