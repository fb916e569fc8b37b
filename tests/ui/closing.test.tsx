/** Closing a case: the outcome, what whoever closed it saw, the next case; and how many were turned around. */
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { moveCase } from '../../src/actions/moveCase.ts';
import { newOperation } from '../../src/actions/newOperation.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { record } from '../../src/actions/record.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import type { Configuration } from '../../src/care/configuration.ts';
import type { NewEvent } from '../../src/care/ledger.ts';
import { solvedTicket } from '../actions/tickets.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { createTestApp, createTestHub, whenIdle } from '../testApp.ts';
import { createReadyWorkspace, listedRows, openSidebar, openTriageOn } from './render.tsx';

let workspace: Workspace;
// What comes later in a browser is compiled here first: no test waits for that.
beforeAll(async () => {
  await Promise.all([
    import('../../src/ui/closing/QueuePanel.tsx'),
    import('../../src/ui/closing/RecoveryLine.tsx'),
    import('../../src/ui/work/CaseForm.tsx'),
  ]);
});
beforeEach(async () => {
  workspace = await createReadyWorkspace();
});

const minute = 60_000;

/** What an admin governs, changed in the installation. */
function configure(change: Partial<Configuration>): void {
  const [installation] = workspace.world.installations.values();
  if (!installation) throw new Error('the app is not installed');
  const { configuration } = installation.settings;
  const known = typeof configuration === 'string' ? JSON.parse(configuration) : configuration;
  installation.settings = { ...installation.settings, configuration: { ...known, ...change } };
}

/** A badly rated ticket whose case is there, noticed by an admin. */
async function recordedCase(): Promise<string> {
  const ticket = solvedTicket(workspace.world, { csat: 1 });
  const admin = await createTestApp(workspace, 'admin');
  await recordSighting(admin, await readTicketFeedback(admin, ticket));
  await whenIdle(workspace);
  workspace.world.advance(minute);
  return ticket;
}

/** Facts the lead's app writes of a ticket, one after the other. */
async function leadWrites(ticket: string, ...facts: NewEvent[]): Promise<void> {
  const lead = await createTestApp(workspace, 'lead');
  for (const fact of facts) {
    const { feedback, requesterId } = await readTicketFeedback(lead, ticket);
    const subject = { ticketId: ticket, requesterId };
    await (await record(lead, feedback, subject, () => fact, newOperation(), false)).listed;
  }
  await whenIdle(workspace);
}

const reached: NewEvent = { kind: 'contacted', body: { channel: 'call', result: 'reached', note: null } };
const closedAs = (outcome: string): NewEvent => ({
  kind: 'case_moved',
  body: { to: 'closed', outcome, note: 'Done.' },
});

/** Kinds of the facts of a ticket's ledger. */
const kindsOf = (ticket: string) =>
  [...workspace.world.customObjectRecords.values()]
    .filter(({ external_id: name }) => name?.startsWith(`ticket:${ticket}:`))
    .map(({ custom_object_fields: { kind } }) => kind);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const question = (name: string) => screen.findByRole('heading', { name });
const ledger = { method: 'POST', path: '/api/v2/custom_objects/fl_event/records' } as const;

async function faultsOf(element: Element): Promise<string[]> {
  const options = { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } };
  const { violations } = await axe.run(element, options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
}

/** The sidebar of a ticket with a case, its form to close it open. */
async function openForm(change: Partial<Configuration> = {}) {
  configure(change);
  const ticket = await recordedCase();
  const hub = createTestHub()();
  const opened = await openSidebar(workspace, 'agent', ticket, hub);
  await opened.user.click(await screen.findByRole('button', { name: 'Close…' }));
  await screen.findByRole('radio', { name: 'Recovered' });
  return { ...opened, ticket, hub };
}

async function close(user: UserEvent, note = 'Called.') {
  await user.keyboard('1');
  if (note) await user.type(screen.getByRole('textbox', { name: /^What was done/ }), note);
  await user.click(button('Close the case'));
  await question('What was the cause?');
}

