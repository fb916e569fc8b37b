import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { setAside } from '../../src/actions/setAside.ts';
import { laneOf } from '../../src/care/feedback.ts';
import { solvedTicket } from '../actions/tickets.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { storyTickets } from '../emulator/world/storyTickets.ts';
import { createTestApp } from '../testApp.ts';
import {
  bucketButton,
  callsSince,
  createReadyWorkspace,
  openApp,
  openSidebar,
  showSidebar,
} from './render.tsx';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
});

const press = (name: string | RegExp) => screen.getByRole('button', { name });
const said = () => screen.getByRole('status').textContent;
const scanner = String(storyTickets.scanner);

async function stored(ticket: string) {
  const lead = await createTestApp(workspace, 'lead');
  return (await readTicketFeedback(lead, ticket)).feedback;
}

/** The sidebar of a bad rating whose case has been opened. */
async function openRated(
  persona: 'admin' | 'agent' = 'agent',
  ticket = solvedTicket(workspace.world, { csat: 1 }),
) {
  const opened = await openSidebar(workspace, persona, ticket);
  await screen.findByText('Nobody has it yet.');
  return { ...opened, ticket };
}

describe('a rating that looks like a machine’s', () => {
  it('says by which signs, and waits to be checked', async () => {
    await openSidebar(workspace, 'admin', scanner);
    const why = await screen.findByText(/^Looks like a mail scanner: /);
    expect(why.textContent).toBe(
      'Looks like a mail scanner: rated within seconds of sending, changed within a minute, no comment.',
    );
    expect(laneOf(await stored(scanner))).toBe('check_first');
    expect(screen.queryByRole('button', { name: 'Set aside…' })).toBeNull();
  });

  it('goes to the queue by one press, with the way back beside it', async () => {
    const { user } = await openSidebar(workspace, 'admin', scanner);
    await user.click(await screen.findByRole('button', { name: 'It is a person' }));
    expect(await screen.findByText('Checked: a person gave this rating.')).toBeTruthy();
    expect(said()).toBe('Noted: a person gave this rating');
    expect(document.activeElement).not.toBe(document.body);
    expect(laneOf(await stored(scanner))).toBe('new');
    await user.click(press('Undo'));
    expect(await screen.findByText(/^Looks like a mail scanner: /)).toBeTruthy();
    expect(said()).toBe('To be checked again');
    expect(laneOf(await stored(scanner))).toBe('check_first');
  });

  it('leaves the figures by one press, and comes back by another', async () => {
    const { user } = await openSidebar(workspace, 'admin', scanner);
    await user.click(await screen.findByRole('button', { name: 'Set aside' }));
    expect(await screen.findByText(/^You set this aside/)).toBeTruthy();
    expect(
      screen.getByText('Reason: a mail scanner, not a person. It does not count in figures.'),
    ).toBeTruthy();
    expect(screen.getByText('Set aside: it waits for nobody and is in no queue.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Take' })).toBeNull();
    expect(laneOf(await stored(scanner))).toBe('set_aside');
    await user.click(press('Take back'));
    expect(await screen.findByText(/^Looks like a mail scanner: /)).toBeTruthy();
    expect(laneOf(await stored(scanner))).toBe('check_first');
  });

  it('teaches the mail domain, and no address', async () => {
    const { user } = await openSidebar(workspace, 'admin', scanner);
    await user.click(await screen.findByRole('button', { name: 'Set aside' }));
    const docs = () =>
      [...workspace.world.customObjectRecords.values()].filter(({ external_id: id }) =>
        id?.startsWith('scanner:'),
      );
    await waitFor(() => expect(docs()).toHaveLength(1));
    const [doc] = docs();
    expect(doc?.external_id).toMatch(/^scanner:[a-z0-9.-]+$/);
    expect(JSON.parse(String(doc?.custom_object_fields.body))).toEqual({ robot: 1, genuine: 0 });
    expect(JSON.stringify(doc)).not.toContain('@');
    await user.click(press('Take back'));
    await waitFor(() =>
      expect(JSON.parse(String(docs()[0]?.custom_object_fields.body))).toEqual({ robot: 0, genuine: 0 }),
    );
  });
});

