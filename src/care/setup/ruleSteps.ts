/** What is to be done so that the account has the rules that are wanted. */
import { type FoundRule, printOf } from '../workflows/rulePlan.ts';
import type { MadeRule } from '../workflows/workflow.ts';
import { type PlannedRule, plannedPrint, type RuleState } from './ruleState.ts';

export type RuleDeed = 'created' | 'adopted' | 'renewed' | 'repaired' | 'removed';

export type RuleStep =
  | { does: 'create'; did: RuleDeed; plan: PlannedRule }
  | { does: 'update'; did: RuleDeed; plan: PlannedRule; id: string }
  /** Only remembered: an interrupted run left it as it should be. */
  | { does: 'keep'; did: RuleDeed; plan: PlannedRule; found: FoundRule }
  | { does: 'remove'; did: RuleDeed; made: MadeRule; title: string }
  /** It is gone, and not wanted. */
  | { does: 'forget'; did: null; made: MadeRule; title: string };

/** New ones first, so that nothing is unheard in between. `repair`: keys of what is to be as planned again. */
export function ruleSteps(states: readonly RuleState[], repair: readonly string[]): RuleStep[] {
  const steps = states.flatMap((state) => stepOf(state, repair));
  const isAway = ({ does }: RuleStep) => does === 'remove' || does === 'forget';
  return [...steps.filter((step) => !isAway(step)), ...steps.filter(isAway)];
}

function stepOf({ key, state, plan, found, made, title }: RuleState, repair: readonly string[]): RuleStep[] {
  if (state === 'extra' && made)
    return [
      found === null
        ? { does: 'forget', did: null, made, title }
        : { does: 'remove', did: 'removed', made, title },
    ];
  if (plan === null || state === 'in_place') return [];
  if (state === 'missing') return [found ? adoption(plan, found) : { does: 'create', did: 'created', plan }];
  if (state === 'outdated' && made) return [{ does: 'update', did: 'renewed', plan, id: made.id }];
  if (!repair.includes(key)) return [];
  return [
    found
      ? { does: 'update', did: 'repaired', plan, id: found.id }
      : { does: 'create', did: 'repaired', plan },
  ];
}

const adoption = (plan: PlannedRule, found: FoundRule): RuleStep =>
  printOf(found) === plannedPrint(plan)
    ? { does: 'keep', did: 'adopted', plan, found }
    : { does: 'update', did: 'adopted', plan, id: found.id };

/** What is remembered of a rule that was written. */
export const madeOf = ({ key, kind, print }: PlannedRule, found: FoundRule): MadeRule => ({
  key,
  kind,
  id: found.id,
  planned: print,
  found: printOf(found),
});
