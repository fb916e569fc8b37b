/** What an account's rules may test and do, as its definitions list it: nothing else is ever written. */
import type { SurveyKind } from '../configuration.ts';
import type { RuleAction, RuleCondition, RuleDefinition, RuleDefinitions } from './rulePlan.ts';
import type { GroupLeads, Pilot } from './workflow.ts';

/** What of account and configuration the rules of a workflow depend on. */
export interface RuleAccount {
  definitions: RuleDefinitions;
  survey: SurveyKind | null;
  leads: readonly GroupLeads[];
  otherLeads: readonly string[];
  pilot: Pilot;
  /** Has the account business hours, so that rules may test them? */
  hasHours: boolean;
  /** Ticket field a digest is handed over in; `null` where there is none. */
  digestFieldId: string | null;
}

const of = (list: readonly RuleDefinition[], subject: string) => list.find((one) => one.subject === subject);

export const conditionOf = ({ definitions }: RuleAccount, subject: string) =>
  of(definitions.conditions, subject);
export const actionOf = ({ definitions }: RuleAccount, subject: string) => of(definitions.actions, subject);

/** Is the value among those listed? Where any value goes, yes; an empty list allows none. */
export const isListed = (definition: RuleDefinition | undefined, value: string) =>
  definition !== undefined &&
  (definition.values === null || definition.values.some((one) => one.value === value));

/** Hours since something happened: known to automations alone, so no trigger definition lists them. */
const timeFields = ['updated_at'];
const timeOperators = ['greater_than', 'greater_than_business_hours'];
/** Operators that take no value. */
const bare = ['changed', 'not_changed', 'present', 'not_present'];

export function mayTest(account: RuleAccount, kind: 'trigger' | 'automation', condition: RuleCondition) {
  const { field, operator, value } = condition;
  if (kind === 'automation' && timeFields.includes(field)) return timeOperators.includes(operator);
  const definition = conditionOf(account, field);
  if (!definition?.operators.includes(operator)) return false;
  return bare.includes(operator) || isListed(definition, value ?? '');
}

/** Of mails and webhooks, the recipient is what must be listed. */
export function mayDo(account: RuleAccount, { field, value }: RuleAction): boolean {
  const [first = ''] = typeof value === 'string' ? [value] : value;
  return isListed(actionOf(account, field), first);
}
