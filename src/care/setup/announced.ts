/**
 * Rules on their way into the account are remembered before they are made: whoever is interrupted leaves none of which
 * nobody knows, whatever the settings ask for by the next run.
 */
import { type FoundRule, printOf, type RulePlan } from '../workflows/rulePlan.ts';
import type { MadeRule } from '../workflows/workflow.ts';
import type { FoundByKind, PlannedRule } from './ruleState.ts';

/** Without an id until its run is over; `found` is its title. */
export const announcementOf = ({ key, kind, print, title }: PlannedRule): MadeRule => ({
  key,
  kind,
  id: '',
  planned: print,
  found: title,
});

export const isAnnounced = ({ id }: MadeRule) => id === '';

/** What is remembered, with what became of those an interrupted run announced: they are there, or were never made. */
export function settled(
  made: readonly MadeRule[],
  plans: readonly RulePlan[],
  found: FoundByKind,
): MadeRule[] {
  const claimed = new Set(made.map(({ kind, id }) => `${kind} ${id}`));
  return made.flatMap((one) => {
    if (!isAnnounced(one)) return [one];
    const isFree = (rule: FoundRule) => !claimed.has(`${rule.kind} ${rule.id}`) && isIt(one, rule);
    const rule = found[one.kind]?.rules.find(isFree);
    // Where it is wanted as it is, it is taken for what was to be made.
    const isWanted = plans.some(({ kind, title }) => kind === one.kind && title === one.found);
    return rule && !isWanted ? [{ ...one, id: rule.id, found: printOf(rule) }] : [];
  });
}

/** By its title and a tag of its workflow's; views have none, and are known by all they are. */
function isIt({ key, kind, planned, found: title }: MadeRule, rule: FoundRule): boolean {
  if (rule.kind !== kind || rule.title !== title) return false;
  if (kind === 'view') return printOf({ ...rule, isActive: true }) === planned;
  const own = `fl_${key.split(':')[0]}_`;
  return rule.actions.some(
    ({ field, value }) =>
      /tags$/.test(field) &&
      String(value)
        .split(/[\s,]+/)
        .some((tag) => tag.startsWith(own)),
  );
}
