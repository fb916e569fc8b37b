/** Compares the rules that are wanted with those set-up made and those the account has. */

import { type FoundRule, printOf, type RulePlan } from '../workflows/rulePlan.ts';
import type { MadeRule } from '../workflows/workflow.ts';
import { settled } from './announced.ts';
import type { CheckState } from './checklist.ts';

/** A rule as it is wanted now. */
export interface PlannedRule extends RulePlan {
  /** Of what it does, whatever the language of its mails: another admin's language makes no rule outdated. */
  print: string;
}

export interface RuleState {
  key: string;
  kind: RulePlan['kind'];
  title: string;
  state: Extract<CheckState, 'in_place' | 'missing' | 'outdated' | 'changed' | 'left' | 'extra'>;
  /** `removed`, `switched_off` or `edited` of what somebody changed; `unread` where it was not looked at. */
  why: 'removed' | 'switched_off' | 'edited' | 'unread' | null;
  /** `null` of `extra`, and of rules another part of the app keeps. */
  plan: PlannedRule | null;
  /** In the account: of `missing` one that an interrupted run left there. */
  found: FoundRule | null;
  /** What set-up remembers of it. */
  made: MadeRule | null;
}

export interface RuleMemory {
  made: readonly MadeRule[];
  leftAlone: readonly { key: string; found: string }[];
}

/** What was read of each kind; `null` where that kind was not read. */
export type FoundByKind = Readonly<
  Record<RulePlan['kind'], { rules: readonly FoundRule[]; isCut: boolean } | null>
>;

/** The print of a rule as it is once a plan was written. */
export const plannedPrint = (plan: RulePlan) => printOf({ ...plan, isActive: true });

/** What was left alone though it is gone. */
export const gonePrint = '';

/** Every plan, then what is ours and no longer wanted. Rules of others are in no answer. */
export function ruleStates(
  plans: readonly PlannedRule[],
  known: RuleMemory,
  found: FoundByKind,
): RuleState[] {
  const memory = { ...known, made: settled(known.made, plans, found) };
  const claimed = new Set(memory.made.map(({ kind, id }) => `${kind} ${id}`));
  const wanted = plans.map((plan) => stateOf(plan, memory, found, claimed));
  const isWanted = ({ key, kind }: MadeRule) => plans.some((plan) => plan.key === key && plan.kind === kind);
  const others = memory.made.filter((made) => !isWanted(made)).map((made) => unplanned(made, memory, found));
  return [...wanted, ...others];
}

/** Made on its own page, by consent: never taken away for not being planned here. */
const isKeptElsewhere = (key: string) => key.startsWith('survey:');

function unplanned(made: MadeRule, memory: RuleMemory, found: FoundByKind): RuleState {
  const rule = foundFor(made, found);
  const { key, kind } = made;
  const about = { key, kind, title: rule?.title ?? key, plan: null, found: rule, made };
  const isBlind = isUnread(made, found);
  if (!isKeptElsewhere(key))
    return { ...about, state: 'extra', why: rule ? null : isBlind ? 'unread' : 'removed' };
  if (isBlind) return { ...about, state: 'in_place', why: 'unread' };
  return { ...about, ...(drift(made, rule, memory) ?? { state: 'in_place', why: null }) };
}

const foundFor = ({ kind, id }: MadeRule, found: FoundByKind) =>
  found[kind]?.rules.find((rule) => rule.id === id) ?? null;

function stateOf(
  plan: PlannedRule,
  memory: RuleMemory,
  found: FoundByKind,
  claimed: ReadonlySet<string>,
): RuleState {
  const { key, kind, title } = plan;
  const about = { key, kind, title, plan };
  const made = memory.made.find((one) => one.key === key && one.kind === kind) ?? null;
  if (!made) {
    const isFree = (rule: FoundRule) => !claimed.has(`${kind} ${rule.id}`) && isOwn(plan, rule);
    const adopted = found[kind]?.rules.find(isFree) ?? null;
    return { ...about, state: 'missing', why: null, found: adopted, made };
  }
  const rule = foundFor(made, found);
  const isRead = !isUnread(made, found);
  const drifted = isRead ? drift(made, rule, memory) : null;
  // An interrupted run wrote it and did not come to remember: nobody else's change.
  const isWritten = rule !== null && made.planned !== plan.print && printOf(rule) === plannedPrint(plan);
  if (drifted && !isWritten) return { ...about, ...drifted, found: rule, made };
  if (made.planned !== plan.print) return { ...about, state: 'outdated', why: null, found: rule, made };
  return { ...about, state: 'in_place', why: isRead ? null : 'unread', found: rule, made };
}

/** Not among those that were read, which were not all. */
const isUnread = (made: MadeRule, found: FoundByKind) =>
  foundFor(made, found) === null && (found[made.kind]?.isCut ?? true);

/** What somebody else did to it; `null` for nothing. */
function drift(
  made: MadeRule,
  rule: FoundRule | null,
  { leftAlone }: RuleMemory,
): Pick<RuleState, 'state' | 'why'> | null {
  const print = rule === null ? gonePrint : printOf(rule);
  if (print === made.found) return null;
  const isLeft = leftAlone.some(({ key, found }) => key === made.key && found === print);
  return { state: isLeft ? 'left' : 'changed', why: whyOf(rule) };
}

function whyOf(rule: FoundRule | null): RuleState['why'] {
  if (rule === null) return 'removed';
  return rule.isActive ? 'edited' : 'switched_off';
}

/**
 * Did an interrupted run make this rule? Its title is the plan's, and it sets or takes one of the plan's own tags;
 * a plan without any has to test and do the very same.
 */
export function isOwn(plan: RulePlan, rule: FoundRule): boolean {
  if (rule.kind !== plan.kind || rule.title !== plan.title) return false;
  const own = ownTags(plan.actions);
  if (own.length === 0) return printOf({ ...rule, isActive: true }) === plannedPrint(plan);
  const theirs = ownTags(rule.actions);
  return own.some((tag) => theirs.includes(tag));
}

const tagFields = ['current_tags', 'set_tags', 'remove_tags'];

function ownTags(actions: readonly { field: string; value: unknown }[]): string[] {
  return actions
    .filter(({ field }) => tagFields.includes(field))
    .flatMap(({ value }) => String(value).split(/[\s,]+/))
    .filter((tag) => tag.startsWith('fl_'));
}
