/** What views may test, and the columns they show. Source: the pages "Views" and "Conditions reference". */
import { customFieldId } from '../rules/context.ts';
import { timeFields, timeOperators } from '../rules/timeConditions.ts';
import type { World } from '../world/world.ts';
import { conditionsOf } from './triggerConditions.ts';
import type { ConditionDefinition } from './triggerSubjects.ts';
import { titled } from './triggerValues.ts';

/** Subjects that speak of an update, which a view does not see. */
const ofUpdates = [
  'update_type',
  'comment_is_public',
  'comment_includes_word',
  'subject_includes_word',
  'current_via_id',
  'role',
  'in_business_hours',
];
const ofNow = [
  'is',
  'is_not',
  'less_than',
  'greater_than',
  'includes',
  'not_includes',
  'present',
  'not_present',
];

/** Values that stand for whoever looks. */
const ofViewer: Record<string, Record<string, string>> = {
  assignee_id: { current_user: '(current user)', requester_id: '(requester)' },
  group_id: { current_groups: '(current user’s groups)' },
};

/** Of these one must stand in `all`. */
export const anchors = ['status', 'type', 'group_id', 'assignee_id', 'requester_id'];

export function viewConditionsOf(world: World): ConditionDefinition[] {
  const rows = conditionsOf(world).filter(
    ({ subject }) => !ofUpdates.includes(subject) && isForViews(world, subject),
  );
  return [...rows.map(asOfNow), ...hours()];
}

const fieldTypes = ['tagger', 'multiselect', 'date', 'lookup'];

/** Texts and numbers of the account's own fields are for triggers alone; a checkbox needs a tag. */
function isForViews(world: World, subject: string): boolean {
  const id = customFieldId(subject);
  const field = id === null ? undefined : world.ticketFields.get(id);
  return !field || fieldTypes.includes(field.type) || (field.type === 'checkbox' && field.tag !== null);
}

function asOfNow(row: ConditionDefinition): ConditionDefinition {
  const more = titled(ofViewer[row.subject] ?? {});
  return {
    ...row,
    operators: row.operators.filter(({ value }) => ofNow.includes(value)),
    ...(row.values && { values: [...row.values, ...more] }),
  };
}

function hours(): ConditionDefinition[] {
  const operators = timeOperators.map((value) => ({
    value,
    title: value.replaceAll('_', ' '),
    terminal: false,
  }));
  return timeFields.map((subject) => ({
    subject,
    title: `Hours since ${subject.toLowerCase().replace(/_/g, ' ')}`,
    type: 'text',
    group: 'ticket',
    nullable: false,
    repeatable: false,
    operators,
  }));
}

/** Columns of the workspace's lists, by their value. */
export const columnTitles: Record<string, string> = {
  assigned: 'Assigned',
  assignee: 'Assignee',
  due_date: 'Due date',
  group: 'Group',
  nice_id: 'ID',
  updated: 'Updated',
  updated_assignee: 'Assignee updated',
  updated_requester: 'Requester updated',
  updated_by_type: 'Updater',
  organization: 'Organization',
  priority: 'Priority',
  created: 'Requested',
  requester: 'Requester',
  locale_id: 'Requester language',
  satisfaction_score: 'Satisfaction',
  solved: 'Solved',
  status: 'Status',
  description: 'Subject',
  submitter: 'Submitter',
  ticket_form: 'Ticket form',
  type: 'Type',
  brand: 'Brand',
  custom_status_id: 'Ticket status',
};

/** Columns a list can be neither sorted nor grouped by. */
export const unsortable = ['description', 'submitter', 'custom_status_id'];
