/** What may be chosen in triggers: the account's groups, people, field options and Zendesk's own lists. */
import type { TicketField } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { conditional } from './webhookInput.ts';

export interface Value {
  value: string;
  title: string;
  enabled: boolean;
}

export const titled = (titles: Record<string, string>): Value[] =>
  Object.entries(titles).map(([value, title]) => ({ value, title, enabled: true }));

export const statuses = titled({
  new: 'New',
  open: 'Open',
  pending: 'Pending',
  hold: 'On-hold',
  solved: 'Solved',
  closed: 'Closed',
});
export const priorities = titled({ low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' });
export const types = titled({ question: 'Question', incident: 'Incident', problem: 'Problem', task: 'Task' });
export const scores = titled({
  unoffered: 'Unoffered',
  offered: 'Offered',
  bad: 'Bad',
  bad_with_comment: 'Bad with comment',
  good: 'Good',
  good_with_comment: 'Good with comment',
});

export const groupsOf = (world: World): Value[] =>
  world.groups
    .filter((group) => !group.deleted)
    .map(({ id, name }) => ({ value: String(id), title: name, enabled: true }));

/** Active webhooks that rules may call; those subscribed to events are none. */
export const webhooksOf = (world: World): Value[] =>
  world.webhooks
    .filter(({ status, subscriptions }) => status === 'active' && subscriptions.includes(conditional))
    .map(({ id, name }) => ({ value: id, title: name, enabled: true }));

export const schedulesOf = (world: World): Value[] =>
  [...world.schedules.values()].map(({ id, name }) => ({ value: String(id), title: name, enabled: true }));

/** Everybody who is in a group: the account's customers are never looked at, there may be a million. */
export function peopleOf(world: World): Value[] {
  const ids = new Set([...world.memberships.values()].map((membership) => membership.user_id));
  return [...ids].flatMap((id) => {
    const user = world.users.get(id);
    return user?.active ? [{ value: String(id), title: user.name, enabled: true }] : [];
  });
}

const custom = new Set([
  'text',
  'textarea',
  'checkbox',
  'date',
  'integer',
  'decimal',
  'regexp',
  'multiselect',
  'tagger',
  'lookup',
]);
export const customFields = (world: World): TicketField[] =>
  world.ticketFields.filter((field) => field.removable && custom.has(field.type));

export function optionsOf({
  type,
  custom_field_options,
}: Pick<TicketField, 'type' | 'custom_field_options'>): Value[] | undefined {
  if (type === 'checkbox') return titled({ true: 'Checked', false: 'Unchecked' });
  if (type !== 'tagger' && type !== 'multiselect') return undefined;
  return [
    { value: '__NULL__', title: '-', enabled: true },
    ...custom_field_options.map(({ name, value }) => ({ value, title: name, enabled: true })),
  ];
}

export const kindOf = (type: string) =>
  ['tagger', 'multiselect', 'checkbox'].includes(type) ? 'list' : type;
