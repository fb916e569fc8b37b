/** Saved views and links to them, and a case made by hand, on the triage page. */
import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newOperation } from '../../src/actions/newOperation.ts';
import { openCase } from '../../src/actions/openCase.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { readViews } from '../../src/actions/readViews.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { removeView } from '../../src/actions/removeView.ts';
import { saveView } from '../../src/actions/saveView.ts';
import { emptyFeedback } from '../../src/care/feedback.ts';
import { emptyQuery, encodeQuery } from '../../src/care/query.ts';
import type { SavedView } from '../../src/care/savedView.ts';
import { customerId, solvedTicket } from '../actions/tickets.ts';
import type { PersonaKey } from '../emulator/control.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { createTestApp, whenIdle } from '../testApp.ts';
import { callsSince, createReadyWorkspace, listedRows, openTriageOn } from './render.tsx';

// Whole pages in jsdom: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 60_000 });

let workspace: Workspace;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
});

async function recordedCase(): Promise<string> {
  const ticket = solvedTicket(workspace.world, { csat: 1, comment: 'Four people!' });
  const admin = await createTestApp(workspace, 'admin');
  await recordSighting(admin, await readTicketFeedback(admin, ticket));
  await whenIdle(workspace);
  return ticket;
}

/** The page once everything that comes after its first screen is there. */
async function openTriage(persona: PersonaKey = 'lead', route?: unknown) {
  const opened = await openTriageOn(workspace, persona, route);
  await screen.findByRole('button', { name: /^Saved/ }, { timeout: 15_000 });
  return opened;
}
const menu = async (user: { click: (element: Element) => Promise<void> }) => {
  await user.click(screen.getByRole('button', { name: /^Saved/ }));
  return screen.findByRole('dialog', { name: 'Saved views' });
};
/** The panel itself, not the empty one that holds its place while its code is on the way. */
const openedPanel = () =>
  waitFor(
    () => {
      const panel = screen.getByRole('complementary');
      expect(panel.getAttribute('aria-busy')).toBeNull();
      return panel;
    },
    { timeout: 15_000 },
  );
const button = (name: RegExp | string) => screen.getByRole('button', { name });
const isOn = (name: RegExp) => button(name).getAttribute('aria-pressed');
async function sharedView(persona: PersonaKey, given: Partial<SavedView> = {}) {
  const app = await createTestApp(workspace, persona);
  const query = encodeQuery({ ...emptyQuery, view: 'mine' });
  return saveView(app, { name: 'Round', query, ownerId: app.user.id, isShared: true, ...given });
}

