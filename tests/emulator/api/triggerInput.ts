/** Whether a trigger can be kept as it was sent. */
import type { Action, Condition, Trigger } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { type Fields, isFields } from './body.ts';
import { invalid } from './http.ts';
import { actionsOf, conditionsOf } from './triggerDefinitions.ts';

export type TriggerInput = Pick<
  Trigger,
  'title' | 'description' | 'active' | 'category_id' | 'conditions' | 'actions'
>;

const refuse = (key: string, description: string, error?: string) =>
  invalid({ [key]: [{ description, ...(error && { error }) }] });

/** `known`: the trigger that is changed; members `input` leaves out stay as they are. Refuses with 422. */
export function readTrigger(world: World, input: Fields, known?: Trigger): TriggerInput {
  const title = input.title === undefined && known ? known.title : input.title;
  if (typeof title !== 'string' || title.trim() === '')
    throw refuse('title', 'Title: cannot be blank', 'BlankValue');
  const conditions = input.conditions === undefined && known ? known.conditions : input.conditions;
  const actions = input.actions === undefined && known ? known.actions : input.actions;
  return {
    title,
    description: typeof input.description === 'string' ? input.description : (known?.description ?? null),
    active: typeof input.active === 'boolean' ? input.active : (known?.active ?? true),
    category_id: String(input.category_id ?? known?.category_id ?? '1'),
    conditions: readConditions(world, conditions),
    actions: readActions(world, actions),
  };
}

function readConditions(world: World, input: unknown): Trigger['conditions'] {
  const { all, any } = isFields(input) ? input : {};
  const read = { all: conditionList(world, all), any: conditionList(world, any) };
  if (read.all.length + read.any.length > 0) return read;
  throw refuse('conditions', 'Conditions: at least one condition is required', 'BlankValue');
}

function conditionList(world: World, input: unknown): Condition[] {
  if (input === undefined || input === null) return [];
  if (!Array.isArray(input)) throw refuse('conditions', 'Conditions: is invalid');
  const definitions = new Map(conditionsOf(world).map((definition) => [definition.subject, definition]));
  return input.map((condition: unknown) => {
    const { field, operator, value } = isFields(condition) ? condition : {};
    const definition = definitions.get(String(field));
    if (!definition)
      throw refuse('conditions', `Conditions: '${String(field)}' is not a condition of this account`);
    const known = definition.operators.find((each) => each.value === operator);
    if (!known)
      throw refuse('conditions', `Conditions: '${String(field)}' does not support '${String(operator)}'`);
    if (!known.terminal) checkValue('conditions', definition, value);
    return { field: definition.subject, operator: known.value, ...(value !== undefined && { value }) };
  });
}

function readActions(world: World, input: unknown): Action[] {
  if (!Array.isArray(input) || input.length === 0) {
    throw refuse('actions', 'Actions: at least one action is required', 'BlankValue');
  }
  const definitions = new Map(actionsOf(world).map((definition) => [definition.subject, definition]));
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
  if (least === 0 || (Array.isArray(value) && value.length >= least)) return;
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
