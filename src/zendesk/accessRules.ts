/** Rules and roles that say who reaches which record of a custom object. Enterprise plans, admins only. */
import * as v from 'valibot';
import { id, usableOf } from './fields.ts';
import type { Http } from './http.ts';

const pathOf = (objectKey: string) => `/api/v2/custom_objects/${objectKey}`;

export const recordScopes = ['read', 'create', 'update', 'delete'] as const;
export type RecordScope = (typeof recordScopes)[number];

/** Whoever asks, as the value of a condition. */
export const currentUser = 'current_user';

const condition = v.object({ subject: v.string(), operators: v.array(v.object({ value: v.string() })) });
const definitions = v.object({ definitions: v.object({ conditions_any: v.array(v.unknown()) }) });

/**
 * What conditions may test of an object's records: the operators by subject. Throws `Failure`: `forbidden` or
 * `notFound` where the plan has no access rules.
 */
export async function readRuleSubjects(
  http: Http,
  objectKey: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await http.get(`${pathOf(objectKey)}/access_rules/definitions`, definitions);
  const rows = usableOf(condition, found.definitions.conditions_any);
  return new Map(rows.map(({ subject, operators }) => [subject, operators.map(({ value }) => value)]));
}

export interface RuleCondition {
  field: string;
  operator: string;
  value: string;
}

/** A record one of these conditions holds for is reached. */
export interface AccessRule {
  id: string;
  title: string;
  any: RuleCondition[];
  all: RuleCondition[];
}

const conditions = v.fallback(
  v.array(
    v.object({
      field: v.string(),
      operator: v.string(),
      value: v.pipe(
        v.unknown(),
        v.transform((value) => String(value ?? '')),
      ),
    }),
  ),
  [],
);
const rule = v.object({
  id,
  title: v.string(),
  conditions: v.object({ any: conditions, all: conditions }),
});
const toRule = ({ conditions: { any, all }, ...own }: v.InferOutput<typeof rule>): AccessRule => ({
  ...own,
  any,
  all,
});

export async function readAccessRules(http: Http, objectKey: string): Promise<AccessRule[]> {
  const schema = v.object({ access_rules: v.array(v.unknown()) });
  const { access_rules: found } = await http.get(`${pathOf(objectKey)}/access_rules`, schema);
  return usableOf(rule, found).map(toRule);
}

/** Makes a rule, or gives the one of that id these conditions. */
export async function writeAccessRule(
  http: Http,
  objectKey: string,
  { id: ruleId, title, any }: Pick<AccessRule, 'title' | 'any'> & { id: string | null },
): Promise<string> {
  const body = { access_rule: { title, conditions: { all: [], any } } };
  const path = `${pathOf(objectKey)}/access_rules`;
  const schema = v.object({ access_rule: v.object({ id }) });
  const answer =
    ruleId === null
      ? await http.send('POST', path, body, schema)
      : await http.send('PATCH', `${path}/${ruleId}`, body, schema);
  return answer.access_rule.id;
}

export interface Grant {
  isAllowed: boolean;
  /** `null` for every record. */
  ruleId: string | null;
}

export interface Policy {
  /** As Zendesk names it: `custom-role-<id>`, or `end-user`. */
  id: string;
  roleName: string;
  grants: Record<RecordScope, Grant>;
}

const grant = v.pipe(
  v.object({ allowed: v.boolean(), rule_id: v.optional(v.nullable(id), null) }),
  v.transform(({ allowed, rule_id: ruleId }): Grant => ({ isAllowed: allowed, ruleId })),
);
const policy = v.object({
  id: v.string(),
  role_name: v.fallback(v.string(), ''),
  records: v.object({ read: grant, create: grant, update: grant, delete: grant }),
});

/** What each role may do with an object's records; admins, who may everything, are not among them. */
export async function readPolicies(http: Http, objectKey: string): Promise<Policy[]> {
  const schema = v.object({ policies: v.array(policy) });
  const { policies } = await http.get(`${pathOf(objectKey)}/permission_policies`, schema);
  return policies.map(({ id: policyId, role_name: roleName, records: grants }) => ({
    id: policyId,
    roleName,
    grants,
  }));
}

/** All four at once: writing is refused where reading is not granted alike. */
export async function writePolicy(
  http: Http,
  objectKey: string,
  policyId: string,
  ruleIds: Readonly<Record<RecordScope, string>>,
): Promise<void> {
  const records = Object.fromEntries(
    recordScopes.map((scope) => [scope, { allowed: true, rule_id: ruleIds[scope] }]),
  );
  const path = `${pathOf(objectKey)}/permission_policies/${policyId}`;
  await http.send('PATCH', path, { policy: { records } }, v.unknown());
}
