import { describe, expect, it } from 'vitest';
import { acknowledge, putOff, readNotices } from '../../src/actions/heedNotices.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { takeCase } from '../../src/actions/takeCase.ts';
import type { Workflow } from '../../src/care/workflows/workflow.ts';
import { whenIdle } from '../testApp.ts';
import { Account, hour, minute, rescue } from './alertsWorld.ts';
import { Browser, type LeadTab, openLeadTab } from './noticesWorld.ts';

/** A round, and what comes of it. */
const rounds = async (account: Account, ms = 2 * minute) => {
  await account.minutes.pass(ms);
  await whenIdle(account.workspace);
};

/** An account with bad ratings a lead's own tab tells of. */
async function open(csats: number[] = [1], change: Partial<Workflow> = {}) {
  const account = await Account.open([rescue({ channel: 'in_app', ...change })]);
  const tickets = csats.map((csat) => account.rate(csat, 'billing', '<b>Never</b> again, says Ines.'));
  await account.sync();
  const browser = new Browser();
  const tab = await openLeadTab(account, browser);
  return { account, browser, tab, tickets };
}

async function said(tab: LeadTab, how: 'acknowledge' | 'hour') {
  const { notices, memory } = await readNotices(tab.app);
  if (how === 'acknowledge') await acknowledge(tab.app, memory, notices);
  else await putOff(tab.app, memory, notices, 'hour');
  tab.emit();
}

describe('an alert in the app', () => {
  it('is one short notice with the way to the case, and the page’s icon', async () => {
    const { account, tab, tickets } = await open();
    expect(tab.icon()).toBe('default');
    await rounds(account);
    const [id] = tickets;
    expect(tab.toasts).toEqual([
      {
        text: `New feedback case (Rescue): ticket ${id}. Open the case`,
        links: [`/agent/apps/feedback-loop/case/${id}`],
      },
    ]);
    expect(tab.icon()).toBe('alert');
    expect(tab.told()).toBeGreaterThan(0);
    await rounds(account, hour);
    expect(tab.toasts).toHaveLength(1);
  });

  it('costs no call of its own', async () => {
    const { account } = await open();
    await rounds(account);
    const before = account.workspace.exchanges().length;
    await rounds(account, 10 * minute);
    expect(account.calls(before)).toHaveLength(10);
    expect(new Set(account.calls(before))).toEqual(new Set(['GET custom_objects/fl_feedback/records 200']));
  });

  it('comes with others in one notice that leads to the page', async () => {
    const { account, tab } = await open([1, 2, 1]);
    await rounds(account);
    expect(tab.toasts).toEqual([
      { text: '3 new feedback cases. See them', links: ['/agent/apps/feedback-loop'] },
    ]);
    account.rate(1);
    await account.sync();
    await rounds(account);
    expect(tab.toasts).toHaveLength(2);
    expect(tab.toasts[1]?.text).toMatch(/^New feedback case \(Rescue\)/);
  });

  it('is not told again after a reload, though the page lists it', async () => {
    const { account, browser, tab } = await open();
    await rounds(account);
    tab.close();
    const reloaded = await openLeadTab(account, browser);
    await rounds(account);
    expect(reloaded.toasts).toEqual([]);
    expect(reloaded.icon()).toBe('alert');
    expect((await readNotices(reloaded.app)).notices).toHaveLength(1);
  });

  it('is told to nobody else', async () => {
    const { account } = await open();
    const admin = await openLeadTab(account, new Browser(), { persona: 'admin' });
    await rounds(account);
    expect([admin.toasts, admin.icon()]).toEqual([[], 'default']);
  });

  it('reaches also a lead whose role may not alert', async () => {
    const account = await Account.open([rescue()]);
    const id = account.rate(1);
    await account.sync();
    account.workspace.setFaults([{ method: 'PUT', path: '/api/v2/tickets/*/tags', kind: '403', times: 1 }]);
    const tab = await openLeadTab(account, new Browser());
    await rounds(account);
    expect(account.alerted()).toEqual({});
    await account.openTab('admin');
    await rounds(account);
    expect(account.alerted()).toHaveProperty(id);
    expect(tab.toasts).toHaveLength(1);
  });

  it('waits for a tab somebody sees', async () => {
    const { account, tab } = await open();
    tab.show(true);
    await rounds(account);
    expect([tab.toasts, tab.icon()]).toEqual([[], 'alert']);
    tab.show(false);
    await rounds(account);
    expect(tab.toasts).toHaveLength(1);
  });

  it('is text whatever the workflow is called, and says nothing of the customer’s', async () => {
    const name = '<img onerror=x()> <a href="https://evil.io">x</a> "&amp;\u202e';
    const { account, tab, tickets } = await open([1], { name });
    await rounds(account);
    const [toast] = tab.toasts;
    expect(toast?.links).toEqual([`/agent/apps/feedback-loop/case/${tickets[0]}`]);
    expect(toast?.text).toContain('<img onerror=x()> <a href="https://evil.io">x</a> "&amp;');
    expect(toast?.text).not.toMatch(/Never|Ines|\u202e/);
  });
});

