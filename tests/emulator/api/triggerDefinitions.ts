/**
 * What triggers may test and do on this account. Subjects and operators as in recorded answers of
 * `GET /triggers/definitions`; `satisfaction_score` is there only while the account has CSAT.
 */
import type { TicketField } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import {
  customFields,
  groupsOf,
  kindOf,
  optionsOf,
  peopleOf,
  priorities,
  scores,
  statuses,
  titled,
  types,
  type Value,
} from './triggerValues.ts';

interface ActionDefinition {
  title: string;
  subject: string;
  type: string;
  group: string;
  nullable: boolean;
  repeatable: boolean;
  values?: Value[];
}

type ConditionDefinition = ActionDefinition & {
  operators: { value: string; title: string; terminal: boolean }[];
};

const operatorTitles: Record<string, string> = {
  is: 'Is',
  is_not: 'Is not',
  less_than: 'Less than',
  greater_than: 'Greater than',
  includes: 'Contains at least one of the following',
  not_includes: 'Contains none of the following',
  present: 'Present',
  not_present: 'Not present',
  changed: 'Changed',
  value: 'Changed to',
  value_previous: 'Changed from',
  not_changed: 'Not changed',
  not_value: 'Not changed to',
  not_value_previous: 'Not changed from',
};
const terminal = new Set(['present', 'not_present', 'changed', 'not_changed']);

const equality = ['is', 'is_not'];
const change = ['changed', 'value', 'value_previous', 'not_changed', 'not_value', 'not_value_previous'];
const order = ['less_than', 'greater_than'];
const membership = ['includes', 'not_includes'];
const presence = ['present', 'not_present'];

interface Row {
  subject: string;
  title: string;
  operators: string[];
  type?: string;
  group?: string;
  values?: Value[];
}

/** Every condition subject of this account, with its operators. */
export function conditionsOf(world: World): ConditionDefinition[] {
  const rows: Row[] = [
    { subject: 'status', title: 'Status', operators: [...equality, ...order, ...change], values: statuses },
    {
      subject: 'priority',
      title: 'Priority',
      operators: [...equality, ...order, ...change],
      values: priorities,
    },
    { subject: 'type', title: 'Type', operators: [...equality, ...change], values: types },
    { subject: 'group_id', title: 'Group', operators: [...equality, ...change], values: groupsOf(world) },
    {
      subject: 'assignee_id',
      title: 'Assignee',
      operators: [...equality, ...change],
      values: peopleOf(world),
    },
    {
      subject: 'requester_id',
      title: 'Requester',
      operators: [...equality, ...change],
      type: 'autocomplete',
    },
    { subject: 'organization_id', title: 'Organization', operators: equality, type: 'autocomplete' },
    { subject: 'brand_id', title: 'Brand', operators: [...equality, ...change], type: 'autocomplete' },
    { subject: 'ticket_form_id', title: 'Form', operators: [...equality, ...change], type: 'autocomplete' },
    { subject: 'current_tags', title: 'Tags', operators: membership, type: 'tags' },
    {
      subject: 'subject_includes_word',
      title: 'Subject text',
      operators: [...membership, ...equality],
      type: 'text',
    },
    {
      subject: 'comment_includes_word',
      title: 'Comment text',
      operators: [...membership, ...equality],
      type: 'text',
    },
    {
      subject: 'comment_is_public',
      title: 'Comment',
      operators: ['is'],
      values: titled({
        true: 'Public',
        false: 'Private',
        not_relevant: 'Present (public or private)',
        requester_can_see_comment: 'Present, and requester can see the comment',
      }),
    },
    { subject: 'via_id', title: 'Channel', operators: equality, type: 'list' },
    { subject: 'current_via_id', title: 'Update via', operators: equality, type: 'list' },
    {
      subject: 'update_type',
      title: 'Ticket',
      operators: ['is'],
      values: titled({ Create: 'Created', Change: 'Updated' }),
    },
    {
      subject: 'role',
      title: 'Current user',
      operators: equality,
      group: 'other',
      values: [...titled({ agent: '(agent)', end_user: '(end user)' }), ...peopleOf(world)],
    },
    {
      subject: 'in_business_hours',
      title: 'Within business hours?',
      operators: ['is'],
      group: 'other',
      values: titled({ true: 'Yes', false: 'No' }),
    },
    ...(world.csat === 'none'
      ? []
      : [
          {
            subject: 'satisfaction_score',
            title: 'Satisfaction',
            operators: [...equality, ...order, ...change],
            values: scores,
          },
        ]),
    ...customFields(world).map(conditionOfField),
  ];
  return rows.map((row) => ({
    ...definition(row),
    operators: row.operators.map((value) => ({
      value,
      title: operatorTitles[value] ?? value,
      terminal: terminal.has(value),
    })),
  }));
}

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

function definition({ subject, title, type, group, values }: Omit<Row, 'operators'>): ActionDefinition {
  return {
    title,
    subject,
    type: type ?? 'list',
    group: group ?? 'ticket',
    nullable: false,
    repeatable: subject.startsWith('notification_') || subject.endsWith('_tags'),
    ...(values && { values }),
  };
}

function conditionOfField(field: TicketField): Row {
  const operators: Record<string, string[]> = {
    tagger: [...membership, ...presence, ...equality, ...change],
    multiselect: [...membership, ...presence],
    checkbox: equality,
    integer: [...equality, ...order, ...presence],
    decimal: [...equality, ...order, ...presence],
    date: [...equality, ...order, ...presence],
  };
  const values = optionsOf(field);
  return {
    subject: `custom_fields_${field.id}`,
    title: field.title,
    operators: operators[field.type] ?? presence,
    type: kindOf(field.type),
    ...(values && { values }),
  };
}
