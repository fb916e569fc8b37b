/** Colleagues by the beginning of their names. */
import * as v from 'valibot';
import { usableOf } from './fields.ts';
import type { Http } from './http.ts';
import { type User, user } from './users.ts';

/** Letters Zendesk wants at least. */
export const fewestLetters = 2;

/**
 * Agents and admins whose name begins like this. Zendesk answers a hundred people at most, customers among them,
 * and takes no role: where many share a beginning, more letters find the colleague. One call. Throws `Failure`.
 */
export async function searchColleagues(http: Http, name: string): Promise<User[]> {
  const schema = v.object({ users: v.array(v.unknown()) });
  const params = { name };
  const { users } = await http.get('/api/v2/users/autocomplete.json', schema, { params });
  return usableOf(user, users).filter(({ role }) => role === 'agent' || role === 'admin');
}
