import { beforeEach, describe, expect, it } from 'vitest';
import { usesOf } from '../../rules/usage.ts';
import { changeTicket, createTicket } from '../../world/changeTicket.ts';
import { createWorld } from '../../world/createWorld.ts';
import type { Action, Condition } from '../../world/entities.ts';
import { groupIds, makeUser, personas } from '../../world/people.ts';
import { scheduleIds } from '../../world/schedules.ts';
import type { World } from '../../world/world.ts';

const hour = 3_600_000;
const customer = 361_000_900_001;
const agent = { authorId: personas.agent, channel: 'web' };
let world: World;
let id: number;

beforeEach(() => {
  world = createWorld({ hasStory: false });
  for (const trigger of [...world.triggers.values()]) world.triggers.remove(trigger.id);
  world.users.put(makeUser({ id: customer, name: 'Ada Okafor', email: 'ada@customers.example' }));
  const { ticket } = createTicket(
    world,
    { subject: 'Sign-in', requester_id: customer, group_id: groupIds.technical, assignee_id: personas.agent },
    { authorId: customer, channel: 'email' },
  );
  id = ticket.id;
  world.outbox.length = 0;
});

function trigger(all: Condition[], actions: Action[]): void {
  world.triggers.put({
    id: world.nextId('trigger'),
    title: 'Rule',
    description: null,
    active: true,
    position: 1,
    category_id: '1',
    conditions: { all, any: [] },
    actions,
    created_at: 0,
    updated_at: 0,
  });
}
const ticket = () => world.tickets.get(id);
const change = (what: Parameters<typeof changeTicket>[2]) => changeTicket(world, id, what, agent);
const asked = (condition: Condition): boolean => {
  trigger([condition], [{ field: 'current_tags', value: 'met' }]);
  change({ addTags: ['go'] });
  return ticket()?.tags.includes('met') ?? false;
};

describe('a trigger that asks for the time', () => {
  // It is Wednesday, 10:12 in the office.
  it.each<[string, number, Condition, boolean]>([
    ['in hours', 0, { field: 'in_business_hours', operator: 'is', value: 'true' }, true],
    ['in hours', 0, { field: 'in_business_hours', operator: 'is', value: false }, false],
    ['at night', 12, { field: 'in_business_hours', operator: 'is', value: 'true' }, false],
    ['at night', 12, { field: 'in_business_hours', operator: 'is', value: 'false' }, true],
    ['at night', 12, { field: 'within_schedule', operator: 'is', value: scheduleIds.office }, false],
    ['at night', 12, { field: 'within_schedule', operator: 'is_not', value: scheduleIds.office }, true],
    ['at night', 12, { field: 'within_schedule', operator: 'is', value: scheduleIds.always }, true],
    ['on a holiday', 192, { field: 'in_business_hours', operator: 'is', value: 'true' }, false],
    ['on a holiday', 192, { field: 'on_holiday', operator: 'is', value: 'true' }, true],
    ['the day before it', 168, { field: 'on_holiday', operator: 'is', value: 'true' }, false],
  ])('%s, %i hours on: %j is %s', (_when, hours, condition, expected) => {
    world.advance(hours * hour);
    expect(asked(condition)).toBe(expected);
  });

  it('is never met on an account without business hours', () => {
    world.plan = 'suite_team';
    expect(asked({ field: 'in_business_hours', operator: 'is', value: 'true' })).toBe(false);
    expect(asked({ field: 'in_business_hours', operator: 'is', value: 'false' })).toBe(false);
  });
});

describe('a trigger that offers the survey', () => {
  const offer: Action = { field: 'satisfaction_score', value: 'offered' };
  beforeEach(() => trigger([{ field: 'status', operator: 'value', value: 'solved' }], [offer]));

  it('does so at once, with a mail to the customer', () => {
    change({ status: 'solved' });
    expect(ticket()?.rating).toMatchObject({ score: 'offered', offered_at: world.now() });
    expect(world.outbox).toMatchObject([{ sentBy: 'survey', to: { email: 'ada@customers.example' } }]);
    expect(world.outbox[0]?.survey?.ticketId).toBe(id);
  });

  it('does so once: not again when it is solved again, nor an hour or a day later', () => {
    change({ status: 'solved' });
    change({ status: 'open' });
    change({ status: 'solved' });
    world.advance(48 * hour);
    expect(world.outbox).toHaveLength(1);
  });
});

describe('how often a trigger ran', () => {
  it('is counted on the world’s clock', () => {
    trigger(
      [{ field: 'update_type', operator: 'is', value: 'Change' }],
      [{ field: 'priority', value: 'low' }],
    );
    const [rule = 0] = world.triggers.keys();
    const uses = () =>
      (['usage_1h', 'usage_24h', 'usage_7d', 'usage_30d'] as const).map((span) =>
        usesOf(world, 'trigger', rule, span),
      );
    change({ addTags: ['a'] });
    change({ addTags: ['b'] });
    world.advance(2 * hour);
    change({ addTags: ['c'] });
    expect(uses()).toEqual([1, 3, 3, 3]);
    world.advance(24 * hour);
    expect(uses()).toEqual([0, 0, 3, 3]);
    world.advance(40 * 24 * hour);
    expect(uses()).toEqual([0, 0, 0, 0]);
  });
});