describe('saved views', () => {
  it('keep what the list shows under a name, and show it again', async () => {
    await recordedCase();
    const { user } = await openTriage();
    await user.click(button(/^Mine/));
    const sheet = await menu(user);
    expect(document.activeElement).toBe(within(sheet).getByRole('heading', { name: 'Saved views' }));
    await user.click(within(sheet).getByRole('button', { name: 'Save what is shown' }));
    await user.keyboard('{Enter}');
    expect(within(sheet).getByRole('alert').textContent).toContain('Give it a name.');
    await user.keyboard('Morning round{Enter}');
    await within(sheet).findByRole('button', { name: 'Morning round' });
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(button('Saved: Morning round'));
    await user.click(button(/^Open/));
    expect(isOn(/^Mine/)).toBe('false');
    await user.click(within(await menu(user)).getByRole('button', { name: 'Morning round' }));
    expect(isOn(/^Mine/)).toBe('true');
  });

  it('are read in one call when the menu is opened, and never before', async () => {
    await recordedCase();
    const { user } = await openTriage();
    await listedRows();
    await whenIdle(workspace);
    expect(callsSince(workspace, 0).join()).not.toContain('fl_doc/records/search');
    const before = workspace.exchanges().length;
    await menu(user);
    await screen.findByText(/Nothing saved yet/);
    const calls = callsSince(workspace, before).filter((call) => call.includes('fl_doc'));
    expect(calls).toEqual(['POST /api/v2/custom_objects/fl_doc/records/search']);
  });

  it('ask before they are written over', async () => {
    await recordedCase();
    const { user, app } = await openTriage();
    await sharedView('lead');
    await user.click(within(await menu(user)).getByRole('button', { name: 'Round' }));
    await user.click(button(/^Unassigned/));
    const sheet = await menu(user);
    await user.click(within(sheet).getByRole('button', { name: 'Save changes to Round' }));
    expect(within(sheet).getByText(/Replace “Round”/)).toBeTruthy();
    expect(document.activeElement).toBe(within(sheet).getByRole('button', { name: 'Cancel' }));
    await user.click(within(sheet).getByRole('button', { name: 'Replace with what is shown' }));
    await waitFor(() => expect(screen.queryByText(/Replace “Round”/)).toBeNull());
    expect((await readViews(app)).map(({ query }) => query)).toEqual(['vunassigned']);
  });

  it('say whose they are and who changed them last, and let only the owner or an admin delete them', async () => {
    await recordedCase();
    const view = await sharedView('agent');
    const admin = await createTestApp(workspace, 'admin');
    await saveView(admin, { ...view, name: 'Evening round' }, view.id);
    const { user } = await openTriage('lead');
    const sheet = await menu(user);
    const [item] = await within(sheet).findAllByRole('listitem');
    await waitFor(() => expect(item?.textContent).toMatch(/by Mia .* · changed by Noor Haddad/));
    await user.click(within(sheet).getByRole('button', { name: 'Change Evening round' }));
    expect(within(sheet).getByRole('button', { name: 'Rename' })).toBeTruthy();
    expect(within(sheet).queryByRole('button', { name: 'Delete' })).toBeNull();
  });

  it('keep the typed name when Zendesk does not take it, and save it at the next try', async () => {
    await recordedCase();
    const { user } = await openTriage();
    const sheet = await menu(user);
    await user.click(await within(sheet).findByRole('button', { name: 'Save what is shown' }));
    workspace.setFaults([{ path: '/api/v2/custom_objects/fl_doc/records', method: 'PATCH', kind: '403' }]);
    await user.keyboard('Late ones{Enter}');
    expect((await within(sheet).findByRole('alert')).textContent).toContain('This could not be saved');
    expect((within(sheet).getByRole('textbox') as HTMLInputElement).value).toBe('Late ones');
    workspace.setFaults([]);
    await user.click(within(sheet).getByRole('button', { name: 'Try again' }));
    expect(await within(sheet).findByRole('button', { name: 'Late ones' })).toBeTruthy();
  });
});

describe('a link', () => {
  it('to a view opens the same view, and following it twice leaves what was changed since', async () => {
    await recordedCase();
    const { id } = await sharedView('agent');
    const { user, host } = await openTriage('lead', { appRoute: `view/${id}` });
    await waitFor(() => expect(isOn(/^Mine/)).toBe('true'));
    await user.click(button(/^Open/));
    await user.click(button('Scores'));
    await user.click(await screen.findByRole('button', { name: 'Cases' }));
    await waitFor(() => expect(isOn(/^Open/)).toBe('true'));
    act(() => host.emit('app.route.changed', { appRoute: `view/${id}` }));
    await waitFor(() => expect(isOn(/^Mine/)).toBe('true'));
  });

  it('to a filter shows what it says', async () => {
    await recordedCase();
    const { host } = await openTriage();
    act(() => host.emit('app.route.changed', { appParams: ['queue', 'vunassigned'] }));
    await waitFor(() => expect(isOn(/^Unassigned/)).toBe('true'));
  });

  it('to a view that is gone, or is somebody’s own, says so and shows the open cases', async () => {
    await recordedCase();
    const view = await sharedView('agent');
    await removeView(await createTestApp(workspace, 'agent'), view.id);
    const own = await sharedView('agent', { isShared: false });
    const { user, host } = await openTriage('lead', { appRoute: `view/${view.id}` });
    await screen.findByText(/was deleted. These are the open cases/);
    expect(isOn(/^Open/)).toBe('true');
    await listedRows();
    await user.click(button('Understood'));
    act(() => host.emit('app.route.changed', { appRoute: `view/${own.id}` }));
    expect(await screen.findByText(/is not shared/)).toBeTruthy();
  });

  it('to a case can be copied from its panel, or is shown where nothing may be copied', async () => {
    await recordedCase();
    const { user } = await openTriage();
    await user.click((await listedRows())[0] as HTMLElement);
    const panel = await openedPanel();
    await user.click(within(panel).getByRole('button', { name: 'Copy link' }));
    // The clipboard of these tests takes what it is given.
    await waitFor(() => expect(within(panel).getByRole('button', { name: 'Link copied' })).toBeTruthy());
  });
});

