/** What an automation is to be, read from what was sent. */
import { isTimeField } from '../rules/timeConditions.ts';
import type { Automation, Condition } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { automationActions, automationConditions } from './automationDefinitions.ts';
import { booleanOr, type Fields, isFields } from './body.ts';
import { readActions, readConditionList, readTitle, refuse } from './ruleInput.ts';

export interface AutomationInput extends Pick<Automation, 'title' | 'active' | 'conditions' | 'actions'> {
  /** As sent; absent leaves it as it is. */
  position?: number;
}

/**
 * `known`: the automation that is changed. Conditions and actions come together: whoever sends one of them sends
 * both, anything else stays as it is. `all` and `any` may stand beside the title as well.
 * @throws Refusal 422
 */
export function readAutomation(world: World, input: Fields, known?: Automation): AutomationInput {
  const isKept = known && !['conditions', 'all', 'any', 'actions'].some((name) => input[name] !== undefined);
  return {
    title: readTitle(input.title === undefined && known ? known.title : input.title),
    active: booleanOr(input.active, known?.active ?? true),
    conditions: isKept ? known.conditions : readConditions(world, input),
    actions: isKept ? known.actions : readActions(automationActions(world), input.actions),
    ...(typeof input.position === 'number' && { position: input.position }),
  };
}

function readConditions(world: World, input: Fields): Automation['conditions'] {
  const { all, any } = isFields(input.conditions) ? input.conditions : input;
  const known = automationConditions(world);
  const read = { all: readConditionList(known, all), any: readConditionList(known, any) };
  for (const condition of [...read.all, ...read.any]) checkHours(condition);
  return read;
}

function checkHours({ field, value }: Condition): void {
  if (!isTimeField(field) || /^\d{1,5}$/.test(String(value))) return;
  throw refuse('conditions', `Conditions: '${field}' counts whole hours, '${String(value)}' is none`);
}
