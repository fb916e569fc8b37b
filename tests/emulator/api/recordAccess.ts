/**
 * Who may do what with custom objects: by plan, and on Enterprise by the custom role's grants.
 * Source: the "custom objects" and "custom object permissions" pages of Zendesk's API reference.
 */
import type { Plan } from '../control.ts';
import type { CustomObject, CustomObjectField, CustomObjectRecord, User } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { meetsRule, type RuleConditions } from './accessRuleTests.ts';
import { forbidden, notFound, Refusal } from './http.ts';

export const scopes = ['read', 'create', 'update', 'delete'] as const;
export type Scope = (typeof scopes)[number];

/** Objects per account and lookup fields per object; a plan that is absent has no custom objects. */
export const quotas: Partial<Record<Plan, { objects: number; lookups: number }>> = {
  suite_team: { objects: 3, lookups: 5 },
  suite_growth: { objects: 5, lookups: 5 },
  suite_professional: { objects: 30, lookups: 10 },
  support_enterprise: { objects: 30, lookups: 10 },
  suite_enterprise: { objects: 50, lookups: 10 },
  suite_enterprise_plus: { objects: 50, lookups: 10 },
};

const enterprise: Plan[] = ['support_enterprise', 'suite_enterprise', 'suite_enterprise_plus'];
const viewersOnly = new Set<number | null>([1, 3]);

/** The plan's quota; refuses on plans without custom objects, as `unknowns.noCustomObjectsStatus` says. */
export function quotaOf(world: World): { objects: number; lookups: number } {
  const quota = quotas[world.plan];
  if (quota) return quota;
  if (world.unknowns.noCustomObjectsStatus === 403) throw forbidden();
  throw new Refusal(404, { error: 'InvalidEndpoint', description: 'Not found' });
}

/** The object of that key, for a caller who may see it. */
export function objectOf(world: World, key: string | undefined): CustomObject {
  quotaOf(world);
  const object = key === undefined ? undefined : world.customObjects.get(key);
  if (!object) throw notFound();
  return object;
}

/**
 * The same on plans that know roles and rules for records: Enterprise. What the others answer is not documented; 403
 * is what Zendesk says of features a plan lacks elsewhere.
 */
export function governedObject(world: World, key: string | undefined): CustomObject {
  const object = objectOf(world, key);
  if (!enterprise.includes(world.plan)) throw forbidden();
  return object;
}

/** The object of that key if the caller holds `scope` on its records; 404 unknown object, 403 no grant. */
export function openObject(world: World, caller: User, key: string | undefined, scope: Scope): CustomObject {
  const object = objectOf(world, key);
  if (!holdsScope(world, caller, object.id, scope)) throw forbidden();
  return object;
}

export function holdsScope(world: World, caller: User, key: string, scope: Scope): boolean {
  if (caller.role === 'admin') return true;
  if (caller.role === 'end-user') return false;
  if (viewersOnly.has(caller.role_type) && scope !== 'read') return false;
  if (!enterprise.includes(world.plan)) return true;
  return caller.custom_role_id !== null && grantsOf(world, caller.custom_role_id, key).includes(scope);
}

/** What a custom role may do with the records of an object. */
export function grantsOf(world: World, roleId: number, key: string): Scope[] {
  const granted = world.customRoles.get(roleId)?.configuration.custom_objects;
  if (typeof granted !== 'object' || granted === null) return [];
  const entry = (granted as Record<string, { scopes?: Scope[] } | undefined>)[key];
  return entry?.scopes ?? [];
}

/**
 * A parent field that cascades permissions closes lists, searches and counts to everybody but admins, unless
 * the filter names the parent.
 */
export function refuseCascade(caller: User, fields: CustomObjectField[], filter: unknown): void {
  if (caller.role === 'admin') return;
  const asked = JSON.stringify(filter ?? null);
  const closing = fields.filter(
    (field) => field.type === 'parent' && field.properties.cascade_permissions_enabled,
  );
  if (closing.some((field) => !asked.includes(`"custom_object_fields.${field.key}"`))) throw forbidden();
}

export interface AccessRule {
  id: number;
  object_key: string;
  title: string;
  description: string;
  conditions: RuleConditions;
  created_at: number;
  updated_at: number;
}

interface RuleBook {
  rules: Map<number, AccessRule>;
  /** Rule by `<role id>/<object key>/<scope>`. */
  byGrant: Map<string, number>;
}

const books = new WeakMap<World['customObjects'], RuleBook>();

function bookOf(world: World): RuleBook {
  const known = books.get(world.customObjects);
  if (known) return known;
  const book: RuleBook = { rules: new Map(), byGrant: new Map() };
  books.set(world.customObjects, book);
  return book;
}

/** The account's access rules by id. */
export const rulesOf = (world: World): Map<number, AccessRule> => bookOf(world).rules;

const grantKey = (roleId: number, key: string, scope: Scope) => `${roleId}/${key}/${scope}`;

/** The rule a role's grant is bound to; `null` for all records. */
export const ruleOfGrant = (world: World, roleId: number, key: string, scope: Scope): number | null =>
  bookOf(world).byGrant.get(grantKey(roleId, key, scope)) ?? null;

export function bindGrant(
  world: World,
  roleId: number,
  key: string,
  scope: Scope,
  ruleId: number | null,
): void {
  const { byGrant } = bookOf(world);
  if (ruleId === null) byGrant.delete(grantKey(roleId, key, scope));
  else byGrant.set(grantKey(roleId, key, scope), ruleId);
}

/** Which records of an object a caller who holds `scope` reaches: all of them, or those an access rule lets through. */
export function reachOf(world: World, caller: User, key: string, scope: Scope) {
  const isBound =
    caller.role !== 'admin' && caller.custom_role_id !== null && enterprise.includes(world.plan);
  const ruleId = isBound ? ruleOfGrant(world, caller.custom_role_id ?? 0, key, scope) : null;
  const rule = ruleId === null ? undefined : rulesOf(world).get(ruleId);
  return (record: CustomObjectRecord): boolean => !rule || meetsRule(rule.conditions, record, caller);
}

/** Refuses a record out of the caller's reach: as unknown if it may not be read, else as forbidden. */
export function refuseBeyondReach(
  world: World,
  caller: User,
  record: CustomObjectRecord,
  scope: Scope,
): void {
  if (!reachOf(world, caller, record.object_key, 'read')(record)) throw notFound();
  if (!reachOf(world, caller, record.object_key, scope)(record)) throw forbidden();
}
