import { describe, expect, it } from 'vitest';
import { newWorkflow } from '../../src/care/workflows/workflow.ts';
import { groupIds, personas } from '../emulator/world/people.ts';
import { Account, hour, leadOf, minute, rescue } from './alertsWorld.ts';

const ways = (account: Account) => {
  const counts: Record<string, number> = {};
  for (const [said] of Object.values(account.alerted())) counts[said ?? ''] = (counts[said ?? ''] ?? 0) + 1;
  return counts;
};

describe('more than a lead’s daily number', () => {
  it('comes as one digest for each lead, whatever the storm', async () => {
    const account = await Account.open([rescue({ budget: 5 })]);
    const billing = Array.from({ length: 120 }, () => account.rate(1, 'billing'));
    const technical = Array.from({ length: 80 }, () => account.rate(2, 'technical'));
    await account.sync();
    const before = account.workspace.exchanges().length;
    await account.openTab();
    await account.minutes.pass(2 * minute);
    const subjectsOf = (to: string) =>
      account.mails().flatMap((mail) => (mail.to === to ? mail.subject : []));
    const direct = (ids: readonly string[]) => ids.slice(0, 5).map((id) => `Please look: ${id}`);
    expect(subjectsOf('Ola')).toEqual([...direct(billing), 'More: Rescue']);
    expect(subjectsOf('Tomáš')).toEqual([...direct(technical), 'More: Rescue']);
    expect(ways(account)).toEqual({
      [`handed ${leadOf.billing}`]: 5,
      [`handed ${leadOf.technical}`]: 5,
      [`digest ${leadOf.billing}`]: 115,
      [`digest ${leadOf.technical}`]: 75,
    });
    const all = [...billing, ...technical].map((id) => account.ticket(id).tags);
    expect(all.filter((tags) => !tags.includes('fl_resc_sent'))).toEqual([]);
    // 3 pages and 2 × 100 tickets read; 1 + 2 × (lock, digest, ≤ 2 for tags) written; facts and list of ≤ 100 each;
    // what was written down is read at once, 3 pages, for the notices in the app.
    expect(account.calls(before).length).toBeLessThanOrEqual(29);
    const after = account.workspace.exchanges().length;
    await account.minutes.pass(3 * hour);
    expect(account.calls(after).filter((call) => !call.startsWith('GET'))).toEqual([]);
  });

  it('names tickets and due times in the digest, and nothing a customer wrote', async () => {
    const account = await Account.open([rescue({ budget: 1 })]);
    const [first, second, third] = [1, 2, 3].map(() => account.rate(1, 'billing', 'You are thieves.'));
    await account.sync();
    await account.openTab();
    await account.minutes.pass(minute);
    const digest = account.world.outbox.find(({ subject }) => subject === 'More: Rescue');
    expect(digest?.body).toContain(`#${second} due `);
    expect(digest?.body).toContain(`https://acme.zendesk.com/agent/tickets/${third}`);
    expect(digest?.body).not.toContain(`#${first} `);
    expect(digest?.body).not.toContain('thieves');
  });

  it('counts what was mailed today, also by another tab, and starts anew the next day', async () => {
    const account = await Account.open([rescue({ budget: 1 })]);
    account.rate(1);
    await account.sync();
    const first = await account.openTab();
    await account.minutes.pass(minute);
    first.alerts.stop();
    account.rate(1);
    await account.sync();
    const second = await account.openTab();
    await account.minutes.pass(2 * minute);
    expect(account.mails().map(({ subject }) => subject.split(':')[0])).toEqual(['Please look', 'More']);
    second.alerts.stop();
    account.world.advance(24 * hour);
    account.rate(1);
    await account.sync();
    await account.openTab();
    await account.minutes.pass(minute);
    expect(account.mails().map(({ subject }) => subject.split(':')[0])).toEqual([
      'Please look',
      'More',
      'Please look',
    ]);
  });

  it('gives a lead one digest an hour, with all that came meanwhile', async () => {
    const account = await Account.open([rescue({ budget: 1 })]);
    account.rate(1);
    account.rate(1);
    await account.sync();
    const { alerts } = await account.openTab();
    await account.minutes.pass(minute);
    const [third, fourth] = [account.rate(2), account.rate(2)];
    await account.sync();
    alerts.note();
    await account.minutes.pass(5 * minute);
    expect(account.mails()).toHaveLength(2);
    expect(account.alerted()[third]).toBeUndefined();
    await account.minutes.pass(hour);
    expect(account.mails().map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Please look'),
      'More: Rescue',
      'More: Rescue',
    ]);
    expect(account.world.outbox.at(-1)?.body).toContain(`#${fourth} `);
    expect(account.alerted()[third]).toEqual([`digest ${leadOf.billing}`]);
  });

  it('is mailed one by one where there is no field to write a digest in', async () => {
    const account = await Account.open([rescue({ budget: 1 })], { digestFieldId: null });
    account.rate(1);
    account.rate(1);
    await account.sync();
    await account.openTab();
    await account.minutes.pass(minute);
    expect(account.mails()).toHaveLength(2);
  });
});

