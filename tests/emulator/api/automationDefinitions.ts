/** What automations may test and do: what triggers may, without looking at one update, and with times. */
import { timeFields, timeOperators } from '../rules/timeConditions.ts';
import type { World } from '../world/world.ts';
import { actionsOf } from './triggerActions.ts';
import { conditionsOf } from './triggerConditions.ts';
import type { ActionDefinition, ConditionDefinition } from './triggerSubjects.ts';

/** Subjects that ask about the update or the moment a trigger reacts to. */
const ofUpdates = new Set([
  'comment_includes_word',
  'comment_is_public',
  'current_via_id',
  'update_type',
  'role',
  'in_business_hours',
  'within_schedule',
  'on_holiday',
]);
const changes = /^(not_)?(changed|value|value_previous)$/;

export function automationConditions(world: World): ConditionDefinition[] {
  const states = conditionsOf(world)
    .filter(({ subject }) => !ofUpdates.has(subject))
    .map((one) => ({ ...one, operators: one.operators.filter(({ value }) => !changes.test(value)) }));
  return [...states, ...timeFields.map(timeCondition)];
}

export const automationActions = (world: World): ActionDefinition[] =>
  actionsOf(world).map((one) =>
    one.values ? { ...one, values: one.values.filter(({ value }) => value !== 'current_user') } : one,
  );

const timeCondition = (subject: string): ConditionDefinition => ({
  title: subject,
  subject,
  type: 'hours',
  group: 'time',
  nullable: false,
  repeatable: false,
  operators: timeOperators.map((value) => ({ value, title: value, terminal: false })),
});
