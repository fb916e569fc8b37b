import { describe, expect, it } from 'vitest';
import { meets } from '../../rules/conditions.ts';
import type { RuleContext } from '../../rules/context.ts';
import { createTicket } from '../../world/changeTicket.ts';
import { createWorld } from '../../world/createWorld.ts';
import { customerIds } from '../../world/customers.ts';
import type { Audit, Condition, Ticket } from '../../world/entities.ts';
import { fieldIds } from '../../world/fields.ts';
import { groupIds, personas } from '../../world/people.ts';

const world = createWorld();

function contextOf(
  change: Partial<Ticket>,
  events: Record<string, unknown>[] = [],
  kind: RuleContext['kind'] = 'Change',
): RuleContext {
  const by = { authorId: customerIds.tom, channel: 'email', isHistory: true };
  const input = {
    subject: 'Broken kettle lid',
    requester_id: customerIds.tom,
    comment: { body: 'Please help', public: true },
  };
  const { ticket } = createTicket(world, input, by);
  Object.assign(ticket, {
    status: 'open',
    priority: 'normal',
    group_id: groupIds.billing,
    assignee_id: personas.agent,
    tags: ['kettle', 'vip'],
    custom_fields: { [fieldIds.product]: 'product_home_hub' },
    ...change,
  });
  const audit = {
    id: 1,
    author_id: customerIds.tom,
    created_at: 0,
    channel: 'web',
    metadata: {},
    events,
  } as unknown as Audit;
  return { world, ticket, audit, kind };
}

const rated = (score: Ticket['rating']['score'], comment: string | null = null) => ({
  rating: {
    id: 1,
    score,
    comment,
    reason: null,
    reason_id: null,
    reason_code: null,
    offered_at: 0,
    created_at: 0,
    updated_at: 0,
  },
});
const changed = (field_name: string, previous_value: unknown, value: unknown) => ({
  id: 1,
  type: 'Change',
  field_name,
  previous_value,
  value,
});

type Row = [field: string, operator: string, value: unknown, isMet: boolean];
const check = (context: RuleContext, [field, operator, value]: Row) =>
  meets(context, { field, operator, value } as Condition);

describe('conditions on the ticket as it is', () => {
  const context = contextOf({});
  it.each<Row>([
    ['status', 'is', 'open', true],
    ['status', 'is_not', 'open', false],
    ['status', 'less_than', 'solved', true],
    ['status', 'less_than', 'open', false],
    ['status', 'greater_than', 'new', true],
    ['priority', 'less_than', 'high', true],
    ['priority', 'greater_than', 'urgent', false],
    ['group_id', 'is', String(groupIds.billing), true],
    ['group_id', 'is', groupIds.technical, false],
    ['assignee_id', 'is', 'requester_id', false],
    ['assignee_id', 'is', '', false],
    ['requester_id', 'is', 'current_user', true],
    ['organization_id', 'is', '', true],
    ['current_tags', 'includes', 'other vip', true],
    ['current_tags', 'includes', 'other', false],
    ['current_tags', 'not_includes', 'other more', true],
    ['current_tags', 'not_includes', 'other vip', false],
    [`custom_fields_${fieldIds.product}`, 'includes', 'product_home_hub', true],
    [`custom_fields_${fieldIds.product}`, 'not_includes', 'product_home_hub', false],
    [`custom_fields_${fieldIds.product}`, 'is', 'product_home_hub', true],
    [`custom_fields_${fieldIds.product}`, 'present', null, true],
    [`custom_fields_${fieldIds.orderNumber}`, 'present', null, false],
    [`custom_fields_${fieldIds.orderNumber}`, 'not_present', null, true],
    [`custom_fields_${fieldIds.intent}`, 'is', '__NULL__', true],
    ['subject_includes_word', 'includes', 'spoon kettle', true],
    ['subject_includes_word', 'is', 'kettle lid', true],
    ['subject_includes_word', 'not_includes', 'spoon', true],
    ['role', 'is', 'end_user', true],
    ['role', 'is', 'agent', false],
    ['role', 'is_not', 'agent', true],
    ['role', 'is', String(customerIds.tom), true],
    ['update_type', 'is', 'Change', true],
    ['update_type', 'is', 'Create', false],
    ['no_such_field', 'is', 'x', false],
    ['status', 'no_such_operator', 'open', false],
  ])('%s %s %j is %s', (...row) => {
    expect(check(context, row)).toBe(row[3]);
  });
});

describe('conditions on what just changed', () => {
  const context = contextOf({}, [
    changed('status', 'new', 'open'),
    changed('status', 'open', 'pending'),
    changed('tags', [], ['vip']),
  ]);
  it.each<Row>([
    ['status', 'changed', null, true],
    ['status', 'not_changed', null, false],
    ['status', 'value', 'pending', true],
    ['status', 'value', 'open', false],
    ['status', 'not_value', 'pending', false],
    ['status', 'value_previous', 'new', true],
    ['status', 'not_value_previous', 'new', false],
    ['priority', 'changed', null, false],
    ['priority', 'not_changed', null, true],
    ['current_tags', 'includes', 'vip', true],
  ])('%s %s %j is %s', (...row) => {
    expect(check(context, row)).toBe(row[3]);
  });
});

describe('conditions on the rating', () => {
  it.each<[Partial<Ticket>, Row]>([
    [rated('bad'), ['satisfaction_score', 'is', 'bad', true]],
    [rated('bad', 'Slow'), ['satisfaction_score', 'is', 'bad', true]],
    [rated('bad'), ['satisfaction_score', 'is', 'bad_with_comment', false]],
    [rated('bad', 'Slow'), ['satisfaction_score', 'is', 'badwithcomment', true]],
    [rated('good'), ['satisfaction_score', 'is_not', 'bad', true]],
    [rated('offered'), ['satisfaction_score', 'greater_than', 'unoffered', true]],
    [rated('offered'), ['satisfaction_score', 'less_than', 'bad', true]],
  ])('%j: %j', (change, row) => {
    expect(check(contextOf(change), row)).toBe(row[3]);
  });

  it('sees that the rating has just changed', () => {
    const context = contextOf(rated('bad'), [changed('satisfaction_score', 'offered', 'bad')]);
    expect(check(context, ['satisfaction_score', 'changed', null, true])).toBe(true);
    expect(check(context, ['satisfaction_score', 'value_previous', 'offered', true])).toBe(true);
    expect(check(contextOf(rated('bad')), ['satisfaction_score', 'changed', null, false])).toBe(false);
  });
});

describe('conditions on the comment', () => {
  const comment = (isPublic: boolean) => [
    { id: 1, type: 'Comment', public: isPublic, body: 'The lid broke again' },
  ];
  it.each<[Record<string, unknown>[], Row]>([
    [comment(true), ['comment_is_public', 'is', 'requester_can_see_comment', true]],
    [comment(false), ['comment_is_public', 'is', 'requester_can_see_comment', false]],
    [comment(false), ['comment_is_public', 'is', false, true]],
    [comment(false), ['comment_is_public', 'is', 'not_relevant', true]],
    [[], ['comment_is_public', 'is', 'not_relevant', false]],
    [[], ['comment_is_public', 'is', false, false]],
    [comment(true), ['comment_includes_word', 'includes', 'again', true]],
    [comment(true), ['comment_includes_word', 'is', 'lid again', false]],
  ])('%j: %j', (events, row) => {
    expect(check(contextOf({}, events), row)).toBe(row[3]);
  });
});
