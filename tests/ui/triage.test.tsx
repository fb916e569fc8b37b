import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { takeCase } from '../../src/actions/takeCase.ts';
import type { Feedback } from '../../src/care/feedback.ts';
import type { Hub } from '../../src/zendesk/hub.ts';
import { solvedTicket } from '../actions/tickets.ts';
import type { PersonaKey } from '../emulator/control.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { createTestApp, createTestHub } from '../testApp.ts';
import { apps, callsSince, createReadyWorkspace, listedRows, openTriageOn } from './render.tsx';

// Comes when it is asked for, and is compiled then: before the first test, not within its time.
beforeAll(() => import('../../src/ui/setup/SetUp.tsx'), 120_000);

let workspace: Workspace;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
});

/** A badly rated ticket whose case was recorded by an admin's sidebar. */
async function recordedCase(csat = 1): Promise<{ ticket: string; feedback: Feedback }> {
  const ticket = solvedTicket(workspace.world, { csat, comment: 'Four people!' });
  const admin = await createTestApp(workspace, 'admin');
  const feedback = await recordSighting(admin, await readTicketFeedback(admin, ticket));
  return { ticket, feedback };
}

const openTriage = (persona?: PersonaKey, route?: unknown, hub?: Hub) =>
  openTriageOn(workspace, persona, route, hub);
const rows = listedRows;
const tab = (name: RegExp) => screen.getByRole('button', { name });

describe('the list of cases', () => {
  it('shows due, customer, ticket, score, bucket, owner and status within four calls', async () => {
    const { ticket } = await recordedCase(2);
    await waitFor(() => expect(callsSince(workspace, 0).join()).toContain('notify'));
    const before = workspace.exchanges().length;
    await openTriage();
    const [row] = await rows();
    const cells = within(row as HTMLElement)
      .getAllByRole('gridcell')
      .map((cell) => cell.textContent?.replace(/[\u2068\u2069]/g, ''));
    expect(cells.slice(2)).toEqual([
      'Ines Prado',
      `Where is my parcel? #${ticket}`,
      '2/5',
      'Not said',
      '—Nobody yet',
      'New',
    ]);
    expect(callsSince(workspace, before).length).toBeLessThanOrEqual(4);
    expect(tab(/^Open/).textContent).toBe('Open1');
    expect(tab(/^Closed/).textContent).toBe('Closed');
  });

  it('rewards an empty list and offers the way out of an empty filter', async () => {
    const { user } = await openTriage();
    expect(await screen.findByText('Nothing waiting.')).toBeTruthy();
    await recordedCase();
    await user.click(tab(/^Refresh/));
    await rows();
    await user.click(tab(/^Mine/));
    expect(screen.getByText('None of the open cases is yours.')).toBeTruthy();
    await user.click(tab(/^Show all open cases/));
    expect(await rows()).toHaveLength(1);
  });

  it('hears of a case recorded elsewhere without a reload', async () => {
    const join = createTestHub();
    await openTriage('lead', undefined, join());
    await screen.findByText('Nothing waiting.');
    const { feedback } = await recordedCase();
    act(() => join().tell({ key: feedback.key, rev: feedback.rev }));
    expect(await rows()).toHaveLength(1);
  });

  it('keeps one’s own write although the search index lags behind', async () => {
    await recordedCase();
    const { user } = await openTriage('lead');
    await user.click((await rows())[0] as HTMLElement);
    workspace.world.unknowns.indexLagSeconds = 3600;
    await user.click(await screen.findByRole('button', { name: 'Take' }));
    expect(await screen.findByText('You have it.')).toBeTruthy();
    await user.click(tab(/^Refresh/));
    expect(tab(/^Mine/).textContent).toBe('Mine1');
  });

  it('keeps the last good list and says that it is old when Zendesk stops answering', async () => {
    await recordedCase();
    const { user } = await openTriage();
    await rows();
    workspace.setFaults([{ path: '/api/v2/custom_objects/**', kind: '500' }]);
    await user.click(tab(/^Refresh/));
    expect(await screen.findByText(/could not refresh/)).toBeTruthy();
    expect(await rows()).toHaveLength(1);
  });

  it('never shows a failed list as an empty one', async () => {
    workspace.setFaults([{ path: '/api/v2/custom_objects/**', kind: '429', retryAfter: null }]);
    await openTriage();
    expect((await screen.findByRole('alert')).textContent).toContain('The cases could not be read');
    expect(screen.queryByText('Nothing waiting.')).toBeNull();
  });

  it('says what is missing when tickets or names cannot be had', async () => {
    await recordedCase();
    workspace.setFaults([{ path: '/api/v2/tickets/show_many', kind: '500' }]);
    const { user } = await openTriage();
    expect(await rows()).toHaveLength(1);
    expect(screen.getByText(/Some names or tickets are missing/)).toBeTruthy();
    workspace.setFaults([]);
    await user.click(tab(/^Refresh/));
    await waitFor(() => expect(screen.queryByText(/Some names or tickets are missing/)).toBeNull());
    expect((await rows())[0]?.textContent).toContain('Where is my parcel?');
  });
});

