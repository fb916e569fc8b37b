/** What triggers may do on this account; `satisfaction_score` is there only while the account has CSAT. */
import type { World } from '../world/world.ts';
import { type ActionDefinition, definition, type Row } from './triggerSubjects.ts';
import {
  customFields,
  groupsOf,
  kindOf,
  optionsOf,
  peopleOf,
  priorities,
  statuses,
  titled,
  types,
  type Value,
  webhooksOf,
} from './triggerValues.ts';

/** Every action subject of this account. */
export function actionsOf(world: World): ActionDefinition[] {
  const part = (title: string, value: string): Value => ({ title, value, enabled: true });
  const parts = [
    part('(current user)', 'current_user'),
    part('(requester)', 'requester_id'),
    part('(assignee)', 'assignee_id'),
  ];
  const rows: Omit<Row, 'operators'>[] = [
    { subject: 'status', title: 'Status', values: statuses.filter(({ value }) => value !== 'new') },
    { subject: 'priority', title: 'Priority', values: priorities },
    { subject: 'type', title: 'Type', values: types },
    { subject: 'group_id', title: 'Group', values: groupsOf(world) },
    { subject: 'assignee_id', title: 'Assignee', values: [...parts, ...peopleOf(world)] },
    { subject: 'set_tags', title: 'Set tags', type: 'tags' },
    { subject: 'current_tags', title: 'Add tags', type: 'tags' },
    { subject: 'remove_tags', title: 'Remove tags', type: 'tags' },
    { subject: 'follower', title: 'Add follower', values: [...parts.slice(0, 1), ...peopleOf(world)] },
    {
      subject: 'notification_user',
      title: 'User email',
      type: 'multiline_text_with_subject',
      group: 'notification',
      values: [
        ...parts,
        part('(requester and CCs)', 'requester_and_ccs'),
        part('(all agents)', 'all_agents'),
        ...peopleOf(world),
      ],
    },
    {
      subject: 'notification_group',
      title: 'Group email',
      type: 'multiline_text_with_subject',
      group: 'notification',
      values: [part('(assigned group)', 'group_id'), ...groupsOf(world)],
    },
    {
      subject: 'notification_webhook',
      title: 'Notify active webhook',
      type: 'webhook',
      group: 'notification',
      values: webhooksOf(world),
    },
    { subject: 'notification_target', title: 'Notify target', type: 'target', group: 'notification' },
    {
      subject: 'notification_messaging_csat',
      title: 'Send a messaging survey',
      type: 'list',
      group: 'notification',
    },
    ...(world.csat === 'none'
      ? []
      : [
          {
            subject: 'satisfaction_score',
            title: 'Satisfaction',
            values: titled({ offered: 'Offered to requester' }),
          },
        ]),
    ...customFields(world).map(({ id, title, ...field }) => ({
      subject: `custom_fields_${id}`,
      title,
      type: kindOf(field.type),
      ...(optionsOf(field) && { values: optionsOf(field) }),
    })),
  ];
  return rows.map(definition);
}
