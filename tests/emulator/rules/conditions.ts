/** Whether a rule's conditions hold for a ticket: the fields and operators Zendesk offers in triggers. */
import { isHoliday, isOpen, officeOf } from '../world/businessTime.ts';
import type { Condition, Trigger } from '../world/entities.ts';
import { changeOf, customFieldId, emptyValue, fieldValue, type RuleContext } from './context.ts';

/** All of `all`, and at least one of `any` unless `any` is empty. */
export function holds(context: RuleContext, conditions: Trigger['conditions']): boolean {
  const isMet = (condition: Condition) => meets(context, condition);
  return conditions.all.every(isMet) && (conditions.any.length === 0 || conditions.any.some(isMet));
}

/** An unknown field or operator never holds, so that a rule made for something else stays quiet. */
export function meets(context: RuleContext, condition: Condition): boolean {
  const special = specialFields[condition.field];
  if (special) return special(context, condition);
  const current = fieldValue(context.ticket, condition.field);
  const wanted = resolve(context, condition);
  switch (condition.operator) {
    case 'is':
      return same(current, wanted);
    case 'is_not':
      return !same(current, wanted);
    case 'present':
      return !isEmpty(current);
    case 'not_present':
      return isEmpty(current);
    case 'includes':
      return includes(current, wanted);
    case 'not_includes':
      return !includes(current, wanted);
    case 'less_than':
      return compare(condition.field, current, wanted) < 0;
    case 'greater_than':
      return compare(condition.field, current, wanted) > 0;
    default:
      return meetsChange(context, condition, wanted);
  }
}

function meetsChange(context: RuleContext, condition: Condition, wanted: unknown): boolean {
  const change = changeOf(context.audit, condition.field);
  switch (condition.operator) {
    case 'changed':
      return change !== null;
    case 'not_changed':
      return change === null;
    case 'value':
      return change !== null && same(change.to, wanted);
    case 'not_value':
      return !(change !== null && same(change.to, wanted));
    case 'value_previous':
      return change !== null && same(change.from, wanted);
    case 'not_value_previous':
      return !(change !== null && same(change.from, wanted));
    default:
      return false;
  }
}

type Special = (context: RuleContext, condition: Condition) => boolean;

const specialFields: Record<string, Special> = {
  update_type: ({ kind }, { operator, value }) => negateIf(operator, 'is_not', kind === value),
  current_tags: (context, { operator, value }) => {
    const hasOne = words(value).some((tag) => context.ticket.tags.includes(tag));
    if (operator === 'includes') return hasOne;
    return operator === 'not_includes' && !hasOne;
  },
  satisfaction_score: (context, condition) => meetsRating(context, condition),
  role: (context, { operator, value }) => {
    const author = context.world.users.get(context.audit.author_id);
    const isEndUser = author?.role === 'end-user';
    const isIt =
      value === 'end_user'
        ? isEndUser
        : value === 'agent'
          ? !isEndUser
          : same(context.audit.author_id, value);
    return negateIf(operator, 'is_not', isIt);
  },
  comment_is_public: (context, { value }) => {
    const comment = commentOf(context);
    if (value === 'not_relevant') return comment !== undefined;
    if (!comment) return false;
    const isPublic = comment.public === true;
    return value === 'requester_can_see_comment' || value === true || value === 'true' ? isPublic : !isPublic;
  },
  comment_includes_word: (context, { operator, value }) =>
    meetsText(String(commentOf(context)?.body ?? ''), operator, value),
  subject_includes_word: (context, { operator, value }) => meetsText(context.ticket.subject, operator, value),
  in_business_hours: (context, { value }) => meetsOffice(context, value, isOpen),
  on_holiday: (context, { value }) => meetsOffice(context, value, isHoliday),
  within_schedule: ({ world, audit }, { operator, value }) => {
    const schedule = officeOf(world) && world.schedules.get(Number(value));
    return !!schedule && negateIf(operator, 'is_not', isOpen(schedule, audit.created_at));
  },
};

