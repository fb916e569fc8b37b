import { beforeEach, describe, expect, it } from 'vitest';
import { formatAudit } from '../../api/ticketAudits.format.ts';
import { usesOf } from '../../rules/usage.ts';
import { closeRule, offerRule } from '../../world/automations.ts';
import type { Action } from '../../world/entities.ts';
import { personas } from '../../world/people.ts';
import { surveyForm } from '../../world/surveyForm.ts';
import { add, openRules, type RulesDesk, since, untagged } from './rulesDesk.ts';

const [minute, hour] = [60_000, 3_600_000];

let desk: RulesDesk;
beforeEach(() => {
  desk = openRules();
});

describe('a run', () => {
  it('comes at full hours only', () => {
    const id = desk.ticket();
    desk.automation([since('NEW', 0), untagged('seen')], [add('seen')]);
    desk.world.advance(47 * minute);
    expect(desk.tagsOf(id)).toEqual([]);
    desk.world.advance(minute);
    expect(desk.tagsOf(id)).toEqual(['seen']);
    expect(new Date(desk.shown(id).updated_at).toISOString()).toBe('2026-11-18T10:00:00.000Z');
  });

  it('is not left out when the clock moves on by days', () => {
    const id = desk.ticket();
    const told: Action = { field: 'notification_user', value: ['requester_id', 'Hour', '{{ticket.id}}'] };
    desk.automation([since('NEW', 2), untagged('a')], [add('a'), told]);
    desk.automation(
      [since('updated_at', 3), untagged('b'), { ...untagged('a'), operator: 'includes' }],
      [add('b'), told],
    );
    desk.world.advance(72 * hour);
    expect(desk.tagsOf(id)).toEqual(['a', 'b']);
    expect(desk.world.outbox.map(({ at }) => at.slice(0, 13))).toEqual(['2026-11-18T12', '2026-11-18T15']);
  });

  it('writes what it does into the ticket’s history as the automation’s', () => {
    const id = desk.ticket();
    const rule = desk.automation(
      [since('NEW', 0), untagged('seen')],
      [add('seen'), { field: 'priority', value: 'high' }],
    );
    desk.world.advance(hour);
    const audits = desk.shown(id).audits.map((audit) => formatAudit(desk.shown(id), audit));
    expect(audits).toHaveLength(2);
    expect(audits[1]).toMatchObject({
      author_id: -1,
      created_at: '2026-11-18T10:00:00Z',
      via: { channel: 'rule', source: { from: { id: rule, title: 'Rule 12' }, rel: 'automation' } },
      events: [{ field_name: 'tags' }, { field_name: 'priority', value: 'high' }],
    });
    expect(audits[1]?.id).not.toBe(audits[0]?.id);
  });

  it('follows the position, and lets a later automation see what an earlier one did', () => {
    const id = desk.ticket();
    desk.automation(
      [since('NEW', 0), untagged('second'), { ...untagged('first'), operator: 'includes' }],
      [add('second')],
      { position: 30 },
    );
    desk.automation([since('NEW', 0), untagged('first')], [add('first')], { position: 20 });
    desk.world.advance(hour);
    expect(desk.tagsOf(id)).toEqual(['first', 'second']);
  });

  it('changes a ticket again in the next hour where nothing ends it, a hundred times at most', () => {
    const id = desk.ticket();
    desk.automation(
      [since('NEW', 0)],
      [{ field: 'notification_user', value: ['requester_id', 'Again', ''] }],
    );
    desk.world.advance(hour);
    expect(desk.world.outbox).toHaveLength(1);
    desk.world.advance(150 * hour);
    expect(desk.world.outbox).toHaveLength(100);
    expect(desk.shown(id).status).toBe('new');
  });

  it('leaves sleeping automations, closed tickets and deleted ones alone', () => {
    const [open, closed, gone] = [desk.ticket(), desk.ticket({ status: 'closed' }), desk.ticket()];
    desk.shown(gone).deleted_at = desk.world.now();
    desk.automation([since('NEW', 0), untagged('a')], [add('a')]);
    desk.automation([since('NEW', 0), untagged('b')], [add('b')], { active: false });
    desk.world.advance(hour);
    expect([desk.tagsOf(open), desk.tagsOf(closed), desk.tagsOf(gone)]).toEqual([['a'], [], []]);
  });

  it('takes a thousand tickets, the others an hour later', () => {
    const ids = Array.from({ length: 1003 }, () => desk.ticket());
    const rule = desk.automation([since('NEW', 0), untagged('a')], [add('a')]);
    desk.world.advance(hour);
    const taken = () => ids.filter((id) => desk.tagsOf(id).includes('a')).length;
    expect(taken()).toBe(1000);
    expect(usesOf(desk.world, 'automation', rule, 'usage_1h')).toBe(1000);
    desk.world.advance(hour);
    expect(taken()).toBe(1003);
    expect(usesOf(desk.world, 'automation', rule, 'usage_1h')).toBe(3);
    expect(usesOf(desk.world, 'automation', rule, 'usage_24h')).toBe(1003);
    desk.world.advance(25 * hour);
    expect(usesOf(desk.world, 'automation', rule, 'usage_24h')).toBe(0);
    expect(usesOf(desk.world, 'automation', rule, 'usage_7d')).toBe(1003);
    desk.world.advance(31 * 24 * hour);
    expect(usesOf(desk.world, 'automation', rule, 'usage_30d')).toBe(0);
  });

  it('wakes triggers, as every update does', () => {
    const id = desk.ticket();
    desk.automation([since('NEW', 0), untagged('due')], [add('due')]);
    desk.world.triggers.put({
      id: 1,
      title: 'Alert',
      description: null,
      active: true,
      position: 1,
      category_id: '1',
      conditions: { all: [{ ...untagged('due'), operator: 'includes' }], any: [] },
      actions: [add('sent'), { field: 'notification_user', value: [String(personas.lead), 'Due', 'x'] }],
      created_at: 0,
      updated_at: 0,
    });
    desk.world.advance(hour);
    expect(desk.tagsOf(id)).toEqual(['due', 'sent']);
    expect(desk.world.outbox).toMatchObject([{ sentBy: 'Alert', at: '2026-11-18T10:00:00.000Z' }]);
  });

  it('closes a ticket after everything else it does', () => {
    const id = desk.ticket();
    desk.automation([since('NEW', 0)], [{ field: 'status', value: 'closed' }, add('late')]);
    desk.world.advance(hour);
    expect(desk.shown(id)).toMatchObject({ status: 'closed', tags: ['late'] });
  });
});

