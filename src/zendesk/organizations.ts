/** Companies customers belong to. */
import * as v from 'valibot';
import { id, usableOf } from './fields.ts';
import type { Http } from './http.ts';

const organization = v.object({ id, name: v.string() });

/** Zendesk answers a hundred at most. */
const mostAtOnce = 100;

/** Names by id, a call a hundred; numbers no organization has are left out. Throws `Failure`. */
export async function readOrganizationNames(
  http: Http,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const schema = v.object({ organizations: v.array(v.unknown()) });
  const names: Record<string, string> = {};
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    const params = { ids: ids.slice(from, from + mostAtOnce).join(',') };
    const found = await http.get('/api/v2/organizations/show_many.json', schema, { params });
    for (const one of usableOf(organization, found.organizations)) names[one.id] = one.name;
  }
  return names;
}
