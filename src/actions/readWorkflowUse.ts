/** How often each workflow fired lately, as Zendesk counts the runs of its rules. */
import type { App } from '../app.ts';
import type { FoundRule } from '../care/workflows/rulePlan.ts';
import type { MadeRule } from '../care/workflows/workflow.ts';
import { type RuleKind, readRules } from '../zendesk/rules.ts';

export interface WorkflowUse {
  /** The shortest span in which it fired; `null` for not within a week. */
  lastWithin: 'hour' | 'day' | 'week' | null;
  /** Runs within seven days. */
  week: number;
}

/** Parts of a workflow that alert nobody for the first time: they hold back, or remind. */
const silent = new Set(['wait', 'remind']);

/**
 * By workflow id. A workflow without rules in Zendesk is absent; it is `null` where the account does not count runs.
 * A call for each hundred triggers, and for each hundred automations. Throws `Failure`.
 */
export async function readWorkflowUse(
  app: App,
  made: readonly MadeRule[],
): Promise<Record<string, WorkflowUse | null>> {
  const alerting = made.filter(({ kind, key }) => kind !== 'view' && !silent.has(partOf(key)));
  const kinds: RuleKind[] = [...new Set(alerting.map(({ kind }) => kind))];
  const lists = await Promise.all(kinds.map((kind) => readRules(app.zendesk.http, kind)));
  const found = lists.flatMap(({ rules }) => rules);
  const uses: Record<string, WorkflowUse | null> = {};
  for (const workflowId of new Set(alerting.map(({ key }) => workflowIn(key)))) {
    const own = alerting.filter(({ key }) => workflowIn(key) === workflowId);
    const rules = found.filter(({ kind, id }) => own.some((one) => one.kind === kind && one.id === id));
    if (rules.length > 0) uses[workflowId] = countsOf(rules);
  }
  return uses;
}

const workflowIn = (key: string) => key.split(':')[0] ?? '';
const partOf = (key: string) => key.split(':')[1] ?? '';

function countsOf(rules: readonly FoundRule[]): WorkflowUse | null {
  const counted = rules.flatMap(({ usage }) => usage ?? []);
  if (counted.length === 0) return null;
  const sum = (span: 'hour' | 'day' | 'week') => counted.reduce((total, usage) => total + usage[span], 0);
  const lastWithin = (['hour', 'day', 'week'] as const).find((span) => sum(span) > 0) ?? null;
  return { lastWithin, week: sum('week') };
}
