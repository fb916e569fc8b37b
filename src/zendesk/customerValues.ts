/** What organizations and users are worth, from the field an admin named. */
import * as v from 'valibot';
import type { CustomerValue } from '../care/configuration.ts';
import { id, usableOf } from './fields.ts';
import type { Http } from './http.ts';

const fieldsOf = v.fallback(v.record(v.string(), v.unknown()), {});
const organization = v.object({ id, organization_fields: fieldsOf });
const user = v.object({ id, user_fields: fieldsOf });

/** Ids one call takes. */
const most = 100;

export interface Values {
  /** By id of those that came; `null` where the field is empty or holds no number. */
  values: Map<string, number | null>;
  /** Of how many the field holds something that is no number. */
  noNumbers: number;
  /** Of how many the account says nothing of such a field at all: it is gone, or has another key. */
  lacking: number;
}

/** A hundred at most, one call. Throws `Failure`. */
export async function readValues(
  http: Http,
  { of, fieldKey }: CustomerValue,
  ids: readonly string[],
): Promise<Values> {
  const found = of === 'organization' ? await readOrganizations(http, ids) : await readUsers(http, ids);
  const result: Values = { values: new Map(), noNumbers: 0, lacking: 0 };
  for (const { id: own, fields } of found) {
    const value = numberIn(fields[fieldKey]);
    result.values.set(own, value === 'other' ? null : value);
    if (value === 'other') result.noNumbers += 1;
    if (!Object.hasOwn(fields, fieldKey)) result.lacking += 1;
  }
  return result;
}

const options = (ids: readonly string[]) => ({
  params: { ids: ids.slice(0, most).join(',') },
  priority: 'background' as const,
});

async function readOrganizations(http: Http, ids: readonly string[]) {
  const schema = v.object({ organizations: v.array(v.unknown()) });
  const { organizations } = await http.get('/api/v2/organizations/show_many.json', schema, options(ids));
  return usableOf(organization, organizations).map((one) => ({
    id: one.id,
    fields: one.organization_fields,
  }));
}

async function readUsers(http: Http, ids: readonly string[]) {
  const schema = v.object({ users: v.array(v.unknown()) });
  const { users } = await http.get('/api/v2/users/show_many.json', schema, options(ids));
  return usableOf(user, users).map((one) => ({ id: one.id, fields: one.user_fields }));
}

/** Decimal fields come as numbers or as text; `other` for what is neither a number nor nothing. */
function numberIn(value: unknown): number | null | 'other' {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : 'other';
  if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value.trim())) return 'other';
  return Number(value);
}