describe('closing from the queue', () => {
  it('takes at most ten key presses until the next case is there, with the focus on its title', async () => {
    configure({ requiredNotes: [] });
    const [first, second] = [await recordedCase(), await recordedCase()];
    const { user } = await openTriageOn(workspace, 'lead');
    expect(await listedRows()).toHaveLength(2);
    let presses = 0;
    const press = (keys: string) => {
      presses += 1;
      return user.keyboard(keys);
    };
    await press('j');
    await press('{Enter}');
    const panel = await screen.findByRole('complementary', { name: 'Where is my parcel?' });
    await within(panel).findByRole('button', { name: 'Close…' });
    await press('e');
    await screen.findByRole('radio', { name: 'Recovered' });
    await press('1');
    await press('{Enter}');
    for (const asked of ['What was the cause?', 'What stopped you?', 'How was the customer in the end?']) {
      expect(document.activeElement).toBe(await question(asked));
      await press('2');
    }
    await question('What would prevent the next one?');
    await press('1');
    const back = await screen.findByRole('button', { name: 'Back to the one just closed' });
    expect(presses).toBeLessThanOrEqual(10);
    const title = screen.getByRole('heading', { name: 'Where is my parcel?' });
    expect(document.activeElement).toBe(title);
    expect(screen.getByText(new RegExp(`ticket #${second}$`))).toBeTruthy();
    expect(kindsOf(first).filter((kind) => kind === 'voiced')).toHaveLength(1);
    await user.click(back);
    expect(await screen.findByText(new RegExp(`ticket #${first}$`))).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Back to the one just closed' })).toBeNull();
  });

  it('asks nothing where the account asks nothing, and rewards the last one', async () => {
    configure({ requiredNotes: [], asksVoice: false });
    const done = await recordedCase();
    await leadWrites(done, reached, closedAs('recovered'));
    await recordedCase();
    const { user } = await openTriageOn(workspace, 'lead');
    await listedRows();
    await user.keyboard('j{Enter}');
    await screen.findByRole('button', { name: 'Close…' });
    await user.keyboard('e');
    await screen.findByRole('radio', { name: 'No contact made' });
    await user.keyboard('3{Enter}');
    expect(await screen.findByText('Nothing waiting.')).toBeTruthy();
    expect(await screen.findByText('2 closed in the last 7 days, 1 recovered.')).toBeTruthy();
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(document.activeElement).not.toBe(document.body);
  });
});

describe('the form that closes a case', () => {
  it('chooses by number, goes to the note where one is wanted, and types digits there', async () => {
    const { user } = await openForm();
    await user.keyboard('2');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Not recovered' }).checked).toBe(true);
    const note = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What was done' });
    expect(document.activeElement).toBe(note);
    await user.keyboard('Order 13');
    expect(note.value).toBe('Order 13');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Not recovered' }).checked).toBe(true);
  });

  it('never takes a number for a bucket, and leaves by Escape with what was typed', async () => {
    const { user, ticket } = await openForm();
    await user.keyboard('1');
    await user.keyboard('Half a note{Escape}');
    expect(screen.queryByRole('radio')).toBeNull();
    expect(kindsOf(ticket)).not.toContain('bucket_set');
    await user.click(button('Close…'));
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox')).value).toBe('Half a note');
  });

  it('offers the admin’s own outcomes in their words', async () => {
    const outcomes = [
      { id: 'recovered', kind: 'recovered' as const, label: null },
      { id: 'refund', kind: 'not_recovered' as const, label: 'Refunded, gone' },
    ];
    const { user } = await openForm({ outcomes, requiredNotes: [] });
    expect(screen.getAllByRole('radio')).toHaveLength(2);
    await user.keyboard('2');
    await user.click(button('Close the case'));
    await question('What was the cause?');
    expect(screen.getAllByText('Refunded, gone').length).toBeGreaterThan(0);
  });

  it('says by whom the case was closed first, and keeps what was written', async () => {
    const { user, ticket } = await openForm();
    await user.keyboard('1');
    await user.type(screen.getByRole('textbox', { name: 'What was done' }), 'My own words.');
    await leadWrites(ticket, closedAs('no_contact'));
    await user.click(button('Close the case'));
    const told = await screen.findByRole('alert');
    expect(told.textContent?.replace(/[\u2068\u2069]/g, '')).toContain(
      'Ola Thorsen closed the case first: No contact made.',
    );
    expect(within(told).getByText('My own words.')).toBeTruthy();
    await user.click(within(told).getByRole('button', { name: 'Discard what I wrote' }));
    expect(await screen.findByRole('button', { name: 'Reopen…' })).toBeTruthy();
    expect(kindsOf(ticket).filter((kind) => kind === 'case_moved')).toHaveLength(1);
  });

  it('explains why a closed case stays closed where the account says so', async () => {
    configure({ isForwardOnly: true });
    const ticket = await recordedCase();
    await leadWrites(ticket, closedAs('recovered'));
    const { user } = await openSidebar(workspace, 'agent', ticket);
    await user.click(await screen.findByRole('button', { name: 'Reopen…' }));
    expect(await screen.findByText(/In this account closed cases stay closed/)).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: /reopened/ })).toBeNull();
  });

  it('has no fault axe could find', async () => {
    await openForm();
    expect(await faultsOf(document.body)).toEqual([]);
  });
});

