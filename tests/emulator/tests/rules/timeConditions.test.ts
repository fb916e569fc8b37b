import { beforeEach, describe, expect, it } from 'vitest';
import { usesOf } from '../../rules/usage.ts';
import { offerRule } from '../../world/automations.ts';
import { changeTicket, type TicketChange } from '../../world/changeTicket.ts';
import type { Condition } from '../../world/entities.ts';
import { agentIds, personas } from '../../world/people.ts';
import { add, customer, openRules, type RulesDesk, since } from './rulesDesk.ts';

const [minute, hour] = [60_000, 3_600_000];

let desk: RulesDesk;
beforeEach(() => {
  desk = openRules();
});

describe('hours since', () => {
  /** In which hours after now, of the next 40, the condition held. */
  function hoursMet(condition: Condition): number[] {
    const rule = desk.automation(
      [condition],
      [{ field: 'notification_user', value: ['requester_id', 'x', 'x'] }],
    );
    const met: number[] = [];
    for (let run = 1; run <= 40; run += 1) {
      desk.world.advance(hour);
      if (usesOf(desk.world, 'automation', rule, 'usage_1h') > 0) met.push(run);
    }
    return met;
  }
  const from = (first: number, last = 40) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index);

  it.each([
    ['is', [6]],
    ['greater_than', from(6)],
    ['less_than', from(1, 5)],
  ])('created %s 5', (operator, expected) => {
    desk.ticket();
    expect(hoursMet(since('NEW', 5, operator))).toEqual(expected);
  });

  // The office is open for 7:48 more hours today, and from run 23 (08:00 UTC tomorrow) on.
  it.each([
    ['is_business_hours', [25]],
    ['greater_than_business_hours', from(25)],
    ['less_than_business_hours', from(1, 24)],
  ])('created %s 9', (operator, expected) => {
    desk.ticket();
    expect(hoursMet(since('NEW', 9, operator))).toEqual(expected);
  });

  it('in business hours never pass on an account without a schedule', () => {
    for (const schedule of [...desk.world.schedules.values()]) desk.world.schedules.remove(schedule.id);
    desk.ticket();
    expect(hoursMet(since('NEW', 1, 'less_than_business_hours'))).toEqual([]);
  });

  it.each<[string, TicketChange, string]>([
    ['the last time it waited', { status: 'pending' }, 'PENDING'],
    ['the last time it was open', { status: 'open' }, 'OPEN'],
    ['it was solved', { status: 'solved' }, 'SOLVED'],
    ['the assignment', { assignee_id: agentIds.mia }, 'assigned_at'],
    ['any update', { addTags: ['x'] }, 'updated_at'],
  ])('count from %s', (_what, moves, field) => {
    const id = desk.ticket({ status: 'hold' });
    desk.world.automations.remove(offerRule.id);
    desk.world.advance(3 * hour);
    desk.change(id, moves);
    desk.world.advance(30 * minute);
    expect(hoursMet(since(field, 5)).at(0)).toBe(6);
  });

  it('count from what the customer and the assignee did last', () => {
    const id = desk.ticket({ assignee_id: personas.agent });
    desk.world.advance(2 * hour);
    desk.change(id, { comment: { body: 'We look.', public: true } });
    desk.world.advance(2 * hour);
    changeTicket(
      desk.world,
      id,
      { comment: { body: 'Thanks.', public: true } },
      { authorId: customer, channel: 'email' },
    );
    desk.automation([since('assignee_updated_at', 3, 'is')], [add('by_us')]);
    desk.automation([since('requester_updated_at', 3, 'is')], [add('by_them')]);
    desk.world.advance(2 * hour);
    expect(desk.tagsOf(id)).toEqual(['by_us']);
    desk.world.advance(2 * hour);
    expect(desk.tagsOf(id)).toEqual(['by_them', 'by_us']);
  });

  it('never pass since what never happened', () => {
    desk.ticket();
    for (const field of ['SOLVED', 'CLOSED', 'PENDING', 'assigned_at', 'due_date']) {
      expect(hoursMet(since(field, 0))).toEqual([]);
    }
  });

  it('count down to a task’s due date, and on from it', () => {
    const id = desk.ticket({ type: 'task', due_at: desk.world.now() + 10 * hour });
    desk.automation([since('until_due_date', 4, 'is')], [add('soon')]);
    desk.automation([since('until_due_date', 2, 'less_than')], [add('now')]);
    desk.automation([since('due_date', 1)], [add('late')]);
    desk.world.advance(6 * hour);
    expect(desk.tagsOf(id)).toEqual(['soon']);
    desk.world.advance(3 * hour);
    expect(desk.tagsOf(id)).toEqual(['now', 'soon']);
    desk.world.advance(3 * hour);
    expect(desk.tagsOf(id)).toEqual(['late', 'now', 'soon']);
  });
});