describe('praise', () => {
  it('is told once a day', async () => {
    const praise = { ...newWorkflow('prai', 'praise', 'Praise', 3), isOn: true, hours: 'always' as const };
    const account = await Account.open([praise]);
    account.rate(5);
    account.rate(5);
    await account.sync();
    const { alerts } = await account.openTab();
    await account.minutes.pass(minute);
    account.rate(5);
    await account.sync();
    alerts.note();
    await account.minutes.pass(hour);
    expect(Object.keys(account.alerted())).toHaveLength(2);
    alerts.stop();
    account.world.advance(24 * hour);
    await account.openTab();
    await account.minutes.pass(minute);
    expect(Object.keys(account.alerted())).toHaveLength(3);
  });
});

describe('two browsers at once', () => {
  it('mail each lead once, and write each alert down once', async () => {
    const account = await Account.open([rescue({ budget: 5 })]);
    for (let count = 0; count < 12; count += 1) account.rate(1);
    await account.sync();
    await account.openTab('admin');
    await account.openTab('lead');
    await account.openTab('admin');
    await account.minutes.pass(3 * minute);
    expect(account.mails()).toHaveLength(6);
    expect(Object.values(account.alerted()).map((said) => said.length)).toEqual(Array(12).fill(1));
  });
});

describe('outside business hours', () => {
  it('nothing is mailed until they begin; until then the ticket is marked as waiting', async () => {
    const intervals = [1, 2, 3, 4, 5].map((day) => ({
      start: (day * 24 + 9) * 60,
      end: (day * 24 + 17) * 60,
    }));
    const schedule = { id: '1', name: 'Office', timeZone: 'UTC', intervals, holidays: [], readAt: 0 };
    const account = await Account.open([rescue({ hours: 'schedule' })], { schedule });
    const now = account.world.now();
    const midnight = Math.ceil(now / (24 * hour)) * 24 * hour;
    // The next night before a working day.
    const isWorkday = (at: number) => ![0, 6].includes(new Date(at).getUTCDay());
    let night = midnight;
    while (!isWorkday(night)) night += 24 * hour;
    account.world.advance(night - now);
    const bad = account.rate(1);
    await account.sync();
    await account.openTab();
    await account.minutes.pass(hour);
    expect(account.ticket(bad).tags).toContain('fl_resc_wait');
    expect([account.mails(), account.alerted()]).toEqual([[], {}]);
    const before = account.workspace.exchanges().length;
    await account.minutes.pass(7 * hour);
    expect(account.calls(before).filter((call) => !/fl_feedback|installations/.test(call))).toEqual([]);
    expect(account.mails()).toEqual([]);
    await account.minutes.pass(2 * hour);
    expect(account.mails()).toHaveLength(1);
    expect(account.alerted()).toEqual({ [bad]: [`handed ${personas.lead}`] });
    expect(account.ticket(bad).tags).not.toContain('fl_resc_wait');
  });
});

describe('more changes than one look used to hold', () => {
  it('hide no bad rating behind them', async () => {
    const account = await Account.open([rescue()]);
    const bad = [1, 2, 3].map(() => account.rate(1));
    await account.sync();
    for (let count = 0; count < 560; count += 1) account.rate(5);
    await account.sync();
    await account.openTab();
    await account.minutes.pass(2 * minute);
    expect(Object.keys(account.alerted())).toEqual(bad);
  }, 60_000);
});

describe('a daily number where a group alone hears of it', () => {
  it('counts for the group, also what another tab handed over', async () => {
    const to = { isLeads: false, userIds: [], groupId: String(groupIds.billing) };
    const account = await Account.open([rescue({ budget: 2, to })]);
    for (let count = 0; count < 3; count += 1) account.rate(1);
    await account.sync();
    const first = await account.openTab();
    await account.minutes.pass(2 * minute);
    first.alerts.stop();
    expect(ways(account)).toEqual({ 'handed null': 2, 'digest null': 1 });
    account.world.advance(hour);
    account.rate(1);
    await account.sync();
    await account.openTab();
    await account.minutes.pass(2 * minute);
    expect(ways(account)).toEqual({ 'handed null': 2, 'digest null': 2 });
  });
});
