/** Triggers, automations and views: what is wanted, what is there, what cannot be. */

import type { Configuration } from '../configuration.ts';
import { type CheckItem, itemOf } from './checklist.ts';
import type { RuleProblem } from './checklistOf.ts';
import type { Asked, FoundRules, Probe } from './probe.ts';
import { type PlannedRule, type RuleState, ruleStates } from './ruleState.ts';

type Planned = { plans: readonly PlannedRule[]; problems: readonly RuleProblem[] };

/** Rules another part of the app keeps are the survey's. */
export function ruleItems(probe: Probe, configuration: Configuration, planned: Planned | null): CheckItem[] {
  if (planned === null) return [itemOf('rules', 'workflows', 'impossible', { why: 'definitions_refused' })];
  const found = {
    trigger: knownIn(probe.triggers),
    automation: knownIn(probe.automations),
    view: knownIn(probe.views),
  };
  const items = ruleStates(planned.plans, configuration, found).flatMap(itemsOf);
  const of = (area: CheckItem['area']) => items.filter((item) => item.area === area);
  const problems = planned.problems.map(problemItem);
  return [...of('survey'), ...of('workflows'), ...problems, ...of('views')];
}

const knownIn = (asked: Asked<FoundRules>) => (asked !== null && 'value' in asked ? asked.value : null);

/** What is gone and no longer wanted needs no word. */
function itemsOf({ key, kind, title, state, why }: RuleState): CheckItem[] {
  if (state === 'extra' && why === 'removed') return [];
  // Its own part of the page sends it again; set-up has no plan of it.
  if (key.startsWith('survey:') && state === 'changed')
    return [itemOf(key, 'survey', 'open', { name: title, why: 'survey_changed' })];
  const area = key.startsWith('survey:') ? 'survey' : kind === 'view' ? 'views' : 'workflows';
  return [itemOf(key, area, state, { name: title, why: why === null ? null : `rule_${why}` })];
}

const problemItem = ({ workflowId, workflowName, code, values }: RuleProblem): CheckItem =>
  itemOf([workflowId, code, ...Object.values(values)].join('!'), 'workflows', 'impossible', {
    name: workflowName,
    why: `rule_${code}`,
    values,
  });
