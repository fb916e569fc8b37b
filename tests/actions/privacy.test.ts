/** What is erased, what stays, and what an owner takes along. */
import { beforeEach, describe, expect, it } from 'vitest';
import { countOfCustomer, eraseCustomer } from '../../src/actions/eraseCustomer.ts';
import { exportEverything } from '../../src/actions/exportEverything.ts';
import { findCustomers } from '../../src/actions/findCustomers.ts';
import { forgetTexts } from '../../src/actions/forgetTexts.ts';
import { keepTexts } from '../../src/actions/keepTexts.ts';
import { logContact } from '../../src/actions/logContact.ts';
import { moveCase } from '../../src/actions/moveCase.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { setUp } from '../../src/actions/setUp.ts';
import type { App } from '../../src/app.ts';
import { defaultConfiguration } from '../../src/care/configuration.ts';
import { foldAll } from '../../src/care/fold.ts';
import { anything } from '../../src/zendesk/fields.ts';
import { ledgerPath, readFacts } from '../../src/zendesk/ledger.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { createTestApp, whenIdle } from '../testApp.ts';
import { customerId, solvedTicket } from './tickets.ts';

let workspace: Workspace;
let admin: App;
beforeEach(async () => {
  workspace = createWorkspace({ apps: [{ appId: 7, installationId: 70, settings: {} }] });
  workspace.world.unknowns.indexLagSeconds = 0;
  await setUp(await createTestApp(workspace, 'admin'), () => {});
  admin = await createTestApp(workspace, 'admin', { timeoutMs: 2_000 });
});

const secret = 'Ines was in tears about her late father’s parcel';
const customer = String(customerId);

/** A closed case with a note in the contact and one in the closing. */
async function closedCase(): Promise<string> {
  const ticket = solvedTicket(workspace.world, { csat: 1 });
  const subject = { ticketId: ticket, requesterId: customer };
  const seen = await recordSighting(admin, await readTicketFeedback(admin, ticket));
  const contact = { channel: 'call' as const, result: 'reached' as const, note: secret };
  const { feedback } = await logContact(admin, seen, subject, contact, `c${ticket}`);
  await moveCase(
    admin,
    feedback,
    subject,
    { to: 'closed', outcome: 'recovered', note: secret },
    `m${ticket}`,
  );
  await whenIdle(workspace);
  return ticket;
}

const everything = () =>
  JSON.stringify(
    [...workspace.world.customObjectRecords.values()].map((record) => record.custom_object_fields),
  );
const folded = async (ticket: string) => (await readTicketFeedback(admin, ticket)).feedback;

describe('erasing one customer’s data', () => {
  it('takes every typed text from ledger and list, and leaves codes, numbers and times', async () => {
    const tickets = [await closedCase(), await closedCase()];
    const before = await folded(tickets[0] ?? '');
    expect(everything()).toContain(secret);
    workspace.world.advance(60_000);
    const erased = await eraseCustomer(admin, customer, () => {});
    expect(erased).toEqual({ feedbacks: 2, texts: 4 });
    expect(everything()).not.toContain('Ines');
    const after = await folded(tickets[0] ?? '');
    const own = before.case && { ...before.case, note: null };
    expect(after).toMatchObject({ rev: before.rev, case: own, revisions: before.revisions });
    expect(after.edited).toBe(0);
  });

  it('makes the list forget whose it was, and finds nothing the second time', async () => {
    await closedCase();
    expect(await countOfCustomer(admin, customer)).toBe(1);
    await eraseCustomer(admin, customer, () => {});
    expect(await countOfCustomer(admin, customer)).toBe(0);
    expect(await eraseCustomer(admin, customer, () => {})).toEqual({ feedbacks: 0, texts: 0 });
  });

  it('goes on where a broken-off run stopped', async () => {
    await closedCase();
    workspace.setFaults([{ method: 'POST', path: '/api/v2/custom_objects/fl_feedback/jobs', kind: '422' }]);
    const failed = await eraseCustomer(admin, customer, () => {}).then(
      () => false,
      () => true,
    );
    workspace.setFaults([]);
    expect(failed).toBe(true);
    expect(await countOfCustomer(admin, customer)).toBe(1);
    await eraseCustomer(admin, customer, () => {});
    expect(everything()).not.toContain('Ines');
  });

  it('does not hide that somebody changed a record by hand', async () => {
    const ticket = await closedCase();
    workspace.world.advance(60_000);
    const body = JSON.stringify({ to: 'closed', outcome: 'recovered', note: 'All is well' });
    const change = { custom_object_record: { custom_object_fields: { body } } };
    const params = { external_id: `ticket:${ticket}:3` };
    await admin.zendesk.http.send('PATCH', ledgerPath, change, anything, { params });
    const facts = await readFacts(admin.zendesk.http, `ticket:${ticket}`);
    expect(foldAll(`ticket:${ticket}`, facts).edited).toBe(1);
  });
});

