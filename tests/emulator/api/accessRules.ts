/**
 * Access rules: conditions a record must meet for a role to reach it (Enterprise). Policies refer to them.
 * Source: the "Custom object permissions" page of Zendesk's API reference.
 */
import type { Condition, CustomObject } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import {
  creator,
  creatorOperators,
  fieldKeyOf,
  type RuleConditions,
  ruleOperators,
  subjectOf,
} from './accessRuleTests.ts';
import { type Fields, isFields, textOr, wrapped } from './body.ts';
import { created, type Family, invalid, noContent, notFound, ok } from './http.ts';
import { type AccessRule, governedObject, rulesOf } from './recordAccess.ts';
import { ownFields } from './recordFields.ts';
import { iso } from './stamps.ts';

const path = '/api/v2/custom_objects/:key/access_rules';

export const accessRules: Family = [
  {
    method: 'GET',
    path,
    allowed: 'admins',
    answer: ({ world, params }) => {
      const { id } = governedObject(world, params.key);
      const rules = [...rulesOf(world).values()].filter((rule) => rule.object_key === id);
      return ok({ access_rules: rules.map(formatRule) });
    },
  },
  {
    method: 'POST',
    path,
    allowed: 'admins',
    answer: ({ world, params, body }) => {
      const object = governedObject(world, params.key);
      const now = world.now();
      const rule: AccessRule = {
        id: world.nextId('access_rule'),
        object_key: object.id,
        ...readRule(world, object, wrapped(body, 'access_rule')),
        created_at: now,
        updated_at: now,
      };
      rulesOf(world).set(rule.id, rule);
      return created({ access_rule: formatRule(rule) });
    },
  },
  {
    method: 'GET',
    path: `${path}/definitions`,
    allowed: 'admins',
    answer: ({ world, params }) => {
      const conditions = definitionsOf(world, governedObject(world, params.key));
      return ok({ definitions: { conditions_all: conditions, conditions_any: conditions } });
    },
  },
  {
    method: 'GET',
    path: `${path}/:id`,
    allowed: 'admins',
    answer: ({ world, params }) => ok({ access_rule: formatRule(ruleOf(world, params.key, params.id)) }),
  },
  {
    method: 'PATCH',
    path: `${path}/:id`,
    allowed: 'admins',
    answer: ({ world, params, body }) => {
      const object = governedObject(world, params.key);
      const rule = ruleOf(world, params.key, params.id);
      const input = readRule(world, object, wrapped(body, 'access_rule'), rule);
      const changed = { ...rule, ...input, updated_at: world.now() };
      rulesOf(world).set(rule.id, changed);
      return ok({ access_rule: formatRule(changed) });
    },
  },
  {
    method: 'DELETE',
    path: `${path}/:id`,
    allowed: 'admins',
    answer: ({ world, params }) => {
      rulesOf(world).delete(ruleOf(world, params.key, params.id).id);
      return noContent();
    },
  },
];

function formatRule({ object_key: _key, created_at, updated_at, ...rule }: AccessRule) {
  return { ...rule, created_at: iso(created_at), updated_at: iso(updated_at) };
}

function ruleOf(world: World, key: string | undefined, id: string | undefined): AccessRule {
  const object = governedObject(world, key);
  const rule = rulesOf(world).get(Number(id));
  if (!rule || rule.object_key !== object.id) throw notFound();
  return rule;
}

const refuse = (member: string, description: string) => invalid({ [member]: [{ description }] });

function readRule(world: World, object: CustomObject, input: Fields, known?: AccessRule) {
  const title = textOr(input.title, known?.title ?? '');
  if (title === '') throw refuse('title', 'Title: cannot be blank');
  const conditions = input.conditions === undefined && known ? known.conditions : input.conditions;
  return {
    title,
    description: textOr(input.description, known?.description ?? ''),
    conditions: readConditions(world, object, conditions),
  };
}

function readConditions(world: World, object: CustomObject, input: unknown): RuleConditions {
  const { all, any } = isFields(input) ? input : {};
  const read = { all: conditionList(world, object, all), any: conditionList(world, object, any) };
  if (read.all.length + read.any.length > 0) return read;
  throw refuse('conditions', 'Conditions: at least one condition is required');
}

function conditionList(world: World, object: CustomObject, input: unknown): Condition[] {
  if (input === undefined || input === null) return [];
  if (!Array.isArray(input)) throw refuse('conditions', 'Conditions: is invalid');
  const types = new Map(ownFields(world, object).map((field) => [field.key, field.type]));
  return input.map((condition: unknown) => {
    const { field, operator, value = null } = isFields(condition) ? condition : {};
    const key = fieldKeyOf(String(field));
    const operators = key === creator ? creatorOperators : ruleOperators[types.get(key) ?? ''];
    if (operators?.includes(String(operator)))
      return { field: String(field), operator: String(operator), value };
    throw refuse('conditions', `Conditions: '${String(field)}' with '${String(operator)}' is not supported`);
  });
}

function definitionsOf(world: World, object: CustomObject) {
  const rows = ownFields(world, object).map((field) => ({
    subject: subjectOf(field),
    title: field.title,
    type: field.type,
    operators: ruleOperators[field.type] ?? [],
  }));
  const system = { subject: creator, title: 'Created by', type: 'lookup', operators: creatorOperators };
  return [...rows, system].map((row) => ({
    ...row,
    group: row.subject === creator ? 'system' : 'custom_object',
    nullable: row.operators.includes('present'),
    repeatable: true,
    operators: row.operators.map((value) => ({
      value,
      title: value.replaceAll('_', ' '),
      terminal: value === 'present',
    })),
  }));
}