describe('a new case', () => {
  const look = async (user: Awaited<ReturnType<typeof openTriage>>['user'], text: string) => {
    if (!screen.queryByRole('dialog')) await user.click(button('New case'));
    const field = await screen.findByRole('textbox', { name: 'Ticket' });
    await user.clear(field);
    await user.click(field);
    await user.paste(text);
    await user.keyboard('{Enter}');
  };

  it('is made of a pasted link, with a note, and is open in the panel', async () => {
    const ticket = solvedTicket(workspace.world);
    const { user } = await openTriage();
    await look(user, `https://acme.zendesk.com/agent/tickets/${ticket}`);
    expect(await screen.findByText('Where is my parcel?')).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: 'Note for colleagues' }), 'Rang twice');
    await user.click(button('Open the case'));
    const panel = await openedPanel();
    await within(panel).findByText('Nobody has it yet.');
    expect((await within(panel).findAllByText('Rang twice')).length).toBeGreaterThan(0);
    const admin = await createTestApp(workspace, 'admin');
    const { feedback } = await readTicketFeedback(admin, ticket);
    expect(feedback.case?.rule).toBe('by_hand');
    expect(feedback.case?.dueAt).toBeGreaterThan(workspace.world.now());
  });

  it('is no second one: a ticket that has a case opens that one', async () => {
    const ticket = await recordedCase();
    const { user } = await openTriage();
    await look(user, `#${ticket}`);
    const panel = await openedPanel();
    expect(await within(panel).findByRole('heading', { name: 'Where is my parcel?' })).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is a colleague’s who was quicker', async () => {
    const ticket = solvedTicket(workspace.world);
    const { user } = await openTriage();
    await look(user, ticket);
    await screen.findByRole('button', { name: 'Open the case' });
    const agent = await createTestApp(workspace, 'agent');
    const subject = { ticketId: ticket, requesterId: String(customerId) };
    const theirs = await openCase(agent, emptyFeedback(`ticket:${ticket}`), subject, newOperation());
    await theirs.listed;
    await user.click(button('Open the case'));
    await openedPanel();
    const { feedback } = await readTicketFeedback(agent, ticket);
    expect([feedback.rev, feedback.case?.openedAt]).toEqual([1, theirs.feedback.case?.openedAt]);
  });

  it('says what is wrong with what was typed, and keeps it', async () => {
    const { user } = await openTriage();
    await look(user, 'the angry one');
    expect((await screen.findByRole('alert')).textContent).toContain('no ticket number');
    await look(user, '987654');
    expect((await screen.findByRole('alert')).textContent).toContain('There is no ticket 987654.');
    const field = screen.getByRole('textbox', { name: 'Ticket' }) as HTMLInputElement;
    expect(field.value).toBe('987654');
    const ticket = solvedTicket(workspace.world);
    workspace.setFaults([{ path: '/api/v2/tickets/**', kind: '403' }]);
    await look(user, ticket);
    await waitFor(() =>
      expect(screen.getByRole('alert').textContent).toContain('Your role may not see ticket'),
    );
  });
});
