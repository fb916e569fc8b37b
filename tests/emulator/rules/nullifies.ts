/** Whether an automation ends itself, so that it does not do the same to the same ticket every hour. */
import { blankTicket } from '../world/blankTicket.ts';
import type { Action, Audit, Automation, Condition, Ticket } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { meets } from './conditions.ts';
import { customFieldId } from './context.ts';
import { isTimeField } from './timeConditions.ts';

/** An hour that is reached once, or an action after which one of `all` (or none of `any`) holds any more. */
export function nullifies(world: World, { conditions, actions }: Pick<Automation, 'conditions' | 'actions'>) {
  const isEnded = (condition: Condition) => actions.some((action) => ends(world, action, condition));
  const { all, any } = conditions;
  return all.some((one) => isOnce(one) || isEnded(one)) || (any.length > 0 && any.every(isEnded));
}

const isOnce = ({ field, operator }: Condition) =>
  isTimeField(field) && (operator === 'is' || operator === 'is_business_hours');

/** Asks the condition itself about a ticket of which only what the action says is known. */
function ends(world: World, action: Action, condition: Condition): boolean {
  const after = ticketAfter(world, action, condition);
  if (after === null) return false;
  const audit: Audit = { id: 0, author_id: -1, created_at: 0, channel: 'rule', events: [], metadata: {} };
  return !meets({ world, ticket: after, audit, kind: 'Change' }, condition);
}

/** `null` where the action leaves the condition's field alone. */
function ticketAfter(world: World, { field, value }: Action, condition: Condition): Ticket | null {
  const input = { subject: '', requester_id: 0 };
  const ticket = blankTicket(world, { ...input, id: 0 }, { authorId: -1, channel: 'rule' }, 0);
  const tags = tagsAfter({ field, value }, condition);
  if (condition.field === 'current_tags') return tags && { ...ticket, tags };
  if (field !== condition.field) return null;
  const custom = customFieldId(field);
  if (custom !== null) return { ...ticket, custom_fields: { [custom]: value } };
  if (field === 'satisfaction_score')
    return { ...ticket, rating: { ...ticket.rating, score: value as Ticket['rating']['score'] } };
  return { ...ticket, [field]: value };
}

/** The tags that are sure to be there as far as the condition asks; `null` where the action is silent about them. */
function tagsAfter({ field, value }: Action, { operator, value: wanted }: Condition): string[] | null {
  const given = words(value);
  if (field === 'set_tags') return given;
  if (operator === 'includes') {
    return field === 'remove_tags' ? words(wanted).filter((tag) => !given.includes(tag)) : null;
  }
  const isAdding = field === 'current_tags' || customFieldId(field) !== null;
  return isAdding ? given : null;
}

const words = (value: unknown): string[] => String(value ?? '').match(/\S+/g) ?? [];
