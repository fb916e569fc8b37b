/** Conditions and actions as they were sent, held against what the account offers. */
import type { Action, Condition } from '../world/entities.ts';
import { isFields } from './body.ts';
import { invalid } from './http.ts';
import type { ActionDefinition, ConditionDefinition } from './triggerSubjects.ts';

/** A refusal with 422 that names the member at fault. */
export const refuse = (key: string, description: string, error?: string) =>
  invalid({ [key]: [{ description, ...(error && { error }) }] });

/** @throws Refusal 422 */
export function readTitle(input: unknown): string {
  if (typeof input === 'string' && input.trim() !== '') return input;
  throw refuse('title', 'Title: cannot be blank', 'BlankValue');
}

/** Conditions as stored. @throws Refusal 422 for a field, operator or value `known` does not list */
export function readConditionList(known: ConditionDefinition[], input: unknown): Condition[] {
  if (input === undefined || input === null) return [];
  if (!Array.isArray(input)) throw refuse('conditions', 'Conditions: is invalid');
  const definitions = new Map(known.map((definition) => [definition.subject, definition]));
  return input.map((condition: unknown) => {
    const { field, operator, value } = isFields(condition) ? condition : {};
    const definition = definitions.get(String(field));
    if (!definition)
      throw refuse('conditions', `Conditions: '${String(field)}' is not a condition of this account`);
    const chosen = definition.operators.find((each) => each.value === operator);
    if (!chosen)
      throw refuse('conditions', `Conditions: '${String(field)}' does not support '${String(operator)}'`);
    if (!chosen.terminal) checkValue('conditions', definition, value);
    return { field: definition.subject, operator: chosen.value, ...(value !== undefined && { value }) };
  });
}

/** Actions as stored, one at least. @throws Refusal 422 */
export function readActions(known: ActionDefinition[], input: unknown): Action[] {
  if (!Array.isArray(input) || input.length === 0) {
    throw refuse('actions', 'Actions: at least one action is required', 'BlankValue');
  }
  const definitions = new Map(known.map((definition) => [definition.subject, definition]));
  return input.map((action: unknown) => {
    const { field, value } = isFields(action) ? action : {};
    const definition = definitions.get(String(field));
    if (!definition) throw refuse('actions', `Actions: '${String(field)}' is not an action of this account`);
    if (value === undefined || value === null)
      throw refuse('actions', `Actions: '${String(field)}' needs a value`);
    checkNotice(definition.subject, value);
    checkValue('actions', definition, Array.isArray(value) ? value[0] : value);
    return { field: definition.subject, value };
  });
}

/** Mails are `[recipient, subject, body]`, webhooks `[id, body]`. */
function checkNotice(subject: string, value: unknown): void {
  const least =
    subject === 'notification_user' || subject === 'notification_group'
      ? 3
      : subject === 'notification_webhook'
        ? 1
        : 0;
  if (least === 0 || (Array.isArray(value) && value.length >= least && value[0] !== '')) return;
  throw refuse('actions', `Actions: '${subject}' needs ${least} values`);
}

interface Listed {
  subject: string;
  values?: { value: string }[];
}

/** A listed value, or several, or an empty one. */
function checkValue(key: string, { subject, values }: Listed, value: unknown): void {
  if (!values) return;
  const unknown = [value].flat().find((each) => {
    const text = String(each ?? '');
    return text !== '' && !values.some((known) => known.value === text);
  });
  if (unknown !== undefined) throw refuse(key, `${key}: '${String(unknown)}' is not a value of '${subject}'`);
}
