/** The account's triggers, automations and views. Agents read, admins and roles that manage them write. */
import * as v from 'valibot';
import { Failure } from '../care/failure.ts';
import type { FoundRule, RulePlan } from '../care/workflows/rulePlan.ts';
import { anything, id, usableOf } from './fields.ts';
import type { Http } from './http.ts';
import { type RuleBody, ruleBody } from './ruleBody.ts';

export type RuleKind = RulePlan['kind'];

const plurals = { trigger: 'triggers', automation: 'automations', view: 'views' } as const;
const pathOf = (kind: RuleKind) => `/api/v2/${plurals[kind]}`;

/** Lists as Zendesk may send them: what a value is differs from condition to condition. */
const listOf = <T>(item: v.GenericSchema<unknown, T>) => v.fallback(v.array(item), []);
/** One that cannot be read stands there as one nobody knows: without it the rule would seem to ask for less. */
const word = v.fallback(v.string(), '');
const condition = v.fallback(v.object({ field: word, operator: word, value: v.optional(v.unknown()) }), {
  field: '',
  operator: '',
});
const action = v.fallback(v.object({ field: word, value: v.optional(v.unknown()) }), { field: '' });
const count = v.fallback(v.optional(v.nullable(v.number()), null), null);
const rule = v.object({
  id,
  title: v.string(),
  active: v.optional(v.boolean(), true),
  conditions: v.object({ all: listOf(condition), any: listOf(condition) }),
  actions: listOf(action),
  usage_1h: count,
  usage_24h: count,
  usage_7d: count,
});

export interface RuleList {
  rules: FoundRule[];
  /** There are more than were read. */
  isCut: boolean;
}

/** Pages of a hundred `readRules` reads where it is not told otherwise. */
const mostPages = 20;

/** As the account has them, with how often they ran lately where the plan counts that. Throws `Failure`. */
export async function readRules(http: Http, kind: RuleKind, pages = mostPages): Promise<RuleList> {
  const name = plurals[kind];
  const schema = v.looseObject({ [name]: v.array(v.unknown()) });
  const rules: FoundRule[] = [];
  let after: string | null = null;
  for (let page = 0; page < pages; page += 1) {
    const answer: Record<string, unknown> = await http.get(pathOf(kind), schema, {
      params: paramsOf(kind, after),
    });
    rules.push(...usableOf(rule, v.parse(list, answer[name])).map((one) => foundOf(kind, one)));
    after = nextOf(answer);
    if (after === null) break;
  }
  return { rules, isCut: after !== null };
}

const list = v.fallback(v.array(v.unknown()), []);
const paramsOf = (kind: RuleKind, after: string | null): Record<string, string | number> => ({
  'page[size]': 100,
  ...(kind !== 'view' && { include: 'usage_1h,usage_24h,usage_7d' }),
  ...(after !== null && { 'page[after]': after }),
});

function nextOf(answer: unknown): string | null {
  const cursor = v.object({ meta: v.object({ has_more: v.literal(true), after_cursor: v.string() }) });
  return v.is(cursor, answer) ? answer.meta.after_cursor : null;
}

/** One by its id; `null` where there is none. Throws `Failure`. */
export async function readRule(http: Http, kind: RuleKind, ruleId: string): Promise<FoundRule | null> {
  const answer = await http
    .get(`${pathOf(kind)}/${ruleId}`, v.object({ [kind]: rule }))
    .catch((cause: unknown) => {
      if (cause instanceof Failure && cause.kind === 'notFound') return null;
      throw cause;
    });
  const found = answer?.[kind];
  return found ? foundOf(kind, found) : null;
}

/**
 * A try whose answer was lost is looked for by `isOwn` before the next one, so that there is never a second rule.
 * Throws `Failure`.
 */
export async function createRule(
  http: Http,
  plan: RulePlan,
  isOwn: (rule: FoundRule) => boolean,
): Promise<FoundRule> {
  let made: FoundRule | null = null;
  const body = async (tried: number) => {
    if (tried > 1) made = (await readRules(http, plan.kind)).rules.find(isOwn) ?? null;
    if (made !== null) throw new Failure('conflict', { message: 'made by an earlier try' });
    return wrapped(plan);
  };
  try {
    return answered(plan.kind, await http.send('POST', pathOf(plan.kind), body, single(plan.kind)));
  } catch (cause) {
    if (made === null) throw cause;
    return made;
  }
}

/** Writes the plan over the rule, and switches it on. Throws `Failure`. */
export async function updateRule(http: Http, ruleId: string, plan: RulePlan): Promise<FoundRule> {
  const url = `${pathOf(plan.kind)}/${ruleId}`;
  return answered(plan.kind, await http.send('PUT', url, wrapped(plan), single(plan.kind)));
}

/** Takes it away, also one that is gone. Throws `Failure`. */
export async function deleteRule(http: Http, kind: RuleKind, ruleId: string): Promise<void> {
  await http.send('DELETE', `${pathOf(kind)}/${ruleId}`, undefined, anything).catch((cause: unknown) => {
    if (!(cause instanceof Failure) || cause.kind !== 'notFound') throw cause;
  });
}

const wrapped = (plan: RulePlan): Record<string, RuleBody> => ({ [plan.kind]: ruleBody(plan) });
const single = (kind: RuleKind) => v.object({ [kind]: rule });

function answered(kind: RuleKind, answer: { [name: string]: v.InferOutput<typeof rule> }): FoundRule {
  const found = answer[kind];
  if (!found) throw new Failure('unexpected', { message: `no ${kind} in the answer` });
  return foundOf(kind, found);
}

function foundOf(kind: RuleKind, given: v.InferOutput<typeof rule>): FoundRule {
  const { id: ruleId, title, active, conditions, actions } = given;
  const { usage_1h: hour, usage_24h: day, usage_7d: week } = given;
  const isCounted = hour !== null || day !== null || week !== null;
  return {
    id: ruleId,
    kind,
    title,
    isActive: active,
    conditions: { all: conditions.all.map(conditionOf), any: conditions.any.map(conditionOf) },
    actions: actions.map(({ field, value }) => ({ field, value })),
    usage: isCounted ? { hour: hour ?? 0, day: day ?? 0, week: week ?? 0 } : null,
  };
}

function conditionOf({ field, operator, value }: v.InferOutput<typeof condition>) {
  if (value === undefined || value === null) return { field, operator };
  return { field, operator, value: typeof value === 'object' ? JSON.stringify(value) : String(value) };
}
