/** A plan in the shape Zendesk takes it: triggers and automations alike, views in their own. */
import type { RulePlan } from '../care/workflows/rulePlan.ts';

export type RuleBody = Readonly<Record<string, unknown>>;

/** What an agent needs to choose a ticket, in every account; `description` is the subject. */
const columns = ['nice_id', 'description', 'requester', 'group', 'assignee', 'updated'];

/** Switched on, for everybody. Lists stand in the plan's order. */
export function ruleBody({ kind, title, conditions, actions }: RulePlan): RuleBody {
  const { all, any } = conditions;
  if (kind === 'view') return { title, active: true, all: [...all], any: [...any], output: { columns } };
  return { title, active: true, conditions: { all: [...all], any: [...any] }, actions: [...actions] };
}
