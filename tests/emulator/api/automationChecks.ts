/** Zendesk's own terms for an automation as a whole: it looks at time, it ends itself, it is no copy. */
import { nullifies } from '../rules/nullifies.ts';
import { isTimeField } from '../rules/timeConditions.ts';
import type { World } from '../world/world.ts';
import type { AutomationInput } from './automationInput.ts';
import { refuse } from './ruleInput.ts';

const largest = 65 * 1024;
const mostActive = 500;
const narrowing = ['status', 'type', 'group_id', 'assignee_id', 'requester_id'];

/** `id`: the automation that is changed, which may be like itself. @throws Refusal 422 */
export function refuseUnfit(world: World, input: AutomationInput, id: number | null): void {
  const { all, any } = input.conditions;
  if (!all.some(({ field }) => isTimeField(field)))
    throw refuse('conditions', 'Conditions: at least one time-based condition is required in "all"');
  if (any.some(({ field }) => isTimeField(field)))
    throw refuse('conditions', 'Conditions: time-based conditions are not allowed in "any"');
  if (!all.some(({ field }) => narrowing.includes(field)))
    throw refuse('conditions', `Conditions: at least one of ${narrowing.join(', ')} is required in "all"`);
  if (!nullifies(world, input))
    throw refuse(
      'base',
      'Automation must have a condition that is true only once or an action that nullifies at least one of its conditions',
    );
  if (JSON.stringify(input).length >= largest) throw refuse('base', 'Automation must be smaller than 65 KB');
  if (input.active) refuseCrowd(world, input, id);
}

function refuseCrowd(world: World, input: AutomationInput, id: number | null): void {
  const others = world.automations.filter((one) => one.active && one.id !== id);
  if (others.length >= mostActive) throw refuse('base', `Only ${mostActive} automations can be active`);
  const own = contentOf(input);
  const twin = others.find((one) => contentOf(one) === own);
  if (twin) throw refuse('base', `Automation is identical to '${twin.title}'`);
}

const contentOf = ({ conditions, actions }: Pick<AutomationInput, 'conditions' | 'actions'>) =>
  JSON.stringify([conditions, actions]);