describe('finding the customer', () => {
  it('finds people outside by name and address, and no colleagues', async () => {
    solvedTicket(workspace.world, { csat: 1 });
    const byName = await findCustomers(admin, 'Ines');
    expect(byName).toContainEqual({ id: customer, name: 'Ines Prado', email: 'ines.prado@example.com' });
    const colleague = workspace.world.users.get(Number(admin.user.id))?.name ?? '';
    expect(await findCustomers(admin, colleague)).toEqual([]);
  });
});

describe('keeping texts for so many months', () => {
  const keeping = (keepMonths: number | null) => ({
    ...admin,
    configuration: { ...defaultConfiguration, keepMonths },
  });
  const pass = (days: number) => workspace.world.advance(days * 86_400_000);

  it('blanks what rested longer and leaves the rest', async () => {
    await closedCase();
    pass(40);
    const young = await closedCase();
    expect(await forgetTexts(keeping(1))).toBe(2);
    expect(everything().split(secret)).toHaveLength(4);
    expect((await folded(young)).case?.note).toBe(secret);
  });

  it('looks at each feedback once', async () => {
    await closedCase();
    pass(40);
    await forgetTexts(keeping(1));
    const calls = workspace.exchanges().length;
    expect(await forgetTexts(keeping(1))).toBe(0);
    expect(workspace.exchanges().length - calls).toBeLessThanOrEqual(3);
  });

  it('keeps everything, without a call, where no time is set', async () => {
    await closedCase();
    pass(4_000);
    const calls = workspace.exchanges().length;
    expect(await forgetTexts(keeping(null))).toBe(0);
    expect(workspace.exchanges()).toHaveLength(calls);
  });

  it('asks what is stored now before anything goes', async () => {
    await closedCase();
    pass(40);
    const waits: (() => void)[] = [];
    const wait = () => new Promise<void>((resolve) => waits.push(resolve));
    const stop = keepTexts(keeping(1), { isLeader: () => true, wait });
    waits.shift()?.();
    // The next pause begins when the look is over.
    await expect.poll(() => waits.length).toBe(1);
    stop();
    expect(everything()).toContain(secret);
  });

  it('leaves open cases alone, however old', async () => {
    const ticket = solvedTicket(workspace.world, { csat: 1 });
    const seen = await recordSighting(admin, await readTicketFeedback(admin, ticket));
    const contact = { channel: 'call' as const, result: 'no_answer' as const, note: secret };
    await logContact(admin, seen, { ticketId: ticket, requesterId: customer }, contact, 'c');
    await whenIdle(workspace);
    pass(400);
    expect(await forgetTexts(keeping(1))).toBe(0);
    expect(everything()).toContain(secret);
  });
});

describe('taking everything along', () => {
  it('hands over every record of every object and the settings', async () => {
    await closedCase();
    const seen: number[] = [];
    const whole = await exportEverything(
      admin,
      'json',
      ({ records }) => seen.push(records),
      new AbortController().signal,
    );
    const own = [...workspace.world.customObjectRecords.values()].filter(({ object_key }) =>
      object_key.startsWith('fl_'),
    );
    expect(whole?.records).toBe(own.length);
    expect(whole?.files.map(({ name }) => name)).toEqual([
      'settings.json',
      'fl_event.json',
      'fl_feedback.json',
      'fl_doc.json',
    ]);
    const events = JSON.parse(whole?.files[1]?.text ?? '[]') as { id: string }[];
    expect(events).toHaveLength(own.filter(({ object_key }) => object_key === 'fl_event').length);
    expect(seen.at(-1)).toBe(own.length);
  });

  it('marks what a spreadsheet would take for a formula', async () => {
    const ticket = solvedTicket(workspace.world, { csat: 1 });
    const seen = await recordSighting(admin, await readTicketFeedback(admin, ticket));
    const note = '=HYPERLINK("http://evil.example")';
    await logContact(
      admin,
      seen,
      { ticketId: ticket, requesterId: customer },
      { channel: 'call', result: 'reached', note },
      'c',
    );
    await whenIdle(workspace);
    const whole = await exportEverything(admin, 'csv', () => {}, new AbortController().signal);
    const events = whole?.files.find(({ name }) => name === 'fl_event.csv')?.text ?? '';
    expect(events).toContain('HYPERLINK');
    expect(events).not.toMatch(/(^|,)"?=/m);
  });

  it('stops when asked', async () => {
    const stopped = new AbortController();
    stopped.abort();
    expect(await exportEverything(admin, 'json', () => {}, stopped.signal)).toBeNull();
  });
});
