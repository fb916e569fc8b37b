/** A trigger, automation or view as set-up wants it in the account, in the shape of Zendesk's own API. */
import { hash } from '../hash.ts';

export interface RuleCondition {
  field: string;
  operator: string;
  value?: string;
}

export interface RuleAction {
  field: string;
  /** Mails are `[recipient, subject, body]`, webhooks `[id, body]`. */
  value: string | readonly string[];
}

export interface RulePlan {
  /** The same for as long as it means the same: `<workflow id>:<part>`, `survey:on_solved`, `view:open`. */
  key: string;
  kind: 'trigger' | 'automation' | 'view';
  /** As the account's admins see it; begins with `Feedback Loop`. */
  title: string;
  conditions: { all: readonly RuleCondition[]; any: readonly RuleCondition[] };
  /** None for views. */
  actions: readonly RuleAction[];
}

/** What a rule may test or do in this account, as `GET /triggers/definitions` says. */
export interface RuleDefinition {
  subject: string;
  title: string;
  /** Empty for actions. */
  operators: readonly string[];
  /** `null` where any value goes. */
  values: readonly { value: string; title: string }[] | null;
}

export interface RuleDefinitions {
  conditions: readonly RuleDefinition[];
  actions: readonly RuleDefinition[];
}

/** A rule as the account has it. */
export interface FoundRule {
  id: string;
  kind: RulePlan['kind'];
  title: string;
  isActive: boolean;
  conditions: RulePlan['conditions'];
  actions: readonly { field: string; value: unknown }[];
  /** How often it ran lately; `null` where Zendesk does not say. */
  usage: { hour: number; day: number; week: number } | null;
}

/**
 * A short print of a rule: the same for rules that do the same, whatever the order of their members. Not for secrets.
 */
export function printOf(rule: Pick<FoundRule, 'title' | 'isActive' | 'conditions' | 'actions'>): string {
  const said = (parts: readonly { field: string; operator?: string; value?: unknown }[]) =>
    parts.map(({ field, operator, value }) => JSON.stringify([field, operator ?? null, plain(value)])).sort();
  const { all, any } = rule.conditions;
  const text = JSON.stringify([rule.title, rule.isActive, said(all), said(any), said(rule.actions)]);
  return hash(text);
}

const plain = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(plain) : value === null || value === undefined ? '' : String(value);
