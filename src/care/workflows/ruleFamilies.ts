/** The rules of a workflow, part by part, before anybody asks whether the account knows all they name. */

import { statusValue } from '../mirror.ts';
import type { Firing } from './expressible.ts';
import { mayTest, type RuleAccount } from './ruleAccount.ts';
import type { RuleAction, RuleCondition, RulePlan } from './rulePlan.ts';
import { isHeard, type RuleSet, ruleSetsOf } from './ruleSets.ts';
import { type MailKind, type MailWords, noticesOf, type RulePart, titleOf, whereOf } from './ruleTexts.ts';
import { placeOf, variantsOf } from './ruleVariants.ts';
import { budgetOf, hasDigest, isByRule } from './sending.ts';
import { type Workflow, workflowTags } from './workflow.ts';

/** Where a workflow looks: `null` for everywhere. */
export interface Scope {
  groupIds: readonly string[] | null;
  brandIds: readonly string[] | null;
}

export interface RuleContext {
  workflow: Workflow;
  account: RuleAccount;
  words: MailWords;
}

const hasTag = (...tags: string[]): RuleCondition => ({
  field: 'current_tags',
  operator: 'includes',
  value: tags.join(' '),
});
const lacksTag = (...tags: string[]): RuleCondition => ({ ...hasTag(...tags), operator: 'not_includes' });
const addTag = (tag: string): RuleAction => ({ field: 'current_tags', value: tag });
const removeTags = (...tags: string[]): RuleAction => ({ field: 'remove_tags', value: tags.join(' ') });
const isInHours = (isIn: boolean): RuleCondition => ({
  field: 'in_business_hours',
  operator: 'is',
  value: String(isIn),
});
const isNotClosed: RuleCondition = { field: 'status', operator: 'less_than', value: 'closed' };

/** Once for ever: what alerts asks for the tag's absence and puts it on. */
function sending({ workflow, account, words }: RuleContext, set: RuleSet, kind: MailKind): RuleAction[] {
  const { sent, due, wait } = workflowTags(workflow.id);
  const notices = noticesOf(workflow, set, kind, words, account.digestFieldId);
  return notices.length === 0 ? [] : [addTag(sent), removeTags(due, wait), ...notices];
}

/** What fires when the customer rates or writes: alerts at once where it may, else marks the ticket as waiting. */
export function firstRules(context: RuleContext, firing: Firing, scope: Scope): RulePlan[] {
  const { workflow, account } = context;
  const { sent, wait } = workflowTags(workflow.id);
  const { hours } = workflow;
  const isHeld = budgetOf(workflow) !== null;
  const firings = (set: RuleSet) => variantsOf(firing, set, scope.brandIds);
  const whole: RuleSet = {
    key: 'all',
    groupIds: scope.groupIds,
    except: [],
    recipients: { userIds: [], groupId: null },
  };
  const make = (part: RulePart, set: RuleSet, more: readonly RuleCondition[], actions: RuleAction[]) =>
    firings(set).map(({ keys, conditions: { all, any } }) =>
      ruleOf(context, part, set, keys, { all: [...more, ...all], any }, actions),
    );
  const now = isHeld
    ? []
    : ruleSetsOf(workflow, account, scope.groupIds)
        .filter(isHeardIn(context))
        .flatMap((set) =>
          make(
            'now',
            set,
            [lacksTag(sent), ...(hours === 'schedule' ? [isInHours(true)] : [])],
            sending(context, set, 'alert'),
          ),
        );
  if (!isHeld && hours === 'always') return now;
  const closed = isHeld ? [] : [isInHours(false)];
  return [...now, ...make('wait', whole, [lacksTag(sent, wait), ...closed], [addTag(wait)])];
}

const isHeardIn =
  ({ workflow }: RuleContext) =>
  (set: RuleSet) =>
    workflow.channel === 'webhook' || isHeard(set);

/**
 * What follows a tag, wherever the ticket is by then: the group it was rated in, and the brand, were looked at before
 * the tag was put on.
 */
