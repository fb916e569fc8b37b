/** A workflow as Zendesk's own triggers and automations, so that it works with no browser open. */
import { type Expressed, expressedOf } from './expressible.ts';
import type { RuleAccount } from './ruleAccount.ts';
import { type Admitted, admitted, mostRules } from './ruleAdmission.ts';
import { firstRules, followingRules } from './ruleFamilies.ts';
import type { RulePlan } from './rulePlan.ts';
import { knownPeople, problemsOfSetting, scopeOf } from './ruleScope.ts';
import { speedsOf } from './ruleSpeeds.ts';
import type { MailWords, RulePart } from './ruleTexts.ts';
import { isByRule } from './sending.ts';
import type { Workflow } from './workflow.ts';

/** What Zendesk's rules cannot see, so that an open app has to look. */
export const appReasons = [
  /** The number behind good and bad. */
  'number',
  'ces',
  'bucket',
  'topic',
  /** Whether a rating looks like a mail scanner's. */
  'suspects',
  /** The words of the survey's comment. */
  'phrase_in_survey',
  /** More alerts a day than a lead's budget come as a digest. */
  'budget',
  /** In-app notices and side conversations; praise, of which a lead gets one digest a day. */
  'channel',
  /** The account's rules do not know business hours: what came outside them is held by the app. */
  'hours',
  /** The account does not offer what the rules would need: see the problems. */
  'account',
  /** Closed tickets are frozen. Said of every workflow. */
  'closed',
] as const;
export type AppReason = (typeof appReasons)[number];

/**
 * How soon a workflow alerts, and under what condition; in the order a page says it.
 * `at_once`: by a trigger, whatever the hour. `in_hours`: by a trigger, within business hours.
 * `eager`: that trigger fires on every *bad* (1-3), which may be a 3.
 * `at_opening`: what came outside business hours, by the hourly automation, between `hours` and `hours` + 1 business
 * hours after opening; sooner where an app is open. `hourly`: by the hourly automation, one to two hours later, unless
 * an open app was faster (workflows with a budget).
 * `app`: only while somebody has the app open. `isAll`: nothing fires without; otherwise it is only what `why` says.
 * `reminder`: after so many hours without any change of the ticket, within the hour; asks for the mirrored status.
 */
export type Speed =
  | { code: 'at_once' | 'in_hours' | 'eager' | 'hourly' }
  | { code: 'at_opening' | 'reminder'; hours: number }
  | { code: 'app'; why: AppReason; isAll: boolean };

/** Why a rule was left out. `values` fill the sentence. */
export const compileProblemCodes = [
  /** The account has no CSAT, or its rules cannot see it. */
  'no_csat',
  /** The account's rules list other ratings than good and bad; `values`: what is listed. */
  'score_unknown',
  /** Rules of this account do not know business hours. */
  'no_hours',
  /** Nobody would hear of some tickets; `groups`: how many groups, or `other` is 1. */
  'no_recipient',
  /** Not offered as a recipient; `id`. */
  'unknown_person',
  'unknown_group',
  'unknown_brand',
  'no_webhook',
  'no_side_target',
  /** No ticket field to hand a digest over in. */
  'no_digest_field',
  /** No feedback can ever meet its conditions. */
  'never',
  /** More rules than the account should hold; `count`. */
  'too_many_rules',
  /** A rule larger than Zendesk takes; `title`. */
  'too_big',
  /** The definitions lack a condition or action; `field`. */
  'unlisted',
] as const;
export type CompileProblemCode = (typeof compileProblemCodes)[number];

export interface CompileProblem {
  code: CompileProblemCode;
  values: Readonly<Record<string, string | number>>;
}

export interface CompiledWorkflow {
  rules: readonly RulePlan[];
  /** None where nobody would hear of anything. */
  speeds: readonly Speed[];
  problems: readonly CompileProblem[];
}

/**
 * The rules of a workflow, whether it is on or off: who applies them leaves those of switched-off ones out. The same
 * input gives the same rules; every field, operator and value is one the account's definitions list. `words` are
 * translated, and `{workflow}` in them is filled with the workflow's name, its braces taken out.
 */
export function compileWorkflow(given: Workflow, account: RuleAccount, words: MailWords): CompiledWorkflow {
  const { workflow, map, problems } = knownPeople(given, account);
  const scope = scopeOf(workflow, account);
  const { firing, ...expressed } = isByRule(workflow) ? expressedOf(workflow, account) : onlyApp;
  const mayFire = scope !== 'nowhere' && (workflow.hours === 'always' || account.hasHours);
  const context = { workflow, account: { ...account, ...map }, words };
  const first = firing && mayFire ? few(firstRules(context, firing, scope)) : { rules: [], problems: [] };
  const found = admitted([...first.rules, ...followingRules(context)], account);
  const has = (part: RulePart) => found.rules.some(({ key }) => isOfPart(key, part));
  // Nobody would come for what waits.
  const rules = found.rules.filter(({ key }) => has('late') || !isOfPart(key, 'wait'));
  const isFiring = has('now') || (has('wait') && has('late'));
  const all = [...problems, ...problemsOfSetting(context, scope), ...expressed.problems];
  // Where nobody would hear of anything, that is all there is to say.
  const isUnheard =
    rules.length === 0 && isByRule(workflow) && all.some(({ code }) => code === 'no_recipient');
  return {
    rules,
    speeds: isUnheard
      ? []
      : speedsOf(workflow, account, { ...expressed, isExpressed: firing !== null, isFiring }),
    problems: unique([...all, ...first.problems, ...found.problems]),
  };
}

/** Which part of its workflow a rule is, by its key. */
const isOfPart = (key: string, part: RulePart) => key.split(':')[1] === part;

const onlyApp: Expressed = { firing: null, reasons: [], isEager: false, problems: [] };

/** Part of them would be worse than none: nobody could say which tickets are left out. */
function few(rules: RulePlan[]): Admitted {
  if (rules.length <= mostRules) return { rules, problems: [] };
  return { rules: [], problems: [{ code: 'too_many_rules', values: { count: rules.length } }] };
}

const unique = (problems: readonly CompileProblem[]) => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];
