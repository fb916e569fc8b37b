/** The insights page over feedbacks of a real account: figures, what is asked, and the tickets behind a number. */
import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { rebuildRollups } from '../../src/actions/rebuildRollups.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { setBucket } from '../../src/actions/setBucket.ts';
import type { App } from '../../src/app.ts';
import { InsightsScreen } from '../../src/ui/insights/InsightsScreen.tsx';
import { customerId, solvedTicket } from '../actions/tickets.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { setDeleted } from '../emulator/world/deleteTicket.ts';
import { createTestApp, createTestHub, whenIdle } from '../testApp.ts';
import { callsSince, createReadyWorkspace, openApp, show } from './render.tsx';

// Whole pages in jsdom: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 60_000 });
const patient = { timeout: 20_000 };

let workspace: Workspace;
let admin: App;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
  admin = await createTestApp(workspace, 'admin');
});

/** Tickets rated a moment ago, by their ids. */
async function rated(...scores: number[]): Promise<string[]> {
  const tickets: string[] = [];
  for (const csat of scores) {
    const ticket = solvedTicket(workspace.world, { csat, ces: csat });
    await recordSighting(admin, await readTicketFeedback(admin, ticket));
    tickets.push(ticket);
  }
  await whenIdle(workspace);
  return tickets;
}

async function openInsights(change: (app: App) => void = () => {}, hub = createTestHub()()) {
  const opened = await openApp(workspace, 'admin', hub);
  change(opened.app);
  const shown = show(opened.app, <InsightsScreen onPage={() => {}} />);
  return { ...opened, ...shown };
}

const figures = async () => within(await screen.findByRole('table', { name: 'All figures' }, patient));
const csatButton = () => screen.findAllByRole('button', { name: /^CSAT: .*Show the tickets$/ }, patient);
const pressFirst = async (user: { click: (element: Element) => Promise<void> }) => {
  const [button] = await csatButton();
  if (!button) throw new Error('no figure can be pressed');
  await user.click(button);
  return { button, dialog: await screen.findByRole('dialog', {}, patient) };
};

async function expectNoFaults(place: Element = document.body): Promise<void> {
  // jsdom draws nothing: contrast is looked at in the browser.
  const options = { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } };
  const { violations } = await axe.run(place, options);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
}

describe('the insights page', () => {
  it('says each figure with what it rests on, and in a sentence what is looked at', async () => {
    await rated(5, 4, 2);
    await openInsights();
    const table = await figures();
    const row = table.getByRole('rowheader', { name: /^CSAT(?!,)/ }).closest('tr');
    expect(row?.textContent).toContain('67%');
    expect(row?.textContent).toContain('2 of 3');
    expect(row?.textContent).toContain('too few to judge');
    expect(screen.getByText(/compared with .* All feedbacks, broken down by bucket/)).toBeDefined();
    expect(screen.getByText(/^Data as of/)).toBeDefined();
    await expectNoFaults();
  });

  it('opens with five calls at most once its rows are kept', async () => {
    await rated(5, 4, 2);
    await rebuildRollups(admin, { isStopped: () => false, onProgress: () => {} });
    await whenIdle(workspace);
    const before = workspace.exchanges().length;
    await openInsights();
    await figures();
    await screen.findByRole('heading', { name: 'In pictures' }, patient);
    await whenIdle(workspace);
    const calls = callsSince(workspace, before);
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.length, calls.join('\n')).toBeLessThanOrEqual(5);
  });

  it('tells what a figure means when asked', async () => {
    await rated(5);
    const { user } = await openInsights();
    const [ask] = await screen.findAllByRole('button', { name: 'What CSAT means' }, patient);
    if (!ask) throw new Error('nobody can ask');
    expect(ask.getAttribute('aria-expanded')).toBe('false');
    await user.click(ask);
    expect(ask.getAttribute('aria-expanded')).toBe('true');
    const told = document.getElementById(ask.getAttribute('aria-controls') ?? '');
    expect(told?.hidden).toBe(false);
    expect(told?.textContent?.length).toBeGreaterThan(20);
  });

  it('limits what it counts to what is chosen, and takes it back', async () => {
    const [first = ''] = await rated(5, 4, 2);
    const { feedback } = await readTicketFeedback(admin, first);
    const subject = { ticketId: first, requesterId: String(customerId) };
    await setBucket(admin, feedback, subject, { bucket: 'process', topic: null, note: null }, 'op1');
    await whenIdle(workspace);
    const { user } = await openInsights();
    const table = await figures();
    const feedbacks = () =>
      table
        .getByRole('rowheader', { name: /^Feedbacks/ })
        .closest('tr')
        ?.querySelector('td')?.textContent;
    expect(feedbacks()).toBe('3');
    await user.selectOptions(screen.getByLabelText('that is'), 'Process');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    await screen.findByText(/Only Bucket: Process/i);
    await waitFor(() => expect(feedbacks()).toBe('1'), patient);
    await user.click(screen.getByRole('button', { name: 'Remove: Bucket: Process' }));
    await screen.findByText(/All feedbacks, broken down/);
  });

  it('keeps what was asked for whoever comes back to it', async () => {
    await rated(5);
    const makeHub = createTestHub();
    const { user, unmount } = await openInsights(undefined, makeHub());
    await figures();
    await user.selectOptions(screen.getByLabelText('Period'), 'Last 90 days');
    await user.click(screen.getByLabelText('Compare with the period before'));
    unmount();
    await openInsights(undefined, makeHub());
    await figures();
    expect(screen.getByLabelText<HTMLSelectElement>('Period').value).toBe('days_90');
    expect(screen.getByLabelText<HTMLInputElement>('Compare with the period before').checked).toBe(false);
    expect(screen.queryByText(/compared with/)).toBeNull();
  });

  it('says what to do where nobody rated', async () => {
    const { user } = await openInsights();
    await user.selectOptions(await screen.findByLabelText('Period'), 'Own dates');
    for (const end of ['From', 'To']) {
      await user.type(screen.getByLabelText(end), '2020-01-01');
    }
    await user.click(screen.getByRole('button', { name: 'Show these days' }));
    await screen.findByRole('heading', { name: 'No rating of this period is known.' }, patient);
    await user.click(screen.getByRole('button', { name: 'Look at the last 90 days' }));
    expect(screen.getByLabelText<HTMLSelectElement>('Period').value).toBe('days_90');
  });

  it('says that agents with fewer than thirty are not ranked', async () => {
    await rated(5, 4);
    const { user } = await openInsights();
    await figures();
    await user.selectOptions(screen.getByLabelText('Break down by'), 'Agent');
    const table = within(await screen.findByRole('table', { name: 'By agent' }, patient));
    expect(table.getByRole('rowheader', { name: 'Fewer than 30: by name, not ranked' })).toBeDefined();
  });

  it('offers nothing about agents where their figures are hidden', async () => {
    await rated(5);
    await openInsights((app) => {
      app.configuration = { ...app.configuration, hidesAgents: true };
    });
    await figures();
    const offered = within(screen.getByLabelText('Break down by')).getAllByRole('option');
    const names = offered.map(({ textContent }) => textContent);
    expect(names).toContain('Topic');
    expect(names).not.toContain('Agent');
    expect(names).not.toContain('Case owner');
  });

  it('keeps the last numbers, and says so, while they cannot be read again', async () => {
    await rated(5, 4);
    const { user, app } = await openInsights();
    await figures();
    const { http } = app.zendesk;
    app.zendesk.http = { ...http, get: () => Promise.reject(new Error('the account is gone')) };
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    await screen.findByText('The numbers could not be read again. These are the last ones.', {}, patient);
    expect((await figures()).getByRole('rowheader', { name: /^Feedbacks/ })).toBeDefined();
  });
});