export function followingRules(context: RuleContext): RulePlan[] {
  const { workflow, account } = context;
  const sets = ruleSetsOf(workflow, account, null).filter(isHeardIn(context));
  return sets.flatMap((set) => [
    ...(isByRule(workflow) ? [handed(context, set), ...late(context, set), ...remind(context, set)] : []),
    ...(hasDigest(workflow) && account.digestFieldId !== null ? [digest(context, set)] : []),
  ]);
}

function handed(context: RuleContext, set: RuleSet): RulePlan {
  const { due, sent } = workflowTags(context.workflow.id);
  return followed(context, 'handed', set, [hasTag(due), lacksTag(sent)], sending(context, set, 'alert'));
}

/** Hourly. Waits for an hour of the account's own hours where the workflow keeps them. */
function late(context: RuleContext, set: RuleSet): RulePlan[] {
  const { workflow, account } = context;
  const isWaiting = workflow.hours === 'schedule' ? account.hasHours : budgetOf(workflow) !== null;
  if (!isWaiting) return [];
  const { wait, sent } = workflowTags(workflow.id);
  const conditions = [
    isNotClosed,
    hasTag(wait),
    lacksTag(sent),
    ...isNotTakenBack(context),
    hoursSinceUpdate(context, 1),
  ];
  return [followed(context, 'late', set, conditions, sending(context, set, 'alert'))];
}

/** Who pressed the wrong face at night corrects it before anybody hears of it. Above 4, good ones are meant as well. */
function isNotTakenBack({ workflow: { when }, account }: RuleContext): RuleCondition[] {
  if (when.csatBelow === null || when.csatBelow > 4) return [];
  const field = 'satisfaction_score';
  return ['good', 'good_with_comment', 'goodwithcomment']
    .map((value) => ({ field, operator: 'is_not', value }))
    .filter((condition) => mayTest(account, 'automation', condition));
}

function remind(context: RuleContext, set: RuleSet): RulePlan[] {
  const { workflow, account, words } = context;
  if (workflow.remindAfter === null) return [];
  const { sent, reminded } = workflowTags(workflow.id);
  const conditions = [
    isNotClosed,
    hasTag(sent),
    hasTag(statusValue('new')),
    lacksTag(reminded),
    hoursSinceUpdate(context, workflow.remindAfter),
  ];
  const notices = noticesOf(workflow, set, 'reminder', words, account.digestFieldId);
  const actions = notices.length === 0 ? [] : [addTag(reminded), ...notices];
  return [followed(context, 'remind', set, conditions, actions)];
}

function digest(context: RuleContext, set: RuleSet): RulePlan {
  const { workflow, account, words } = context;
  const tag = workflowTags(workflow.id).digest;
  const notices = noticesOf(workflow, set, 'digest', words, account.digestFieldId);
  return followed(context, 'digest', set, [hasTag(tag)], [removeTags(tag), ...notices]);
}

/** Longer than so many. */
const hoursSinceUpdate = ({ workflow, account }: RuleContext, hours: number): RuleCondition => ({
  field: 'updated_at',
  operator:
    workflow.hours === 'schedule' && account.hasHours ? 'greater_than_business_hours' : 'greater_than',
  value: String(hours),
});

function followed(
  context: RuleContext,
  part: RulePart,
  set: RuleSet,
  conditions: readonly RuleCondition[],
  actions: readonly RuleAction[],
): RulePlan {
  const { all, any } = placeOf(set);
  return ruleOf(context, part, set, [], { all: [...conditions, ...all], any }, actions);
}

function ruleOf(
  { workflow, account }: RuleContext,
  part: RulePart,
  set: RuleSet,
  keys: readonly string[],
  conditions: RulePlan['conditions'],
  actions: readonly RuleAction[],
): RulePlan {
  return {
    key: [workflow.id, part, set.key, ...keys].join(':'),
    kind: part === 'late' || part === 'remind' ? 'automation' : 'trigger',
    title: titleOf(workflow, part, [...whereOf(set, account), ...keys]),
    conditions,
    actions,
  };
}