describe('quiet hours', () => {
  it('keep what came at night until business hours open', async () => {
    const account = await Account.open([rescue()]);
    const id = account.rate(1);
    await account.sync();
    // Somebody else's tab alerts; this one only hears of it.
    await account.openTab('admin');
    await rounds(account);
    expect(account.alerted()).toHaveProperty(id);
    const opens = account.world.now() + 3 * hour;
    const start = Math.ceil((((opens / minute) % (7 * 24 * 60)) + 4 * 24 * 60) % (7 * 24 * 60));
    account.configuration = {
      ...account.configuration,
      workflows: account.configuration.workflows.map((one) => ({ ...one, hours: 'schedule' as const })),
      schedule: {
        id: '1',
        name: 'Late',
        timeZone: 'UTC',
        intervals: [{ start, end: Math.min(start + 60, 7 * 24 * 60) }],
        holidays: [],
        readAt: 0,
      },
    };
    const tab = await openLeadTab(account, new Browser());
    await rounds(account, hour);
    expect([tab.toasts, tab.icon()]).toEqual([[], 'default']);
    await rounds(account, 2 * hour + 5 * minute);
    expect(tab.toasts).toHaveLength(1);
    expect(tab.icon()).toBe('alert');
  });
});

describe('what the lead says to it', () => {
  it('takes the badge away once everything is acknowledged, for good', async () => {
    const { account, browser, tab } = await open([1, 2]);
    await rounds(account);
    await said(tab, 'acknowledge');
    await rounds(account);
    expect(tab.icon()).toBe('default');
    tab.close();
    const reloaded = await openLeadTab(account, browser);
    await rounds(account);
    expect([reloaded.toasts, reloaded.icon()]).toEqual([[], 'default']);
  });

  it('brings a snoozed one back once', async () => {
    const { account, tab } = await open();
    await rounds(account);
    await said(tab, 'hour');
    await rounds(account);
    expect([tab.toasts.length, tab.icon()]).toEqual([1, 'default']);
    await rounds(account, hour);
    expect([tab.toasts.length, tab.icon()]).toEqual([2, 'alert']);
    await rounds(account, hour);
    expect(tab.toasts).toHaveLength(2);
  });

  it('is also said by taking the case', async () => {
    const { account, tab, tickets } = await open();
    await rounds(account);
    const [id = ''] = tickets;
    const { feedback, requesterId } = await readTicketFeedback(tab.app, id);
    await takeCase(tab.app, feedback, { ticketId: id, requesterId }, 'take');
    await rounds(account);
    expect([tab.icon(), (await readNotices(tab.app)).notices]).toEqual(['default', []]);
  });

  it('is heard in their other tabs, and said once for all of them', async () => {
    const { account, browser, tab } = await open();
    const second = await openLeadTab(account, browser, { isLeader: false });
    await rounds(account);
    expect([second.toasts, second.icon()]).toEqual([[], 'alert']);
    const late = await openLeadTab(account, browser, { isLeader: false });
    await rounds(account);
    expect(late.icon()).toBe('alert');
    await said(second, 'acknowledge');
    await rounds(account);
    expect([tab.icon(), second.icon(), late.icon()]).toEqual(['default', 'default', 'default']);
  });
});
