import { describe, expect, it } from 'vitest';
import { append } from '../../src/actions/append.ts';
import { confirmRating } from '../../src/actions/confirmRating.ts';
import { publish } from '../../src/actions/publish.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { Failure } from '../../src/care/failure.ts';
import type { FaultKind } from '../emulator/control.ts';
import { changeTicket } from '../emulator/world/changeTicket.ts';
import { personas } from '../emulator/world/people.ts';
import { Account, hour, leadOf, minute, rescue } from './alertsWorld.ts';

/** Every kind of call alerts make. */
const calls: [what: string, method: string, path: string][] = [
  ['reading what changed', 'GET', '/api/v2/custom_objects/fl_feedback/records'],
  ['reading tickets', 'GET', '/api/v2/tickets/show_many'],
  ['handing over one ticket', 'PUT', '/api/v2/tickets/*/tags'],
  ['a job on tickets', 'PUT', '/api/v2/tickets/update_many'],
  ['taking a lock', 'POST', '/api/v2/custom_objects/fl_event/records'],
  ['making a follow-up', 'POST', '/api/v2/tickets'],
  ['looking at a job', 'GET', '/api/v2/job_statuses/*'],
  ['writing facts', 'POST', '/api/v2/custom_objects/fl_event/jobs'],
  ['writing the list', 'POST', '/api/v2/custom_objects/fl_feedback/jobs'],
];
const kinds: FaultKind[] = ['409', '422', '429', '503', 'offline', 'html'];

/** Two beyond the daily number of two, and a closed one of another lead's. */
async function fullAccount(): Promise<{ account: Account; ids: string[]; closed: string }> {
  const account = await Account.open([rescue({ budget: 2 })]);
  const ids = Array.from({ length: 4 }, () => account.rate(1, 'billing'));
  const closed = account.rate(1, 'technical');
  await account.sync();
  account.close(closed);
  return { account, ids, closed };
}

describe('whatever goes wrong once or twice', () => {
  const cases = calls.flatMap(([what, method, path]) => kinds.map((kind) => ({ what, method, path, kind })));
  it.each(cases)('$kind at $what loses no alert, and mails none twice', async ({ method, path, kind }) => {
    const { account, ids, closed } = await fullAccount();
    account.workspace.setFaults([{ method, path, kind, times: 2 }]);
    await account.openTab();
    await account.minutes.pass(5 * minute);
    account.workspace.setFaults([]);
    for (let tens = 0; tens < 14 && Object.keys(account.alerted()).length < 5; tens += 1)
      await account.minutes.pass(10 * minute);
    await account.minutes.pass(5 * minute);
    const direct = account.mails().filter(({ subject }) => subject.startsWith('Please'));
    expect(new Set(direct.map(({ ticketId }) => ticketId)).size).toBe(direct.length);
    expect(Object.keys(account.alerted()).sort()).toEqual([...ids, closed].sort());
    const digests = account.mails().filter(({ subject }) => subject.startsWith('More'));
    expect([direct.length, digests.length]).toEqual([3, 1]);
    expect(account.ticket(closed).followup_ids).toHaveLength(1);
  });
});

describe('a browser that is closed in the middle', () => {
  const cases = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((n) => [
    { n, when: 'before' },
    { n, when: 'after' },
  ]);
  it.each(cases)(
    '$when its write number $n: another one goes on, and mails nobody twice',
    async ({ n, when }) => {
      const { account, ids, closed } = await fullAccount();
      const first = await account.openTab();
      const { http } = first.app.zendesk;
      const send = http.send;
      let writes = 0;
      http.send = async (...given) => {
        writes += 1;
        const isClosed = writes > n || (writes === n && when === 'before');
        const answer = isClosed ? null : await send(...given);
        if (answer !== null && writes < n) return answer;
        first.alerts.stop();
        throw new Failure('offline');
      };
      await account.minutes.pass(5 * minute);
      await account.openTab('lead');
      for (let tens = 0; tens < 14 && Object.keys(account.alerted()).length < 5; tens += 1)
        await account.minutes.pass(10 * minute);
      const direct = account.mails().filter(({ subject }) => subject.startsWith('Please'));
      expect(new Set(direct.map(({ ticketId }) => ticketId)).size).toBe(direct.length);
      expect(Object.keys(account.alerted()).sort()).toEqual([...ids, closed].sort());
      expect(account.ticket(closed).followup_ids).toHaveLength(1);
      // The digest alone may be repeated once, where its sender was closed right behind it.
      const digests = account.mails().filter(({ subject }) => subject.startsWith('More'));
      expect(digests.length).toBeGreaterThanOrEqual(1);
      expect(digests.length).toBeLessThanOrEqual(2);
    },
  );
});

