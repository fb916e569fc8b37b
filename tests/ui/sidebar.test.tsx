import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { solvedTicket } from '../actions/tickets.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { answerSurvey } from '../emulator/world/surveys.ts';
import { createTestHub } from '../testApp.ts';
import { apps, callsSince, createReadyWorkspace, openApp, openSidebar, showSidebar } from './render.tsx';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
});

const hostile = '<img src=x onerror=alert(1)> \u202Edloc';
const ticketWith = (csat: number, ces?: number, comment = 'Four people!') =>
  solvedTicket(workspace.world, { csat, ces, comment });

describe('the score in the sidebar', () => {
  it('shows an admin the number, both rules and the effort beside it', async () => {
    await openSidebar(workspace, 'admin', ticketWith(2, 1));
    expect(screen.getByText('2/5')).toBeTruthy();
    expect(screen.getByText(/^bad by Zendesk’s rule \(1-3\)/)).toBeTruthy();
    expect(await screen.findByText('The case was opened by the rule: CSAT below 3 of 5')).toBeTruthy();
    expect(screen.queryByText(/no rescue needed/)).toBeNull();
    expect(screen.getByText('1/5')).toBeTruthy();
    expect(screen.getByText('CES, higher = easier')).toBeTruthy();
    expect(screen.getByText('hard')).toBeTruthy();
    expect(await screen.findByText(/^Credited to .* \(assignee when solved\)/)).toBeTruthy();
  });

  it('counts a 3 of 5 as bad by Zendesk’s rule and as no rescue by ours', async () => {
    await openSidebar(workspace, 'admin', ticketWith(3));
    expect(screen.getByText('bad by Zendesk’s rule (1-3); not below 3 of 5: no rescue needed')).toBeTruthy();
  });

  it('tells an agent that the number is not theirs to see, and makes none up', async () => {
    await openSidebar(workspace, 'agent', ticketWith(2));
    expect(screen.getByText('Bad')).toBeTruthy();
    expect(screen.getByText(/Your role may not see the 1-5 score/)).toBeTruthy();
    expect(screen.queryByText('2/5')).toBeNull();
    expect(await screen.findByText(/if it turns out to be a 3/)).toBeTruthy();
  });

  it('shows the badge only for a nice team with a hard process', async () => {
    await openSidebar(workspace, 'admin', ticketWith(5, 1));
    expect(screen.getByText('Nice team, hard process')).toBeTruthy();
  });

  it('shows hostile words as the text they are', async () => {
    const { container } = await openSidebar(workspace, 'admin', ticketWith(1, undefined, hostile));
    expect(screen.getByText(hostile).getAttribute('dir')).toBe('auto');
    expect(container.querySelector('img')).toBeNull();
  });

  it('shows both scores of a changed answer', async () => {
    const ticket = ticketWith(2);
    const first = await openSidebar(workspace, 'admin', ticket);
    await waitFor(() => expect(screen.getByText(/You have it|Nobody has it/)).toBeTruthy());
    first.unmount();
    answerSurvey(workspace.world, { ticket: Number(ticket), csat: 4 });
    const { user } = await openSidebar(workspace, 'admin', ticket);
    const line = await screen.findByRole('button', { name: /Changed: 2\/5 → 4\/5/ });
    await user.click(line);
    expect(line.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByRole('list')).toBeTruthy();
  });

  it('says that the survey was offered, until when, and that nobody answered', async () => {
    await openSidebar(workspace, 'admin', solvedTicket(workspace.world));
    expect(screen.getByText('Not answered yet')).toBeTruthy();
    expect(screen.getByText(/The customer can answer until/)).toBeTruthy();
    expect(screen.getByText(/No case\./)).toBeTruthy();
  });

  it('shows good and bad, never a number, where the account asks for those', async () => {
    workspace.world.csat = 'legacy';
    const { app } = await openApp(workspace, 'admin');
    app.configuration.survey = 'legacy';
    const ticket = solvedTicket(workspace.world);
    answerSurvey(workspace.world, { ticket: Number(ticket), csat: 'bad' });
    showSidebar(app, ticket);
    expect(await screen.findByText('Bad')).toBeTruthy();
    expect(await screen.findByText('the customer chose bad')).toBeTruthy();
    expect(screen.queryByText(/1-5 score/)).toBeNull();
  });
});

