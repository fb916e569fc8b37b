/** Alerts on the lead's page: one press to the case, acknowledged or put off, with nothing moving the list. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { configure } from '../../src/actions/configure.ts';
import { readStoredConfiguration } from '../../src/actions/readStoredConfiguration.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { record } from '../../src/actions/record.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { noticesFor } from '../../src/care/workflows/notices.ts';
import { newWorkflow } from '../../src/care/workflows/workflow.ts';
import { solvedTicket } from '../actions/tickets.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { personas } from '../emulator/world/people.ts';
import { createTestApp, createTestHub, whenIdle } from '../testApp.ts';
import { createReadyWorkspace, listedRows, openTriageOn } from './render.tsx';

beforeAll(() => import('../../src/ui/notices/NoticeBar.tsx'), 120_000);

const lead = String(personas.lead);
let workspace: Workspace;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
  const admin = await createTestApp(workspace, 'admin');
  const basis = await readStoredConfiguration(admin);
  const workflow = { ...newWorkflow('resc', 'rescue', 'Rescue', 3), isOn: true };
  await configure(admin, { ...basis, workflows: [workflow], otherLeads: [lead] }, basis);
});

/** A badly rated ticket the lead was alerted of, in ledger and list. */
async function alerted() {
  const ticket = solvedTicket(workspace.world, { csat: 1, comment: 'Never again.' });
  const admin = await createTestApp(workspace, 'admin');
  const sighting = await readTicketFeedback(admin, ticket);
  const feedback = await recordSighting(admin, sighting);
  const body = { workflow: 'resc', how: 'in_app' as const, to: lead };
  const subject = { ticketId: ticket, requesterId: sighting.requesterId };
  const entry = [{ kind: 'alerted' as const, body }] as const;
  const written = await record(admin, feedback, subject, () => entry, `alert ${ticket}`, false);
  await written.listed;
  await whenIdle(workspace);
  return { ticket, feedback: written.feedback };
}

/** The page in a tab whose background found alerts of these tickets. */
async function open(count = 2, persona: 'lead' | 'agent' = 'lead') {
  const found = [];
  for (let n = 0; n < count; n += 1) {
    found.push(await alerted());
    workspace.world.advance(60_000);
  }
  const join = createTestHub();
  const background = await createTestApp(workspace, 'lead', { hub: join() });
  const feedbacks = found.map(({ feedback }) => feedback);
  const { user, configuration, now, zendesk } = background;
  const keep = () => zendesk.hub.keep('notices', noticesFor(feedbacks, user.id, configuration, now()));
  keep();
  const opened = await openTriageOn(workspace, persona, undefined, join());
  await listedRows();
  const newest = found.at(-1)?.ticket ?? '';
  return { ...opened, tickets: found.map(({ ticket }) => ticket).reverse(), newest, keep };
}

const bar = () => screen.findByRole('region', { name: /alerts? for you/ });
const press = async (name: string | RegExp) => within(await bar()).getByRole('button', { name });
const noBar = () => waitFor(() => expect(screen.queryByRole('region', { name: /for you/ })).toBeNull());

describe('alerts on the page', () => {
  it('say workflow, ticket and time left, and open the case with one press', async () => {
    const { user, newest } = await open();
    const region = await bar();
    expect(region.textContent).toMatch(new RegExp(`^2 alerts for you.*Rescue · Ticket ${newest} · due in`));
    expect(region.textContent).not.toMatch(/Never again|Ines/);
    await user.click(await press(`Open the case of ticket ${newest}`));
    await waitFor(() =>
      expect(screen.getByRole('complementary').textContent).toMatch(/Alerted .*\(Rescue\)/),
    );
  });

  it('are gone one by one when acknowledged, with the focus where one goes on and the rest said', async () => {
    const { user, tickets } = await open();
    const [first, second] = tickets;
    await user.click(await press(`Acknowledge the alert of ticket ${first}`));
    await screen.findByText('Acknowledged. 1 alert left.');
    expect((await bar()).textContent).toContain(`Ticket ${second}`);
    expect(document.activeElement?.textContent).toBe('1 alert for you');
    await user.click(await press(`Acknowledge the alert of ticket ${second}`));
    await noBar();
    expect(document.activeElement?.tagName).toBe('H1');
    expect(screen.getByText('Acknowledged. No alerts left.')).toBeTruthy();
  });

  it('do not come back on the next opening once acknowledged all together', async () => {
    const { user, unmount, hub } = await open(3);
    await user.click(await press('2 more alerts'));
    await user.click(await press('Acknowledge all'));
    await noBar();
    unmount();
    await openTriageOn(workspace, 'lead', undefined, hub);
    await listedRows();
    await new Promise((resolve) => setTimeout(resolve, 2_300));
    expect(screen.queryByRole('region', { name: /for you/ })).toBeNull();
  });

  it('lose only one to a double click, whose second press meets the next', async () => {
    const { user, tickets } = await open(2);
    const [first, second] = tickets;
    await user.click(await press(`Acknowledge the alert of ticket ${first}`));
    await screen.findByRole('region', { name: '1 alert for you' });
    fireEvent.click(await press(`Acknowledge the alert of ticket ${second}`), { detail: 2 });
    await whenIdle(workspace);
    expect((await bar()).textContent).toContain('1 alert for you');
  });

  it('can be put off for an hour, by keyboard, and Escape changes nothing', async () => {
    const { user, newest } = await open(1);
    const snooze = await press(`Snooze the alert of ticket ${newest}`);
    act(() => snooze.focus());
    await user.keyboard('{Enter}');
    expect(document.activeElement?.textContent).toBe('1 hour');
    await user.keyboard('{Escape}');
    expect(document.activeElement?.textContent).toBe('Snooze');
    await user.keyboard('{Enter}');
    await user.keyboard('{Enter}');
    await noBar();
    expect(screen.getByText(/^Snoozed until/)).toBeTruthy();
  });

  it('appear when the background says so, and go when the case is taken here', async () => {
    const { user, host, hub, keep, newest } = await open(1);
    await bar();
    hub.keep('notices', []);
    act(() => host.emit('fl.notices'));
    await noBar();
    keep();
    act(() => host.emit('fl.notices'));
    await user.click(await press(`Open the case of ticket ${newest}`));
    await user.click(await screen.findByRole('button', { name: /^Take/ }));
    await noBar();
  });

  it('have their place kept while they are on the way, for whom they may come', async () => {
    const { container } = await open(0);
    expect(container.querySelectorAll('main > div')).toHaveLength(
      (await open(0, 'agent')).container.querySelectorAll('main > div').length + 1,
    );
  });

  it('have no fault axe could find, opened and folded', async () => {
    const { user, newest } = await open(3);
    await user.click(await press('2 more alerts'));
    await user.click(await press(`Snooze the alert of ticket ${newest}`));
    const options = { rules: { 'color-contrast': { enabled: false } } };
    const { violations } = await axe.run(await bar(), options);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