describe('setting a rating aside', () => {
  it('asks for a reason, takes a note, and says who did it and why', async () => {
    const { user, ticket } = await openRated();
    await user.click(press('Set aside…'));
    await screen.findByRole('group', { name: 'Why does it not count?' });
    await waitFor(() => expect(document.activeElement?.getAttribute('type')).toBe('radio'));
    await user.click(press('Set aside'));
    expect((await screen.findByRole('alert')).textContent).toContain('Choose a reason.');
    await user.click(screen.getByRole('radio', { name: 'answered by somebody else' }));
    await user.type(screen.getByRole('textbox', { name: 'Note for colleagues' }), 'The neighbour answered');
    await user.click(press('Set aside'));
    expect(await screen.findByText(/^You set this aside/)).toBeTruthy();
    expect(said()).toBe('Set aside: it no longer counts');
    expect(screen.getByText('The neighbour answered')).toBeTruthy();
    const { setAside: kept } = await stored(ticket);
    expect(kept).toMatchObject({ reason: 'wrong_person', note: 'The neighbour answered' });
  });

  it('can be done and left by the keyboard alone', async () => {
    const { user } = await openRated();
    press('Set aside…').focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('group', { name: 'Why does it not count?' });
    await waitFor(() => expect(document.activeElement?.getAttribute('type')).toBe('radio'));
    press('Cancel').focus();
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('group', { name: 'Why does it not count?' })).toBeNull();
    expect(document.activeElement).not.toBe(document.body);
  });

  it('keeps what was typed when it was not saved, and saves it when tried again', async () => {
    const { user } = await openRated();
    await user.click(press('Set aside…'));
    await user.click(await screen.findByRole('radio', { name: 'a test' }));
    workspace.setFaults([{ method: 'POST', path: '/api/v2/custom_objects/fl_event/records', kind: '503' }]);
    await user.click(press('Set aside'));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('That was not saved');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'a test' }).checked).toBe(true);
    workspace.setFaults([]);
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Reason: a test. It does not count in figures.')).toBeTruthy();
  });

  it('is not offered to agents where only admins may, who can still read of it', async () => {
    const ticket = solvedTicket(workspace.world, { csat: 1 });
    const { app } = await openApp(workspace, 'agent');
    app.configuration.setAsideBy = 'admins';
    const first = showSidebar(app, ticket);
    await screen.findByText('Nobody has it yet.');
    expect(screen.queryByRole('button', { name: 'Set aside…' })).toBeNull();
    first.unmount();
    const admin = await createTestApp(workspace, 'admin');
    const { feedback, requesterId } = await readTicketFeedback(admin, ticket);
    const subject = { ticketId: ticket, requesterId };
    await setAside(admin, feedback, subject, { reason: 'test', note: null }, 'admin-1');
    showSidebar(app, ticket);
    expect(await screen.findByText(/^Noor Haddad set this aside/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Take back' })).toBeNull();
  });

  it('says that a colleague was first, and shows theirs', async () => {
    const { user, ticket } = await openRated();
    const lead = await createTestApp(workspace, 'lead');
    const { feedback, requesterId } = await readTicketFeedback(lead, ticket);
    await setAside(
      lead,
      feedback,
      { ticketId: ticket, requesterId },
      { reason: 'test', note: null },
      'lead-1',
    );
    await user.click(press('Set aside…'));
    await user.click(await screen.findByRole('radio', { name: 'abusive' }));
    await user.click(press('Set aside'));
    expect(await screen.findByText(/A colleague changed the case first/)).toBeTruthy();
    expect(await screen.findByText(/^Ola Thorsen set this aside/)).toBeTruthy();
    expect((await stored(ticket)).setAside?.reason).toBe('test');
  });

  it('takes two calls', async () => {
    const { user } = await openRated('agent', solvedTicket(workspace.world, { csat: 1, comment: 'No' }));
    await waitFor(() => expect(callsSince(workspace, 0).at(-1)).toContain('notify'));
    await user.click(press('Set aside…'));
    await user.click(await screen.findByRole('radio', { name: 'a test' }));
    const before = workspace.exchanges().length;
    await user.click(press('Set aside'));
    await screen.findByText(/^You set this aside/);
    await waitFor(() => expect(callsSince(workspace, before).length).toBeGreaterThanOrEqual(3));
    // The third tells other people's browsers.
    expect(callsSince(workspace, before)).toHaveLength(3);
    expect(bucketButton('Agent')).toBeTruthy();
  });
});