describe('the questions after closing', () => {
  it('come after the case is safe, one at a time, with a way back', async () => {
    const { user, ticket } = await openForm();
    await close(user);
    expect(kindsOf(ticket)).toContain('case_moved');
    expect(screen.getByText('1 of 4')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
    await user.click(button('Product or policy'));
    await question('What stopped you?');
    expect(screen.getByText('2 of 4')).toBeTruthy();
    expect(button('Nobody owns it')).toBeTruthy();
    await user.click(button('Back'));
    await question('What was the cause?');
    expect(button('Product or policy').getAttribute('aria-pressed')).toBe('true');
    await user.click(button('How we work'));
    await question('What stopped you?');
    expect(button('Waiting for others')).toBeTruthy();
    expect(kindsOf(ticket)).not.toContain('voiced');
  });

  it('are skipped in one press, with the reason and what was answered', async () => {
    const { user, ticket } = await openForm();
    await close(user);
    await user.keyboard('4');
    await question('What stopped you?');
    await user.keyboard('6');
    await waitFor(() => expect(kindsOf(ticket)).toContain('voiced'));
    const fact = [...workspace.world.customObjectRecords.values()].find(
      ({ custom_object_fields: { kind } }) => kind === 'voiced',
    );
    expect(JSON.parse(String(fact?.custom_object_fields.body))).toEqual({
      answers: { cause: 'outside' },
      skipped: 'no_time',
    });
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Questions skipped'));
    expect(await screen.findByRole('button', { name: 'Reopen…' })).toBeTruthy();
  });

  it('keep their answers when they cannot be stored, and store them once', async () => {
    const { user, ticket } = await openForm();
    await close(user);
    for (const key of ['1', '2', '3']) await user.keyboard(key);
    await question('What would prevent the next one?');
    workspace.setFaults([{ ...ledger, kind: 'offline' }]);
    await user.keyboard('1');
    expect(await screen.findByText('That was not saved')).toBeTruthy();
    expect(button('Training').getAttribute('aria-pressed')).toBe('true');
    workspace.setFaults([]);
    await user.click(button('Try again'));
    await screen.findByRole('button', { name: 'Reopen…' });
    expect(kindsOf(ticket).filter((kind) => kind === 'voiced')).toHaveLength(1);
  });

  it('store nothing when one leaves in the middle, and go on where one left', async () => {
    const { user, ticket, hub, unmount } = await openForm();
    await close(user);
    await user.keyboard('1');
    await question('What stopped you?');
    await user.keyboard('{Escape}');
    expect(kindsOf(ticket)).not.toContain('voiced');
    unmount();
    const again = await openSidebar(workspace, 'agent', ticket, hub);
    await again.user.click(await screen.findByRole('button', { name: 'Answer the closing questions' }));
    expect(await screen.findByText('2 of 4')).toBeTruthy();
  });

  it('are asked anew of a case that was reopened', async () => {
    const { user } = await openForm({ requiredNotes: [] });
    await close(user, '');
    await user.keyboard('1{Escape}');
    workspace.world.advance(minute);
    await user.click(await screen.findByRole('button', { name: 'Reopen…' }));
    await user.click(await screen.findByRole('button', { name: 'Reopen the case' }));
    await user.click(await screen.findByRole('button', { name: 'Close…' }));
    await screen.findByRole('radio', { name: 'Recovered' });
    await close(user, '');
    expect(screen.getByText('1 of 4')).toBeTruthy();
    expect(button('What an agent did').getAttribute('aria-pressed')).toBe('false');
  });

  it('are not stored of a case somebody reopened meanwhile', async () => {
    const { user, ticket } = await openForm();
    await close(user);
    await leadWrites(ticket, { kind: 'case_moved', body: { to: 'in_progress', outcome: null, note: 'No.' } });
    await user.keyboard('9');
    expect(await screen.findByText(/A colleague changed the case first/)).toBeTruthy();
    expect(kindsOf(ticket)).not.toContain('voiced');
  });

  it('ask for one’s own mood only where an admin said so, and say who could read it', async () => {
    const { user } = await openForm({ asksOwnMood: true });
    await close(user);
    expect(screen.getByText('1 of 5')).toBeTruthy();
    for (const key of ['1', '2', '3']) await user.keyboard(key);
    await question('How are you after this one?');
    expect(screen.getByText(/every agent of this account could read this answer/)).toBeTruthy();
    expect(await faultsOf(document.body)).toEqual([]);
  });

  it('are not asked of whoever did not close the case', async () => {
    const ticket = await recordedCase();
    await leadWrites(ticket, closedAs('recovered'));
    await openSidebar(workspace, 'agent', ticket);
    await screen.findByText(/counts as recovered of all closed/);
    expect(screen.queryByRole('button', { name: 'Answer the closing questions' })).toBeNull();
  });

  it('have no fault axe could find', async () => {
    const { user } = await openForm();
    await close(user);
    expect(await faultsOf(document.body)).toEqual([]);
  });
});

describe('recovery', () => {
  it('is told of a closed case with what it rests on', async () => {
    const ticket = await recordedCase();
    await leadWrites(ticket, reached, closedAs('recovered'));
    await openSidebar(workspace, 'agent', ticket);
    expect(
      await screen.findByText(
        '1/5, no later score, contacted: counts as recovered, because it was closed so.',
      ),
    ).toBeTruthy();
  });

  it('is summed over both denominators on the closed view, in one call', async () => {
    const [one, two] = [await recordedCase(), await recordedCase()];
    await leadWrites(one, reached, closedAs('recovered'));
    await leadWrites(two, closedAs('no_contact'));
    const { user } = await openTriageOn(workspace, 'lead');
    await screen.findByText('2 closed in the last 7 days, 1 recovered.');
    const before = workspace.exchanges().length;
    await user.click(await screen.findByRole('button', { name: /^Closed/ }));
    const line = await screen.findByText(/^Last 30 days: recovered 1 of 1 contacted/);
    expect(line.textContent).toBe(
      'Last 30 days: recovered 1 of 1 contacted (100%, 95 % interval 21% to 100%). Of all 2 closed: 1 (50%, 95 % interval 9% to 91%).',
    );
    await user.click(button(/How this is counted/));
    expect(screen.getByText(/^Rule: recovered is a case closed with such an outcome/)).toBeTruthy();
    expect(screen.getByText('By itself, without any contact, the score rose in 0 of 1 case.')).toBeTruthy();
    const searches = workspace
      .exchanges()
      .slice(before)
      .filter(({ requestBody }) => JSON.stringify(requestBody ?? '').includes('updated_at'));
    expect(searches).toHaveLength(1);
    expect(await faultsOf(document.body)).toEqual([]);
  });

  it('says when the figures could not be read, and reads them again', async () => {
    await leadWrites(await recordedCase(), reached, closedAs('recovered'));
    const { user } = await openTriageOn(workspace, 'lead');
    await screen.findByText('Nothing waiting.');
    await screen.findByText('1 closed in the last 7 days, 1 recovered.');
    workspace.setFaults([{ path: '/api/v2/custom_objects/fl_feedback/records/search', kind: '503' }]);
    await user.click(button(/^Closed/));
    expect(await screen.findByText('The recovery figures could not be read')).toBeTruthy();
  });
});

it('a case reopened by another is a move like any other', async () => {
  const ticket = await recordedCase();
  await leadWrites(ticket, closedAs('recovered'));
  const { user } = await openSidebar(workspace, 'agent', ticket);
  await user.click(await screen.findByRole('button', { name: 'Reopen…' }));
  await user.type(await screen.findByRole('textbox', { name: 'Why it is reopened' }), 'Wrote again.');
  const lead = await createTestApp(workspace, 'lead');
  const { feedback, requesterId } = await readTicketFeedback(lead, ticket);
  const move = { to: 'in_progress' as const, outcome: null, note: 'Called back.' };
  await moveCase(lead, feedback, { ticketId: ticket, requesterId }, move, 'reopen');
  await user.click(button('Reopen the case'));
  const told = await screen.findByRole('alert');
  expect(told.textContent?.replace(/[\u2068\u2069]/g, '')).toContain('Ola Thorsen reopened the case first.');
  expect(within(told).getByText('Wrote again.')).toBeTruthy();
});
