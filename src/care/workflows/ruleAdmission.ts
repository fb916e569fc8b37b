/** Which of the rules the account takes: nothing its definitions do not list, nothing too large, no title twice. */
import type { CompileProblem } from './compileWorkflow.ts';
import { mayDo, mayTest, type RuleAccount } from './ruleAccount.ts';
import type { RulePlan } from './rulePlan.ts';

/** Zendesk's automations must be smaller than 65 KB; triggers are kept to the same. Bytes of JSON. */
const largest = 65_000;
/** An account may have 500 active automations and 7,000 triggers in all; one workflow does not take them. */
export const mostRules = 100;

export interface Admitted {
  rules: RulePlan[];
  problems: CompileProblem[];
}

export function admitted(drafts: readonly RulePlan[], account: RuleAccount): Admitted {
  const problems: CompileProblem[] = [];
  const doing = drafts.filter(({ actions }) => actions.length > 0);
  const rules = doing.filter((rule) => {
    const problem = problemOf(rule, account);
    if (problem) problems.push(problem);
    return problem === null;
  });
  return { rules: withOwnTitles(rules), problems };
}

function problemOf(rule: RulePlan, account: RuleAccount): CompileProblem | null {
  const { kind, conditions, actions, title } = rule;
  const kindOfRule = kind === 'automation' ? 'automation' : 'trigger';
  const tested = [...conditions.all, ...conditions.any];
  const unknown =
    tested.find((condition) => !mayTest(account, kindOfRule, condition))?.field ??
    actions.find((action) => !mayDo(account, action))?.field;
  if (unknown !== undefined) return { code: 'unlisted', values: { field: unknown } };
  return sizeOf(rule) > largest ? { code: 'too_big', values: { title } } : null;
}

const sizeOf = (rule: RulePlan) => new TextEncoder().encode(JSON.stringify(rule)).length;

/** Groups of the same name: the key says which. */
function withOwnTitles(rules: readonly RulePlan[]): RulePlan[] {
  const seen = new Set<string>();
  return rules.map((rule) => {
    const title = seen.has(rule.title) ? `${rule.title} ${rule.key}` : rule.title;
    seen.add(title);
    return { ...rule, title };
  });
}