/** In the account's first schedule, at the time of the change; never on an account without one. */
function meetsOffice({ world, audit }: RuleContext, value: unknown, isSo: typeof isOpen): boolean {
  const office = officeOf(world);
  return !!office && String(isSo(office, audit.created_at)) === String(value);
}

const ratingOrder = ['unoffered', 'offered', 'bad', 'bad_with_comment', 'good', 'good_with_comment'];

/** `bad` holds with and without a comment; `bad_with_comment` only with one. */
function meetsRating(context: RuleContext, { operator, value }: Condition): boolean {
  const { score, comment } = context.ticket.rating;
  const wanted = String(value).replace(/^(good|bad)withcomment$/, '$1_with_comment');
  const detailed = comment && (score === 'good' || score === 'bad') ? `${score}_with_comment` : score;
  const isIt = wanted === score || wanted === detailed;
  if (operator === 'is') return isIt;
  if (operator === 'is_not') return !isIt;
  if (operator === 'less_than') return ratingOrder.indexOf(detailed) < ratingOrder.indexOf(wanted);
  if (operator === 'greater_than') return ratingOrder.indexOf(detailed) > ratingOrder.indexOf(wanted);
  return meetsChange(context, { field: 'satisfaction_score', operator }, wanted.replace('_with_comment', ''));
}

function commentOf({ audit }: RuleContext): Record<string, unknown> | undefined {
  return audit.events.find((event) => event.type === 'Comment' || event.type === 'VoiceComment');
}

/** `includes`/`not_includes` look for any of the words, `is`/`is_not` for the whole string, as in Zendesk. */
function meetsText(text: string, operator: string, value: unknown): boolean {
  const given = text.toLowerCase();
  const isWord = words(value).some((word) => given.includes(word.toLowerCase()));
  const isString = given.includes(String(value ?? '').toLowerCase());
  switch (operator) {
    case 'includes':
      return isWord;
    case 'not_includes':
      return !isWord;
    case 'is':
      return isString;
    case 'is_not':
      return !isString;
    default:
      return false;
  }
}

/** `current_user`, `requester_id` and the like name people by their part in the ticket. */
function resolve({ ticket, audit }: RuleContext, { field, value }: Condition): unknown {
  if (!/^(assignee_id|requester_id)$/.test(field)) return value;
  if (value === 'current_user') return audit.author_id;
  if (value === 'requester_id') return ticket.requester_id;
  if (value === 'assignee_id') return ticket.assignee_id;
  return value;
}

const ranks: Record<string, string[]> = {
  status: ['new', 'open', 'pending', 'hold', 'solved', 'closed'],
  priority: ['low', 'normal', 'high', 'urgent'],
};

/** NaN, which is neither less nor greater, when either side has no place in the order. */
function compare(field: string, current: unknown, wanted: unknown): number {
  const order = ranks[field];
  if (order) {
    if (field === 'priority' && isEmpty(current)) return -1;
    const [a, b] = [order.indexOf(String(current)), order.indexOf(String(wanted))];
    return a < 0 || b < 0 ? Number.NaN : a - b;
  }
  if (isEmpty(current) || customFieldId(field) === null) return Number.NaN;
  return Number(current) - Number(wanted);
}

function includes(current: unknown, wanted: unknown): boolean {
  const values = Array.isArray(current) ? current : [current];
  const wantedValues = Array.isArray(wanted) ? wanted : [wanted];
  return wantedValues.some((one) => values.some((value) => same(value, one)));
}

function same(current: unknown, wanted: unknown): boolean {
  if (isEmpty(current) || isEmpty(wanted)) return isEmpty(current) && isEmpty(wanted);
  return String(current) === String(wanted);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || value === emptyValue;
}

const words = (value: unknown): string[] => (String(value ?? '').match(/\S+/g) ?? []) as string[];
const negateIf = (operator: string, negative: string, isIt: boolean) =>
  operator === negative ? !isIt : isIt;
