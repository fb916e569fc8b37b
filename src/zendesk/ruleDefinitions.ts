/** What this account's rules may test and do. For agents. */
import * as v from 'valibot';
import type { RuleDefinition, RuleDefinitions } from '../care/workflows/rulePlan.ts';
import { usableOf } from './fields.ts';
import type { Http } from './http.ts';

const value = v.object({
  value: v.pipe(
    v.union([v.string(), v.number(), v.boolean()]),
    v.transform((given) => String(given)),
  ),
  title: v.fallback(v.string(), ''),
});
const definition = v.object({
  subject: v.string(),
  title: v.fallback(v.string(), ''),
  operators: v.fallback(v.optional(v.array(v.object({ value: v.string() })), []), []),
  values: v.fallback(v.optional(v.nullable(v.array(v.unknown())), null), null),
});

/** One call, of some hundred kilobytes. What can be tested in ALL and in ANY alike. Throws `Failure`. */
export async function readDefinitions(http: Http): Promise<RuleDefinitions> {
  const list = v.array(v.unknown());
  const schema = v.object({
    definitions: v.object({ conditions_all: list, conditions_any: v.optional(list, []), actions: list }),
  });
  const { definitions } = await http.get('/api/v2/triggers/definitions', schema);
  const { conditions_all: all, conditions_any: any, actions } = definitions;
  const conditions = usableOf(definition, all).map(definitionOf);
  const known = new Set(conditions.map(({ subject }) => subject));
  const others = usableOf(definition, any).filter(({ subject }) => !known.has(subject));
  return {
    conditions: [...conditions, ...others.map(definitionOf)],
    actions: usableOf(definition, actions).map(definitionOf),
  };
}

function definitionOf({
  subject,
  title,
  operators,
  values,
}: v.InferOutput<typeof definition>): RuleDefinition {
  return {
    subject,
    title,
    operators: operators.map((operator) => operator.value),
    values: values === null ? null : usableOf(value, values),
  };
}
