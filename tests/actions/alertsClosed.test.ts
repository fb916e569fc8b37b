import { describe, expect, it } from 'vitest';
import { personas } from '../emulator/world/people.ts';
import { Account, hour, leadOf, minute, rescue } from './alertsWorld.ts';

/** A ticket that was closed before anybody knew the number. */
async function closedTicket(account: Account): Promise<string> {
  const id = account.rate(1);
  await account.sync();
  account.close(id);
  return id;
}

const followUpsOf = (account: Account, id: string) =>
  account.ticket(id).followup_ids.map((one) => account.ticket(String(one)));

describe('a closed ticket', () => {
  it('is followed by one that asks the lead, tells staff alone, and does not pass for a case', async () => {
    const account = await Account.open([rescue()]);
    const id = await closedTicket(account);
    const before = account.customerMails().length;
    await account.openTab();
    await account.minutes.pass(minute);
    const [carrier, ...more] = followUpsOf(account, id);
    expect(more).toEqual([]);
    expect(carrier).toMatchObject({
      requester_id: personas.lead,
      assignee_id: personas.lead,
      group_id: account.ticket(id).group_id,
      subject: `Rescue: feedback on closed ticket #${id}`,
      status: 'solved',
      tags: ['fl_carrier', 'fl_resc_sent'],
      comments: [{ public: false, body: expect.stringContaining(`acme.zendesk.com/agent/tickets/${id}`) }],
    });
    expect(carrier?.custom_fields).toEqual({});
    expect(account.mails()).toEqual([
      { to: 'Ola', subject: `Please look: ${carrier?.id}`, ticketId: carrier?.id },
    ]);
    expect(account.customerMails()).toHaveLength(before);
    expect(account.alerted()).toEqual({ [id]: [`follow_up ${leadOf.billing}`] });
    await account.minutes.pass(hour);
    expect([followUpsOf(account, id).length, account.mails().length]).toEqual([1, 1]);
  });

  it('is followed by an open one where the account lets nobody solve it so', async () => {
    const account = await Account.open([rescue()]);
    const id = await closedTicket(account);
    account.workspace.setFaults([{ method: 'POST', path: '/api/v2/tickets', kind: '422', times: 1 }]);
    await account.openTab();
    await account.minutes.pass(minute);
    expect(followUpsOf(account, id).map(({ status }) => status)).toEqual(['open']);
    expect(account.mails()).toHaveLength(1);
  });

  it('is followed by one ticket, though several browsers see it at once', async () => {
    const account = await Account.open([rescue()]);
    const id = await closedTicket(account);
    for (const persona of ['admin', 'lead', 'admin'] as const) await account.openTab(persona);
    await account.minutes.pass(30 * minute);
    expect([followUpsOf(account, id).length, account.mails().length]).toEqual([1, 1]);
    expect(account.alerted()[id]).toHaveLength(1);
  });

  it('is followed by one ticket where the answer to making it was lost', async () => {
    const account = await Account.open([rescue()]);
    const id = await closedTicket(account);
    const { app, alerts } = await account.openTab();
    const send = app.zendesk.http.send;
    let lost = 0;
    app.zendesk.http.send = async (method, url, ...rest) => {
      const answer = await send(method, url, ...rest);
      if (method === 'POST' && url === '/api/v2/tickets.json' && lost === 0) {
        lost += 1;
        throw new Error('the browser was closed');
      }
      return answer;
    };
    await account.minutes.pass(minute);
    expect([lost, account.alerted()]).toEqual([1, {}]);
    alerts.stop();
    await account.openTab('lead');
    await account.minutes.pass(30 * minute);
    expect([followUpsOf(account, id).length, account.mails().length]).toEqual([1, 1]);
    expect(account.alerted()).toEqual({ [id]: [`follow_up ${leadOf.billing}`] });
  });

  it('is taken up by another browser where the first one died before it made anything', async () => {
    const account = await Account.open([rescue()]);
    const id = await closedTicket(account);
    const first = await account.openTab();
    const send = first.app.zendesk.http.send;
    first.app.zendesk.http.send = async (method, url, ...rest) => {
      if (url === '/api/v2/tickets.json') throw new Error('the browser was closed');
      return send(method, url, ...rest);
    };
    await account.minutes.pass(minute);
    first.alerts.stop();
    await account.openTab('lead');
    await account.minutes.pass(5 * minute);
    expect(followUpsOf(account, id)).toEqual([]);
    await account.minutes.pass(20 * minute);
    expect([followUpsOf(account, id).length, account.mails().length]).toEqual([1, 1]);
  });

  it('carries a digest by a ticket of its own where all of the digest’s are closed', async () => {
    const account = await Account.open([rescue({ budget: 1 })]);
    const ids = [account.rate(1), account.rate(1), account.rate(1)];
    await account.sync();
    for (const id of ids) account.close(id);
    await account.openTab();
    await account.minutes.pass(hour + 5 * minute);
    expect(account.mails().map(({ subject }) => subject.split(':')[0])).toEqual(['More', 'Please look']);
    expect(Object.values(account.alerted()).flat().sort()).toEqual([
      `digest ${leadOf.billing}`,
      `digest ${leadOf.billing}`,
      `follow_up ${leadOf.billing}`,
    ]);
  });
});

describe('a workflow that asks in a side conversation', () => {
  const talking = rescue({ channel: 'side_conversation' });

  it('begins one on the ticket, whoever looks at it at once', async () => {
    const account = await Account.open([talking]);
    const id = account.rate(1);
    await account.sync();
    await account.openTab();
    await account.openTab('lead');
    await account.minutes.pass(20 * minute);
    const begun = [...account.world.sideConversations.values()];
    expect(begun.map((one) => [one.ticket_id, one.subject])).toEqual([
      [Number(id), `Rescue: feedback on ticket #${id}`],
    ]);
    expect(account.alerted()).toEqual({ [id]: [`side_conversation ${leadOf.billing}`] });
    expect(account.ticket(id).tags).toContain('fl_resc_sent');
  });

  it('says how many it could not begin where the plan has none', async () => {
    const account = await Account.open([talking]);
    account.world.plan = 'suite_growth';
    account.rate(1);
    await account.sync();
    const { kept } = await account.openTab();
    await account.minutes.pass(10 * minute);
    expect(account.alerted()).toEqual({});
    expect(kept.get('alerts')).toMatchObject({ refused: 1 });
  });
});
