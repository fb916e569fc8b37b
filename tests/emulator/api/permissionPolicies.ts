/**
 * What each custom role may do with an object's records (Enterprise): grants in the role's configuration, each for
 * all records or for those an access rule lets through.
 * Source: the "Custom object permissions" page of Zendesk's API reference.
 */
import type { CustomRole } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { type Fields, isFields, wrapped } from './body.ts';
import { type Family, invalid, notFound, ok } from './http.ts';
import {
  bindGrant,
  governedObject,
  grantsOf,
  ruleOfGrant,
  rulesOf,
  type Scope,
  scopes,
} from './recordAccess.ts';

const path = '/api/v2/custom_objects/:key/permission_policies';
const endUser = 'end-user';

export const permissionPolicies: Family = [
  {
    method: 'GET',
    path,
    allowed: 'admins',
    answer: ({ world, params }) => {
      const { id } = governedObject(world, params.key);
      const roles = world.customRoles.filter((role) => role.role_type !== 4);
      return ok({ policies: [...roles, null].map((role) => policyOf(world, id, role)) });
    },
  },
  {
    method: 'GET',
    path: `${path}/:id`,
    allowed: 'admins',
    answer: ({ world, params }) => {
      const { id } = governedObject(world, params.key);
      return ok({ policy: policyOf(world, id, roleOf(world, params.id)) });
    },
  },
  {
    method: 'PATCH',
    path: `${path}/:id`,
    allowed: 'admins',
    answer: ({ world, params, body }) => {
      const { id } = governedObject(world, params.key);
      const role = roleOf(world, params.id);
      setGrants(world, id, role, wrapped(body, 'policy').records);
      return ok({ policy: policyOf(world, id, roleOf(world, params.id)) });
    },
  },
];

/** Policies are named `custom-role-<id>` and `end-user`; `null` stands for end users. */
function roleOf(world: World, id: string | undefined): CustomRole | null {
  if (id === endUser) return null;
  const [, roleId] = /^custom-role-(\d+)$/.exec(id ?? '') ?? [];
  const role = world.customRoles.get(Number(roleId));
  if (!role) throw notFound();
  return role;
}

function policyOf(world: World, key: string, role: CustomRole | null) {
  const granted = role ? grantsOf(world, role.id, key) : [];
  const action = (scope: Scope) => ({
    allowed: granted.includes(scope),
    rule_id: role ? ruleOfGrant(world, role.id, key, scope) : null,
  });
  return {
    id: role ? `custom-role-${role.id}` : endUser,
    role_name: role?.name ?? 'End user',
    records: Object.fromEntries(scopes.map((scope) => [scope, action(scope)])),
  };
}

interface Grant {
  isAllowed: boolean;
  ruleId: number | null;
}

/** End users are granted nothing here. */
function setGrants(world: World, key: string, role: CustomRole | null, records: unknown): void {
  if (!isFields(records) || !role) throw refuse('is invalid');
  const grants = readGrants(world, key, role, records);
  const before = isFields(role.configuration.custom_objects) ? role.configuration.custom_objects : {};
  const granted = scopes.filter((scope) => grants[scope].isAllowed);
  world.customRoles.put({
    ...role,
    configuration: { ...role.configuration, custom_objects: { ...before, [key]: { scopes: granted } } },
    updated_at: world.now(),
  });
  for (const scope of scopes) bindGrant(world, role.id, key, scope, grants[scope].ruleId);
}

/** Writing needs reading, and writing all records needs reading all: Zendesk's own requirements. */
function readGrants(world: World, key: string, role: CustomRole, records: Fields): Record<Scope, Grant> {
  const before = grantsOf(world, role.id, key);
  const read = (scope: Scope): Grant => {
    const given = records[scope];
    const ruleId = ruleOfGrant(world, role.id, key, scope);
    if (!isFields(given)) return { isAllowed: before.includes(scope), ruleId };
    const isAllowed = typeof given.allowed === 'boolean' ? given.allowed : before.includes(scope);
    return { isAllowed, ruleId: given.rule_id === undefined ? ruleId : knownRule(world, key, given.rule_id) };
  };
  const grants = {
    read: read('read'),
    create: read('create'),
    update: read('update'),
    delete: read('delete'),
  };
  const writes = [grants.create, grants.update, grants.delete].filter((grant) => grant.isAllowed);
  if (writes.length > 0 && !grants.read.isAllowed)
    throw refuse('read must be allowed if any other action is');
  if (writes.some((grant) => grant.ruleId === null) && grants.read.ruleId !== null) {
    throw refuse('read must be allowed for all records if another action is');
  }
  return grants;
}

function knownRule(world: World, key: string, id: unknown): number | null {
  if (id === null) return null;
  if (rulesOf(world).get(Number(id))?.object_key === key) return Number(id);
  throw refuse('the access rule does not exist');
}

const refuse = (why: string) => invalid({ records: [{ description: `Records: ${why}` }] });
