/** What sends the account's survey, how long after solving, and the rule that would send it at once. */
import type {
  FoundRule,
  RuleAction,
  RuleCondition,
  RuleDefinitions,
  RulePlan,
} from '../workflows/rulePlan.ts';
import { carrierTag } from '../workflows/workflow.ts';

export const onSolvedKey = 'survey:on_solved';
export const onSolvedTitle = 'Feedback Loop: survey on Solved';

/** Customers of these tickets are never asked: by request, because another ticket took over, because it is our own. */
export const neverAsked = ['no_survey', 'closed_by_merge', carrierTag] as const;

/** On tickets this rule has asked about. */
export const askedTag = 'fl_asked';

/** How long after solving: `null` where the rule does not go by it. */
export interface Delay {
  /** Whole hours; 0 is at once. Zendesk runs automations once an hour, so that up to one more passes. */
  hours: number;
  isBusiness: boolean;
}

export interface Sender {
  rule: FoundRule;
  delay: Delay | null;
  /** Asks in conversations, not by mail. */
  isMessaging: boolean;
  /** Never asks a customer who was asked before, by any rule. */
  isOnce: boolean;
}

const messaging = 'notification_messaging_csat';
const ratingPlace = /\{\{\s*satisfaction\.(rating_section|rating_url|positive_rating_url)/;

/** Does this action ask a customer for a rating? Mails do by the placeholder the survey is put in for. */
function isAsking({ field, value }: { field: string; value: unknown }): boolean {
  if (field === 'satisfaction_score') return String(value) === 'offered';
  if (field.startsWith('custom_fields_')) return false;
  if (/csat|survey/i.test(field)) return true;
  return (
    field === 'notification_user' && Array.isArray(value) && ratingPlace.test(value.map(String).join(' '))
  );
}

/** The rules that send the survey, of all the account's rules; those that are off are told as well. */
export const sendersIn = (rules: readonly FoundRule[]): Sender[] =>
  rules.filter((rule) => rule.kind !== 'view' && rule.actions.some(isAsking)).map(senderOf);

function senderOf(rule: FoundRule): Sender {
  const asking = rule.actions.filter(isAsking);
  return {
    rule,
    delay: delayOf(rule),
    isMessaging: asking.every(({ field }) => field === messaging),
    isOnce: rule.conditions.all.some(isUnoffered),
  };
}

const isUnoffered = ({ field, operator, value }: RuleCondition) =>
  field === 'satisfaction_score' && operator === 'is' && value === 'unoffered';

/** Automations name the hours since solving; triggers run at once where they wait for the status. */
function delayOf({ kind, conditions }: FoundRule): Delay | null {
  if (kind === 'trigger') {
    const isSolved = conditions.all.some(
      ({ field, operator, value }) =>
        isStatus(field) && ['value', 'is', 'changed'].includes(operator) && (value ?? 'solved') === 'solved',
    );
    return isSolved ? { hours: 0, isBusiness: false } : null;
  }
  const since = conditions.all.find(({ field }) => field.toUpperCase() === 'SOLVED');
  const hours = Number(since?.value);
  if (!since || !Number.isFinite(hours)) return null;
  return { hours, isBusiness: since.operator.includes('business') };
}

const isStatus = (field: string) => field === 'status' || field === 'custom_status_id';

/** The rule on-solved sending would replace: the slowest that asks by mail. */
export function slowSender(senders: readonly Sender[]): Sender | null {
  const slow = senders.filter(
    ({ isMessaging, delay }) => !isMessaging && (delay === null || delay.hours > 0),
  );
  return slow.reduce<Sender | null>(
    (slowest, one) => (slowest && hoursOf(slowest) >= hoursOf(one) ? slowest : one),
    null,
  );
}

const hoursOf = ({ delay }: Sender) => delay?.hours ?? 0;

export interface OnSolved {
  plan: RulePlan;
  /** Conditions of the old rule that triggers of this account do not know: its exceptions would be lost. */
  lost: readonly RuleCondition[];
}

/** The mail where no rule tells how the account asks; subject and body are the caller's words, placeholders included. */
export interface SurveyMail {
  subject: string;
  body: string;
}

/**
 * The trigger that asks as soon as a ticket is solved: with the actions and the exceptions of the rule that asks
 * today, `null` where this account's triggers cannot ask at all.
 */
export function onSolvedPlan(
  sender: Sender | null,
  definitions: RuleDefinitions,
  mail: SurveyMail,
): OnSolved | null {
  const actions = actionsFrom(sender, definitions) ?? ownActions(definitions, mail);
  if (!actions) return null;
  const { kept, lost } = exceptionsOf(sender, definitions);
  const once: RuleCondition = { field: 'satisfaction_score', operator: 'is', value: 'unoffered' };
  // Where triggers cannot see who was asked, a tag remembers it: a ticket solved twice asks once.
  const isSeen = isKnown(once, definitions);
  const never = [...neverAsked, ...(isSeen ? [] : [askedTag])];
  const all = [
    { field: 'status', operator: 'value', value: 'solved' },
    ...(isSeen ? [once] : []),
    { field: 'current_tags', operator: 'not_includes', value: never.join(' ') },
    ...kept.all,
  ];
  const does = isSeen ? actions : [...actions, { field: 'current_tags', value: askedTag }];
  const conditions = { all, any: kept.any };
  return {
    plan: { key: onSolvedKey, kind: 'trigger', title: onSolvedTitle, conditions, actions: does },
    lost,
  };
}

/** As the account asks today: the words of its mail stay, and so do the tags it sets. */
function actionsFrom(sender: Sender | null, { actions }: RuleDefinitions): RuleAction[] | null {
  const known = (sender?.rule.actions ?? []).flatMap(({ field, value }) =>
    actions.some(({ subject }) => subject === field) ? [{ field, value: sentValue(value) }] : [],
  );
  return known.some(isAsking) && !known.some(({ field }) => isStatus(field)) ? known : null;
}

const sentValue = (value: unknown): RuleAction['value'] =>
  Array.isArray(value) ? value.map(String) : String(value ?? '');

/** Read from the account's definitions: the rating it can offer, else whatever else there is to ask with. */
function ownActions({ actions }: RuleDefinitions, { subject, body }: SurveyMail): RuleAction[] | null {
  const offers = actions.some(
    ({ subject: field, values }) =>
      field === 'satisfaction_score' && (values === null || values.some(({ value }) => value === 'offered')),
  );
  if (offers)
    return [
      { field: 'notification_user', value: ['requester_id', subject, body] },
      { field: 'satisfaction_score', value: 'offered' },
    ];
  const other = actions.find(({ subject: field }) => isAsking({ field, value: '' }));
  return other ? [{ field: other.subject, value: other.values?.[0]?.value ?? 'requester_id' }] : null;
}

interface Exceptions {
  kept: RulePlan['conditions'];
  lost: RuleCondition[];
}

/** Who the old rule asks and who it does not, without when: its times are what is replaced. */
function exceptionsOf(sender: Sender | null, definitions: RuleDefinitions): Exceptions {
  const none = { all: [], any: [] };
  if (!sender) return { kept: none, lost: [] };
  const { all, any } = sender.rule.conditions;
  const wanted = all.filter(
    (one) => !isTime(one) && !isStatus(one.field) && !isUnoffered(one) && !isNeverAsked(one),
  );
  const isWhole = any.every((one) => isKnown(one, definitions));
  return {
    kept: { all: wanted.filter((one) => isKnown(one, definitions)), any: isWhole ? any : [] },
    lost: [...wanted.filter((one) => !isKnown(one, definitions)), ...(isWhole ? [] : any)],
  };
}

/** Says no more than the plan says itself. */
const isNeverAsked = ({ field, operator, value = '' }: RuleCondition) =>
  field === 'current_tags' &&
  operator === 'not_includes' &&
  value.split(/[\s,]+/).every((tag) => neverAsked.some((one) => one === tag));

/** Hours since something: automations alone know them. */
const isTime = ({ field, operator }: RuleCondition) =>
  /^[A-Z_]+$/.test(field) || /_business_hours$/.test(operator) || /(_at|_date)$/.test(field);

function isKnown({ field, operator, value }: RuleCondition, { conditions }: RuleDefinitions): boolean {
  const known = conditions.find(({ subject }) => subject === field);
  if (!known?.operators.includes(operator)) return false;
  return !known.values || !value || known.values.some((one) => one.value === value);
}

/** The trigger among the account's: by the id it was made with, else by title and what it does. */
export const ownTrigger = (rules: readonly FoundRule[], knownId: string | null): FoundRule | null =>
  rules.find(({ kind, id }) => kind === 'trigger' && id === knownId) ??
  rules.find(
    (rule) => rule.kind === 'trigger' && rule.title === onSolvedTitle && rule.actions.some(isAsking),
  ) ??
  null;