describe('the tickets behind a number', () => {
  it('are listed, can be opened, and give the focus back', async () => {
    const [ticket = ''] = await rated(2);
    const { user, host } = await openInsights();
    const { button, dialog } = await pressFirst(user);
    const list = within(dialog);
    const row = await list.findByRole(
      'button',
      { name: new RegExp(`Where is my parcel\\?.*#${ticket}`) },
      patient,
    );
    expect(list.getByText('2/5')).toBeDefined();
    expect(list.getByText(/Ines Prado/)).toBeDefined();
    expect(document.activeElement).toBe(list.getByRole('heading'));
    await expectNoFaults(dialog);
    await user.click(row);
    expect(host.invoked).toContainEqual(['routeTo', 'ticket', ticket]);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('leaves out what may not be seen, and says how many', async () => {
    const [gone = ''] = await rated(2, 5);
    const { user } = await openInsights();
    await csatButton();
    const ticket = workspace.world.tickets.get(Number(gone));
    if (!ticket) throw new Error('no such ticket');
    setDeleted(workspace.world, ticket, Number(admin.user.id), true);
    const { dialog } = await pressFirst(user);
    await within(dialog).findByText(
      'One more counts here that you may not see, or that is gone.',
      {},
      patient,
    );
    expect(within(dialog).getAllByRole('listitem')).toHaveLength(1);
  });

  it('are, of a share, all of them or those that count', async () => {
    await rated(2, 5, 4);
    const { user } = await openInsights();
    const { dialog } = await pressFirst(user);
    await waitFor(() => expect(within(dialog).getAllByRole('listitem')).toHaveLength(3), patient);
    await user.click(within(dialog).getByRole('button', { name: 'Those that count' }));
    await waitFor(() => expect(within(dialog).getAllByRole('listitem')).toHaveLength(2), patient);
  });

  it('are, of how many were bad, those at first', async () => {
    await rated(2, 5, 4);
    const { user } = await openInsights();
    const name = /^Low scores: .*Show the tickets$/;
    const [button] = await screen.findAllByRole('button', { name }, patient);
    if (!button) throw new Error('no figure can be pressed');
    await user.click(button);
    const dialog = await screen.findByRole('dialog', {}, patient);
    await waitFor(() => expect(within(dialog).getAllByRole('listitem')).toHaveLength(1), patient);
  });

  it('come fifty at a time, and the focus goes on with them', async () => {
    await rated(...Array.from({ length: 52 }, () => 5));
    const { user } = await openInsights();
    const { dialog } = await pressFirst(user);
    const items = () => within(dialog).getAllByRole('listitem');
    await waitFor(() => expect(items()).toHaveLength(50), patient);
    await user.click(within(dialog).getByRole('button', { name: 'Show 2 more' }));
    await waitFor(() => expect(items()).toHaveLength(52), patient);
    expect(items()[50]?.contains(document.activeElement)).toBe(true);
  });
});
