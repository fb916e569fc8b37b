/**
 * What triggers may test on this account. Subjects and operators as in recorded answers of
 * `GET /triggers/definitions`; `satisfaction_score` is there only while the account has CSAT.
 */
import { officeOf } from '../world/businessTime.ts';
import type { TicketField } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { type ConditionDefinition, definition, type Row } from './triggerSubjects.ts';
import {
  customFields,
  groupsOf,
  kindOf,
  optionsOf,
  peopleOf,
  priorities,
  schedulesOf,
  scores,
  statuses,
  titled,
  types,
} from './triggerValues.ts';

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
    ...(officeOf(world) ? officeRows(world) : []),
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

/** Only where the account has schedules. */
const officeRows = (world: World): Row[] => [
  {
    subject: 'in_business_hours',
    title: 'Within business hours?',
    operators: ['is'],
    group: 'other',
    values: titled({ true: 'Yes', false: 'No' }),
  },
  {
    subject: 'on_holiday',
    title: 'On a holiday?',
    operators: ['is'],
    group: 'other',
    values: titled({ true: 'Yes', false: 'No' }),
  },
  {
    subject: 'within_schedule',
    title: 'Within (schedule)',
    operators: equality,
    group: 'other',
    values: schedulesOf(world),
  },
];

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
