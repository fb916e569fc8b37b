/** Whether a trigger can be kept as it was sent. */
import type { Trigger } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { type Fields, isFields } from './body.ts';
import { readActions, readConditionList, readTitle, refuse } from './ruleInput.ts';
import { actionsOf } from './triggerActions.ts';
import { conditionsOf } from './triggerConditions.ts';

export type TriggerInput = Pick<
  Trigger,
  'title' | 'description' | 'active' | 'category_id' | 'conditions' | 'actions'
>;

/** `known`: the trigger that is changed; members `input` leaves out stay as they are. Refuses with 422. */
export function readTrigger(world: World, input: Fields, known?: Trigger): TriggerInput {
  const conditions = input.conditions === undefined && known ? known.conditions : input.conditions;
  const actions = input.actions === undefined && known ? known.actions : input.actions;
  return {
    title: readTitle(input.title === undefined && known ? known.title : input.title),
    description: typeof input.description === 'string' ? input.description : (known?.description ?? null),
    active: typeof input.active === 'boolean' ? input.active : (known?.active ?? true),
    category_id: String(input.category_id ?? known?.category_id ?? '1'),
    conditions: readConditions(world, conditions),
    actions: readActions(actionsOf(world), actions),
  };
}

function readConditions(world: World, input: unknown): Trigger['conditions'] {
  const { all, any } = isFields(input) ? input : {};
  const known = conditionsOf(world);
  const read = { all: readConditionList(known, all), any: readConditionList(known, any) };
  if (read.all.length + read.any.length > 0) return read;
  throw refuse('conditions', 'Conditions: at least one condition is required', 'BlankValue');
}