describe('opening a ticket', () => {
  it('records a bad score, opens its case and says so, within seven calls', async () => {
    const before = workspace.exchanges().length;
    await openSidebar(workspace, 'admin', ticketWith(1));
    expect(await screen.findByText('Nobody has it yet.')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('A case was opened for this score');
    await waitFor(() => expect(callsSince(workspace, before).at(-1)).toContain('notify'));
    expect(callsSince(workspace, before).length).toBeLessThanOrEqual(7);
  });

  it('takes four calls cold and two warm', async () => {
    const ticket = ticketWith(2, 1);
    const join = createTestHub();
    const seeing = await openSidebar(workspace, 'admin', ticket);
    await screen.findByText('Nobody has it yet.');
    await waitFor(() => expect(callsSince(workspace, 0).at(-1)).toContain('notify'));
    seeing.unmount();
    const cold = workspace.exchanges().length;
    const first = await openSidebar(workspace, 'admin', ticket, join());
    expect(callsSince(workspace, cold).length).toBeLessThanOrEqual(4);
    first.unmount();
    const warm = workspace.exchanges().length;
    const { app } = await openApp(workspace, 'admin', join());
    showSidebar(app, ticket);
    await screen.findByText('2/5');
    await waitFor(() => expect(callsSince(workspace, warm)).toHaveLength(2));
    expect(callsSince(workspace, warm).some((call) => call.includes('survey'))).toBe(false);
  });

  it('paints from the tab’s memory while Zendesk has not answered', async () => {
    const ticket = ticketWith(2, 1);
    const join = createTestHub();
    const first = await openSidebar(workspace, 'admin', ticket, join());
    await screen.findByText('Nobody has it yet.');
    first.unmount();
    workspace.setFaults([{ path: '/api/v2/**', kind: 'timeout' }]);
    await openSidebar(workspace, 'admin', ticket, join());
    expect(screen.getByText('2/5')).toBeTruthy();
    expect(screen.getByText(/As of/)).toBeTruthy();
    expect(await screen.findByText(/could not refresh/)).toBeTruthy();
  });

  it('makes no call while the frame is put away, and reads again when it is back', async () => {
    const { host } = await openSidebar(workspace, 'agent', solvedTicket(workspace.world));
    const before = workspace.exchanges().length;
    act(() => host.emit('app.deactivated'));
    expect(callsSince(workspace, before)).toEqual([]);
    act(() => host.emit('app.activated'));
    await waitFor(() => expect(callsSince(workspace, before)).toHaveLength(2));
  });

  it('keeps the last good answer with its time when Zendesk stops answering', async () => {
    const { user } = await openSidebar(workspace, 'admin', ticketWith(2));
    await screen.findByText('Nobody has it yet.');
    workspace.setFaults([{ path: '/api/v2/tickets/**', kind: '500' }]);
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(await screen.findByText(/could not refresh/)).toBeTruthy();
    expect(screen.getByText('Zendesk does not answer at the moment. Try again shortly.')).toBeTruthy();
    expect(screen.getByText('2/5')).toBeTruthy();
    workspace.setFaults([]);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText(/could not refresh/)).toBeNull());
  });

  it.each([
    ['401', 'You are signed out of Zendesk.'],
    ['403', 'Your role may not see or change this.'],
    ['404', 'It is no longer there, or you may not see it.'],
    ['429', 'Zendesk is receiving too many requests'],
    ['503', 'Zendesk does not answer at the moment.'],
    ['offline', 'There is no connection to Zendesk.'],
    ['timeout', 'Zendesk does not answer at the moment.'],
    ['html', 'The answer was not one this app understands.'],
    ['truncated', 'The answer was not one this app understands.'],
    ['wrong-types', 'The answer was not one this app understands.'],
  ] as const)('says in a sentence that the ticket could not be read: %s', async (kind, sentence) => {
    workspace.setFaults([{ path: '/api/v2/tickets/**', kind }]);
    const { app } = await openApp(workspace, 'agent');
    showSidebar(app, ticketWith(2));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The feedback could not be read');
    expect(alert.textContent).toContain(sentence);
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});

describe('where nothing can be recorded', () => {
  it('names who can set the app up', async () => {
    const bare = createWorkspace({ apps });
    const { app } = await openApp(bare, 'agent');
    showSidebar(app, solvedTicket(bare.world, { csat: 2 }));
    expect(await screen.findByText(/An admin does it once/)).toBeTruthy();
    expect(screen.getByText('Bad')).toBeTruthy();
    expect(screen.queryByRole('group', { name: 'What was it about?' })).toBeNull();
  });

  it('says that the plan has no custom objects', async () => {
    const bare = createWorkspace({ apps });
    bare.world.plan = 'support_professional';
    const { app } = await openApp(bare, 'agent');
    showSidebar(app, solvedTicket(bare.world, { csat: 2 }));
    expect(await screen.findByText(/plan has no custom objects/)).toBeTruthy();
  });
});