describe('the stock automations', () => {
  const solved = () => desk.ticket({ status: 'solved' });

  it('offer the survey after 24 hours by mail, and close after 96', () => {
    const id = solved();
    desk.world.advance(24 * hour);
    expect(desk.shown(id).rating.score).toBe('unoffered');
    desk.world.advance(hour);
    expect(desk.shown(id).rating.score).toBe('offered');
    expect(desk.world.outbox).toMatchObject([{ sentBy: 'survey', at: '2026-11-19T10:00:00.000Z' }]);
    desk.world.advance(71 * hour);
    expect(desk.shown(id).status).toBe('solved');
    desk.world.advance(hour);
    expect(desk.shown(id).status).toBe('closed');
  });

  it('do neither once they were put to sleep or deleted', () => {
    const id = solved();
    const offer = desk.world.automations.get(offerRule.id);
    if (offer) desk.world.automations.put({ ...offer, active: false });
    desk.world.automations.remove(closeRule.id);
    desk.world.advance(200 * hour);
    expect(desk.shown(id)).toMatchObject({ status: 'solved', rating: { score: 'unoffered' } });
    expect(desk.world.outbox).toEqual([]);
  });

  it('keep to other hours when they were changed', () => {
    const id = solved();
    const close = desk.world.automations.get(closeRule.id);
    const all = [{ field: 'status', operator: 'is', value: 'solved' }, since('SOLVED', 8)];
    if (close) desk.world.automations.put({ ...close, conditions: { all, any: [] } });
    desk.world.advance(9 * hour);
    expect(desk.shown(id)).toMatchObject({ status: 'closed', rating: { score: 'unoffered' } });
  });

  it('tell the customer how long the survey can be answered', () => {
    const id = solved();
    desk.world.advance(25 * hour);
    const token = desk.world.outbox[0]?.survey?.accessToken ?? '';
    const expiry = () => surveyForm(desk.world, id, token).expiresAt;
    expect(expiry()).toBe('2026-11-22T10:00:00.000Z');
    desk.world.automations.remove(closeRule.id);
    expect(expiry()).toBe('2026-12-17T10:00:00.000Z');
  });

  it('ask nobody who must not be asked', () => {
    const id = desk.ticket({ status: 'solved', tags: ['no_survey'] });
    desk.world.advance(48 * hour);
    expect(desk.shown(id).rating.score).toBe('unoffered');
  });
});
