/** Customers by name or address, for whoever has to find one person's data. */

import * as v from 'valibot';
import { usableOf } from './fields.ts';
import type { Http } from './http.ts';
import { type User, user } from './users.ts';

/** End users Zendesk finds for these words; a hundred. One call. Throws `Failure`. */
export async function searchCustomers(http: Http, words: string): Promise<User[]> {
  const schema = v.object({ users: v.array(v.unknown()) });
  const { users } = await http.get('/api/v2/users/search.json', schema, { params: { query: words } });
  return usableOf(user, users).filter(({ role }) => role === 'end-user');
}