describe('the panel of a case', () => {
  it('shows the words, the story and who did what, and closes back onto its row', async () => {
    await recordedCase(2);
    const { user } = await openTriage();
    await user.click((await rows())[0] as HTMLElement);
    const panel = await screen.findByRole('complementary');
    expect(document.activeElement?.textContent).toBe('Where is my parcel?');
    expect(within(panel).getByText('Four people!')).toBeTruthy();
    expect(await within(panel).findByText('Case opened: CSAT below 3 of 5')).toBeTruthy();
    expect(within(panel).getByText('Score seen: CSAT 2/5')).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('row'));
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('works by keyboard alone: j, Enter, t, 2, o', async () => {
    await recordedCase(1);
    const { ticket } = await recordedCase(2);
    const { user, host } = await openTriage();
    await rows();
    await user.keyboard('jj{Enter}');
    await screen.findByRole('complementary');
    await user.keyboard('t');
    expect(await screen.findByText('You have it.')).toBeTruthy();
    await user.keyboard('2');
    expect(await screen.findByText(/You said so/)).toBeTruthy();
    await user.keyboard('o');
    expect(host.invoked.at(-1)).toEqual(['routeTo', 'ticket', ticket]);
  });

  it('tells the loser of two takes who has it', async () => {
    const { ticket, feedback } = await recordedCase();
    const { user } = await openTriage('lead');
    await user.click((await rows())[0] as HTMLElement);
    await screen.findByText('Case opened: CSAT below 3 of 5');
    const agent = await createTestApp(workspace, 'agent');
    await takeCase(agent, feedback, { ticketId: ticket, requesterId: null }, 'mia-1');
    await user.click(screen.getByRole('button', { name: 'Take' }));
    expect(await screen.findByText('Mia Keller was first and has it now.')).toBeTruthy();
  });

  it('opens from a link, also for a case the list has not reached', async () => {
    const { ticket } = await recordedCase();
    workspace.world.unknowns.indexLagSeconds = 3600;
    await openTriage('lead', { appRoute: `case/${ticket}`, appParams: ['case', ticket] });
    const panel = await screen.findByRole('complementary');
    expect(within(panel).getByText('Where is my parcel?')).toBeTruthy();
  });

  it('says so when the link’s ticket has no case', async () => {
    const { host } = await openTriage();
    await screen.findByText('Nothing waiting.');
    const ticket = solvedTicket(workspace.world);
    act(() => host.emit('app.route.changed', { appParams: ['case', ticket] }));
    expect(await screen.findByText(new RegExp(`no case for ticket #${ticket}`))).toBeTruthy();
  });
});

describe('single keys', () => {
  it('are listed by ? and can be switched off', async () => {
    await recordedCase();
    const { user } = await openTriage();
    await rows();
    await user.keyboard('?');
    await user.click(await screen.findByLabelText('Use single keys'));
    await user.click(screen.getByRole('button', { name: 'Hide this list' }));
    await user.keyboard('j');
    expect(document.activeElement?.getAttribute('role')).not.toBe('row');
  });
});

describe('an account nobody has set up', () => {
  beforeEach(() => {
    workspace = createWorkspace({ apps });
  });

  it('shows an admin what will be created, creates it in one press and says what it found', async () => {
    const { user, app } = await openTriage('admin');
    expect(await screen.findByText('Feedback Loop events')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Set up Feedback Loop' }));
    expect(await screen.findByText('This account is ready', { selector: 'h1' })).toBeTruthy();
    expect(screen.getByText(/^CES: .* higher = easier\.$/)).toBeTruthy();
    expect(app.configuration.survey).toBe('customizable');
    await user.click(screen.getByRole('button', { name: 'Go to the cases' }));
    expect(await screen.findByText('Nothing waiting.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Check set-up' }));
    // Scores nobody has looked for yet are up to a person; there is nothing to create.
    expect(await screen.findByText(/^Everything/, { selector: 'p' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Create what is missing|Set up Feedback Loop/ })).toBeNull();
  });

  it('goes on where it stopped after a failure', async () => {
    const { user } = await openTriage('admin');
    await screen.findByText('Feedback Loop events');
    workspace.setFaults([{ method: 'POST', path: '/api/v2/custom_objects/fl_feedback/fields', kind: '403' }]);
    await user.click(screen.getByRole('button', { name: 'Set up Feedback Loop' }));
    expect(await screen.findByText(/Set-up stopped/)).toBeTruthy();
    workspace.setFaults([]);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('This account is ready', { selector: 'h1' })).toBeTruthy();
  });

  it('tells a lead who can do it', async () => {
    await openTriage('lead');
    expect(await screen.findByText(/An admin does it once/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /set up/i })).toBeNull();
  });
});
