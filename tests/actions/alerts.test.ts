import { describe, expect, it } from 'vitest';
import { Account, hour, leadOf, minute, rescue } from './alertsWorld.ts';

describe('feedback Zendesk cannot judge', () => {
  it('is mailed to the lead of the ticket’s group once its number is known', async () => {
    const account = await Account.open([rescue()]);
    const bad = account.rate(2, 'billing');
    const other = account.rate(1, 'technical');
    expect(account.mails()).toEqual([]);
    await account.sync();
    await account.openTab();
    await account.minutes.pass(minute);
    expect(account.mails()).toEqual([
      { to: 'Ola', subject: `Please look: ${bad}`, ticketId: Number(bad) },
      { to: 'Tomáš', subject: `Please look: ${other}`, ticketId: Number(other) },
    ]);
    expect(account.alerted()).toEqual({
      [bad]: [`handed ${leadOf.billing}`],
      [other]: [`handed ${leadOf.technical}`],
    });
    expect(account.ticket(bad).tags).toContain('fl_resc_sent');
    expect(account.ticket(bad).tags).not.toContain('fl_resc_due');
  });

  it('is silent about a 3, and asks no more than what changed', async () => {
    const account = await Account.open([rescue()]);
    account.rate(3);
    account.rate(5);
    await account.sync();
    const before = account.workspace.exchanges().length;
    await account.openTab();
    await account.minutes.pass(minute);
    expect([account.mails(), account.alerted()]).toEqual([[], {}]);
    expect(account.calls(before)).toEqual(['GET custom_objects/fl_feedback/records 200']);
  });

  it('is written down, and mailed to nobody again, where a rule of the account was faster', async () => {
    const account = await Account.open([rescue({ when: { ...rescue().when, isEager: true } })]);
    const bad = account.rate(2, 'billing', 'Never again.');
    const mails = account.mails();
    await account.sync();
    await account.openTab();
    await account.minutes.pass(hour);
    expect(mails).toHaveLength(1);
    expect(account.mails()).toEqual(mails);
    expect(account.alerted()).toEqual({ [bad]: [`rule ${leadOf.billing}`] });
  });

  it('costs one call a minute while there is none, and writes nothing twice', async () => {
    const account = await Account.open([rescue()]);
    account.rate(2);
    await account.sync();
    await account.openTab();
    await account.minutes.pass(2 * minute);
    const before = account.workspace.exchanges().length;
    await account.minutes.pass(10 * minute);
    expect(new Set(account.calls(before))).toEqual(new Set(['GET custom_objects/fl_feedback/records 200']));
    expect(account.calls(before)).toHaveLength(10);
    expect(account.mails()).toHaveLength(1);
  });
});