describe('a ticket somebody changes', () => {
  it('between reading and writing is handed over a minute later', async () => {
    const account = await Account.open([rescue()]);
    const id = account.rate(1);
    await account.sync();
    const { app } = await account.openTab();
    const send = app.zendesk.http.send;
    let changed = 0;
    app.zendesk.http.send = (method, url, ...rest) => {
      if (url.includes('/tags') && changed === 0) {
        changed += 1;
        const by = { authorId: personas.agent, channel: 'web' };
        changeTicket(account.world, Number(id), { addTags: ['seen'] }, by);
      }
      return send(method, url, ...rest);
    };
    await account.minutes.pass(minute);
    expect(account.mails()).toEqual([]);
    await account.minutes.pass(minute);
    expect([changed, account.mails().length]).toEqual([1, 1]);
    expect(account.ticket(id).tags).toEqual(expect.arrayContaining(['seen', 'fl_resc_sent']));
  });

  it('to closed meanwhile is followed by another', async () => {
    const account = await Account.open([rescue()]);
    const id = account.rate(1);
    await account.sync();
    const { app } = await account.openTab();
    const send = app.zendesk.http.send;
    app.zendesk.http.send = (method, url, ...rest) => {
      if (url.includes('/tags')) account.close(id);
      return send(method, url, ...rest);
    };
    await account.minutes.pass(2 * minute);
    expect(account.alerted()).toEqual({ [id]: [`follow_up ${leadOf.billing}`] });
    expect(account.mails()).toHaveLength(1);
  });

  it('that is gone asks for nothing more', async () => {
    const account = await Account.open([rescue()]);
    const id = account.rate(1);
    await account.sync();
    const ticket = account.ticket(id);
    account.world.tickets.put({ ...ticket, deleted_at: account.world.now() });
    await account.openTab();
    await account.minutes.pass(10 * minute);
    expect(account.calls().filter((call) => call.includes('show_many'))).toHaveLength(1);
    expect(account.alerted()).toEqual({});
  });
});

describe('a role that may not tag tickets', () => {
  it('tries once, says so, and leaves it to others', async () => {
    const account = await Account.open([rescue()]);
    const id = account.rate(1);
    await account.sync();
    account.workspace.setFaults([{ method: 'PUT', path: '/api/v2/tickets/*/tags', kind: '403', times: 1 }]);
    const { kept } = await account.openTab('lead');
    await account.minutes.pass(hour);
    expect(kept.get('alerts')).toMatchObject({ forbidden: 1 });
    expect([account.mails(), account.alerted()]).toEqual([[], {}]);
    await account.openTab('admin');
    await account.minutes.pass(minute);
    expect(account.alerted()).toEqual({ [id]: [`handed ${leadOf.billing}`] });
  });
});

describe('a tab that does not lead', () => {
  it('asks nothing', async () => {
    const account = await Account.open([rescue()]);
    account.rate(1);
    await account.sync();
    const before = account.workspace.exchanges().length;
    await account.openTab('admin', false);
    await account.minutes.pass(hour);
    expect(account.calls(before)).toEqual([]);
  });
});

describe('a rating that looks like a machine’s click', () => {
  it('alerts once somebody found it genuine', async () => {
    const wary = { ...rescue(), when: { ...rescue().when, suspects: 'leave_out' as const } };
    const account = await Account.open([wary]);
    const id = account.rate(1);
    await account.sync();
    const { app, alerts } = await account.openTab('admin', false);
    alerts.stop();
    const { feedback } = await readTicketFeedback(app, id);
    const subject = { ticketId: id, requesterId: null };
    const suspect = () => ({ kind: 'suspected' as const, body: { signs: ['no_comment' as const] } });
    const suspected = await append(app, feedback, suspect, 'suspected');
    await publish(app, suspected.feedback, subject, false);
    const tab = await account.openTab();
    await account.minutes.pass(10 * minute);
    expect([account.mails(), account.alerted()]).toEqual([[], {}]);
    await confirmRating(app, suspected.feedback, subject, 'genuine');
    tab.alerts.note();
    await account.minutes.pass(10_000);
    expect(account.mails()).toHaveLength(1);
    expect(account.alerted()).toEqual({ [id]: [`handed ${leadOf.billing}`] });
  });
});

describe('a rule that does not do its work', () => {
  it('is not covered up: nobody was alerted, and the report says so', async () => {
    const account = await Account.open([rescue()]);
    const { triggers } = account.world;
    const off = [...triggers.values()].filter(({ title }) => title.includes('handed over'));
    for (const trigger of off) triggers.put({ ...trigger, active: false });
    const id = account.rate(1);
    await account.sync();
    const tab = await account.openTab();
    await account.minutes.pass(2 * minute);
    expect([off.length > 0, account.mails(), account.alerted()]).toEqual([true, [], {}]);
    expect(account.ticket(id).tags).toContain('fl_resc_due');
    expect(tab.kept.get('alerts')).toMatchObject({ refused: 1 });
  });
});
