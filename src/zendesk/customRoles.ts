/** Roles of Enterprise accounts, and what each may do with the records of custom objects. */
import * as v from 'valibot';
import type { RoleGrants } from '../care/setup/probe.ts';
import { id, usableOf } from './fields.ts';
import type { Http } from './http.ts';

const granted = v.object({ scopes: v.fallback(v.array(v.string()), []) });
const role = v.object({
  id,
  name: v.fallback(v.string(), ''),
  /** 0 for roles an account made itself; light agents, admins and others have their own numbers. */
  role_type: v.fallback(v.optional(v.nullable(v.number()), 0), 0),
  team_member_count: v.fallback(v.optional(v.nullable(v.number()), null), null),
  configuration: v.fallback(
    v.object({ custom_objects: v.fallback(v.optional(v.record(v.string(), v.unknown())), undefined) }),
    { custom_objects: undefined },
  ),
});

/** The account's own roles that somebody holds; none below Enterprise. One call. Throws `Failure`. */
export async function readRoleGrants(http: Http, objectKeys: readonly string[]): Promise<RoleGrants[]> {
  const { custom_roles: roles } = await http.get(
    '/api/v2/custom_roles.json',
    v.object({ custom_roles: v.array(v.unknown()) }),
  );
  return usableOf(role, roles)
    .filter((one) => one.role_type === 0 && one.team_member_count !== 0)
    .map(({ id: roleId, name, configuration: { custom_objects: objects } }) => ({
      id: roleId,
      name,
      grants: Object.fromEntries(objectKeys.map((key) => [key, objects ? scopesOf(objects[key]) : null])),
    }));
}

function scopesOf(grant: unknown) {
  const { scopes } = v.is(granted, grant) ? v.parse(granted, grant) : { scopes: [] };
  const mayRead = scopes.includes('read');
  return { mayRead, mayWrite: mayRead && scopes.includes('create') && scopes.includes('update') };
}
