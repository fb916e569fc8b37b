/** The triage page when things fail, wait or are done by keyboard. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import type { Hub } from '../../src/zendesk/hub.ts';
import { solvedTicket } from '../actions/tickets.ts';
import type { PersonaKey } from '../emulator/control.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { createTestApp, createTestHub } from '../testApp.ts';
import {
  apps,
  callsSince,
  createReadyWorkspace,
  listedRows,
  openApp,
  openTriageOn,
  showSidebar,
  showTriage,
} from './render.tsx';

// Comes when it is asked for, and is compiled then: before the first test, not within its time.
beforeAll(() => import('../../src/ui/setup/SetUp.tsx'), 120_000);

const search = '/api/v2/custom_objects/fl_feedback/records/search';
let workspace: Workspace;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
});

async function recordedCase(csat = 1, persona: PersonaKey = 'admin'): Promise<string> {
  const ticket = solvedTicket(workspace.world, { csat });
  const app = await createTestApp(workspace, persona);
  await recordSighting(app, await readTicketFeedback(app, ticket));
  return ticket;
}

const openTriage = async (persona?: PersonaKey, route?: unknown, hub?: Hub) => {
  const opened = await openTriageOn(workspace, persona, route, hub);
  await screen.findByRole('group', { name: 'Which cases' });
  return opened;
};
const rows = listedRows;
const press = (name: string | RegExp) => screen.getByRole('button', { name });

describe('a view that fails', () => {
  it('keeps the tabs, the focus on them and the way back', async () => {
    await recordedCase();
    const { user } = await openTriage();
    await rows();
    workspace.setFaults([{ path: '/api/v2/custom_objects/**', kind: '503' }]);
    await user.click(press(/^Closed/));
    expect(document.activeElement).toBe(press(/^Closed/));
    expect((await screen.findByRole('alert')).textContent).toContain('The cases could not be read');
    expect(document.activeElement).toBe(press(/^Closed/));
    await user.click(press(/^Open/));
    expect(await rows()).toHaveLength(1);
  });

  it('keeps set-up within an admin’s reach', async () => {
    workspace.setFaults([{ path: '/api/v2/custom_objects/**', kind: '503' }]);
    const { user } = await openTriage('admin');
    await user.click(await screen.findByRole('button', { name: 'Check set-up' }));
    expect(await screen.findByText('Set up this account')).toBeTruthy();
  });

  it('never says that nothing waits where a record could not be read', async () => {
    await recordedCase();
    for (const record of workspace.world.customObjectRecords.values())
      if (record.object_key === 'fl_feedback') record.custom_object_fields.state = '{';
    await openTriage();
    expect(await screen.findByText('No case to show, but not everything could be read.')).toBeTruthy();
    expect(screen.queryByText('Nothing waiting.')).toBeNull();
  });
});

describe('a link to a case', () => {
  it('says that it could not be read, and tries again when asked to', async () => {
    const ticket = await recordedCase();
    workspace.world.unknowns.indexLagSeconds = 3600;
    const { user, host } = await openTriage('lead');
    await user.click((await rows())[0] as HTMLElement);
    const other = solvedTicket(workspace.world, { csat: 1 });
    workspace.setFaults([{ path: '/api/v2/custom_objects/fl_event/**', kind: '503' }]);
    act(() => host.emit('app.route.changed', { appParams: ['case', other] }));
    expect(await screen.findByText(`The case of ticket #${other} could not be read`)).toBeTruthy();
    expect(screen.queryByText(/There is no case/)).toBeNull();
    workspace.setFaults([]);
    await user.click(press('Try again'));
    expect(await screen.findByText(new RegExp(`There is no case for ticket #${other}`))).toBeTruthy();
    expect(ticket).not.toBe(other);
  });
});

describe('Refresh', () => {
  it('reads the list anew, beside what changed', async () => {
    await recordedCase();
    const { user } = await openTriage();
    await rows();
    const before = workspace.exchanges().length;
    await user.click(press('Refresh'));
    await waitFor(() => expect(callsSince(workspace, before).join()).toContain(search));
    expect(await rows()).toHaveLength(1);
  });
});

describe('keys on the list', () => {
  it('mean the highlighted row while no panel is open', async () => {
    await recordedCase();
    const { user } = await openTriage();
    await rows();
    await user.keyboard('t');
    expect(screen.queryByRole('complementary')).toBeNull();
    await user.keyboard('jt');
    const panel = await screen.findByRole('complementary');
    expect(await within(panel).findByText('You have it.')).toBeTruthy();
  });

  it('mean the open panel, all of them, wherever the highlight has gone', async () => {
    await recordedCase(1);
    await recordedCase(2);
    const { user, host } = await openTriage();
    await rows();
    await user.keyboard('j{Enter}');
    const panel = await screen.findByRole('complementary');
    const open = within(panel)
      .getByText(/, ticket #/)
      .textContent?.split('#')[1];
    await user.keyboard('jo');
    expect(host.invoked.at(-1)).toEqual(['routeTo', 'ticket', open]);
  });

  it('are switched off for the sidebar too', async () => {
    const ticket = await recordedCase();
    const join = createTestHub();
    const { user, unmount } = await openTriage('lead', undefined, join());
    await user.keyboard('?');
    await user.click(await screen.findByLabelText('Use single keys'));
    unmount();
    const { app } = await openApp(workspace, 'lead', join());
    const sidebar = showSidebar(app, ticket);
    const agent = await screen.findByRole('button', { name: 'Agent' });
    await waitFor(() => expect(agent.getAttribute('aria-keyshortcuts')).toBeNull());
    await sidebar.user.keyboard('1');
    expect(agent.getAttribute('aria-pressed')).toBe('false');
  });

  it('scroll as far as the head of the list does not cover the row', async () => {
    for (let count = 0; count < 20; count += 1) await recordedCase();
    vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(36 + 20 * 48);
    const scrolled = vi.spyOn(Element.prototype, 'scrollTo').mockImplementation(() => {});
    const { user } = await openTriage();
    await rows();
    scrolled.mockClear();
    await user.keyboard('j'.repeat(15));
    const tops = scrolled.mock.calls.map(([to]) => (to as unknown as ScrollToOptions).top);
    // The head and fifteen rows, less what fits into the list's 600 pixels.
    expect(tops.at(-1)).toBe(36 + 15 * 48 - 600);
  });
});

describe('going to a ticket', () => {
  it('says so when Zendesk does not go there', async () => {
    const ticket = await recordedCase();
    const { user, app } = await openTriage();
    Object.assign(app.zendesk.client, { invoke: () => Promise.reject(new Error('refused')) });
    await rows();
    await user.keyboard('jo');
    expect((await screen.findByRole('alert')).textContent).toContain(
      `Zendesk did not open it: Ticket #${ticket}.`,
    );
  });
});

describe('set-up', () => {
  it('starts once, however quickly the button is pressed twice', async () => {
    workspace = createWorkspace({ apps });
    const { app } = await openApp(workspace, 'admin');
    showTriage(app);
    const button = await screen.findByRole('button', { name: 'Set up Feedback Loop' });
    act(() => {
      fireEvent.click(button);
      fireEvent.click(button);
    });
    await screen.findByText('This account is ready', { selector: 'h1' });
    const created = callsSince(workspace, 0).filter((call) => call === 'POST /api/v2/custom_objects');
    expect(created).toHaveLength(3);
  });
});

describe('a case that was withdrawn', () => {
  it('leaves the list and the panel as soon as that is known', async () => {
    const ticket = await recordedCase(3, 'agent');
    const { user } = await openTriage();
    await user.click((await rows())[0] as HTMLElement);
    await screen.findByRole('complementary');
    const admin = await createTestApp(workspace, 'admin');
    await recordSighting(admin, await readTicketFeedback(admin, ticket));
    await user.click(press('Take'));
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
    expect(await screen.findByText('Nothing waiting.')).toBeTruthy();
  });
});
