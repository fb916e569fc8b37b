/** The sidebar when the ledger fails, the rule is not plain, the host refuses or the frame is put away. */
import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { dashed } from '../../src/actions/goTo.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { solvedTicket } from '../actions/tickets.ts';
import type { PersonaKey } from '../emulator/control.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { answerSurvey } from '../emulator/world/surveys.ts';
import { createTestApp, createTestHub } from '../testApp.ts';
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

const press = (name: string) => screen.getByRole('button', { name });

async function seenBy(persona: PersonaKey, ticket: string) {
  const app = await createTestApp(workspace, persona);
  await recordSighting(app, await readTicketFeedback(app, ticket));
}

describe('a ledger that fails for a moment', () => {
  it('leaves the case and what is typed where they are, under a note', async () => {
    const ticket = solvedTicket(workspace.world, { csat: 1 });
    const { user } = await openSidebar(workspace, 'agent', ticket);
    await screen.findByText('Nobody has it yet.');
    await user.click(press('Close…'));
    await user.click(await screen.findByLabelText('Recovered'));
    workspace.setFaults([{ path: '/api/v2/custom_objects/**', kind: '503' }]);
    await user.click(press('Refresh'));
    expect(await screen.findByText('What was recorded could not be read')).toBeTruthy();
    expect(screen.getByText('Nobody has it yet.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Recovered').checked).toBe(true);
    workspace.setFaults([]);
    await user.click(press('Try again'));
    await waitFor(() => expect(screen.queryByText('What was recorded could not be read')).toBeNull());
  });
});

describe('the rule beside the score', () => {
  it('counts CES as well', async () => {
    await openSidebar(workspace, 'admin', solvedTicket(workspace.world, { csat: 5, ces: 5 }));
    expect(screen.getByText(/not below 3 of 5; CES not below \d of 5: no rescue needed/)).toBeTruthy();
  });

  it('names the rule that opened the case, and never denies it', async () => {
    const { user } = await openSidebar(workspace, 'admin', solvedTicket(workspace.world, { csat: 5 }));
    expect(screen.getByText(/no rescue needed/)).toBeTruthy();
    await user.click(press('Open a case'));
    expect(await screen.findByText('The case was opened by hand')).toBeTruthy();
    expect(screen.queryByText(/no rescue needed/)).toBeNull();
  });

  it('names no numbers where the scale is not known', async () => {
    const { app } = await openApp(workspace, 'agent');
    app.configuration.questions = [];
    showSidebar(app, solvedTicket(workspace.world, { csat: 2 }));
    expect(await screen.findByText(/^bad by Zendesk’s rule, number not yet known/)).toBeTruthy();
    expect(await screen.findByText(/perhaps no rescue was due/)).toBeTruthy();
    expect(screen.queryByText(/1-3/)).toBeNull();
  });

  it('takes the numbers from the scale of the account’s own question', async () => {
    const { app } = await openApp(workspace, 'agent');
    app.configuration.questions = [
      { id: 'q', metric: 'csat', scale: 3, headline: 'How was it?', isLowerBetter: false },
    ];
    showSidebar(app, solvedTicket(workspace.world, { csat: 1 }));
    expect(await screen.findByText(/^Bad \(1-2\), .* if it turns out to be a 2,/)).toBeTruthy();
  });

  it('says why a case stays whose number turned out well', async () => {
    const ticket = solvedTicket(workspace.world, { csat: 3 });
    const { user, unmount } = await openSidebar(workspace, 'agent', ticket);
    await user.click(await screen.findByRole('button', { name: 'Take' }));
    await screen.findByText('You have it.');
    unmount();
    await openSidebar(workspace, 'admin', ticket);
    expect(
      await screen.findByText(/^The number turned out to be 3\/5: not below the threshold/),
    ).toBeTruthy();
  });

  it('calls an answer changed before it was seen only where nobody had seen it', async () => {
    const ticket = solvedTicket(workspace.world, { csat: 4 });
    await seenBy('admin', ticket);
    workspace.world.advance(3_600_000);
    answerSurvey(workspace.world, { ticket: Number(ticket), csat: 5 });
    await openSidebar(workspace, 'admin', ticket);
    await screen.findByRole('button', { name: /Changed/ });
    expect(screen.queryByText(/changed before it was first seen/)).toBeNull();
  });
});

describe('Refresh', () => {
  it('asks for the score again although the ticket has not changed', async () => {
    const ticket = solvedTicket(workspace.world, { csat: 4 });
    const { user } = await openSidebar(workspace, 'admin', ticket);
    await waitFor(() => expect(callsSince(workspace, 0).join()).toMatch(/PATCH \S*fl_feedback/));
    const before = workspace.exchanges().length;
    await user.click(press('Refresh'));
    await waitFor(() => expect(callsSince(workspace, before).join()).toMatch(/survey/));
  });
});

describe('the way to the triage page', () => {
  it('goes by the installation’s name and says so when Zendesk refuses', async () => {
    const { app, host } = await openApp(workspace, 'agent');
    app.zendesk.title = 'Acme FeedbackLoop_EU';
    const { user } = showSidebar(app, solvedTicket(workspace.world, { csat: 1 }));
    await user.click(await screen.findByRole('button', { name: 'Open in triage' }));
    expect(host.invoked.at(-1)?.[2]).toBe('acme-feedback-loop-eu');
    Object.assign(app.zendesk.client, { invoke: () => Promise.reject(new Error('refused')) });
    await user.click(press('Open in triage'));
    expect((await screen.findByRole('alert')).textContent).toContain(
      'Zendesk did not open it: Feedback Loop.',
    );
  });

  it.each([
    ['Feedback Loop', 'feedback-loop'],
    ['feedbackLoop', 'feedback-loop'],
    [' Care_2  Loop ', 'care-2-loop'],
  ])('spells %s as %s', (title, name) => expect(dashed(title)).toBe(name));
});

describe('a frame that is put away', () => {
  it('stays silent until both its panel and its place are back', async () => {
    const { host } = await openSidebar(workspace, 'agent', solvedTicket(workspace.world));
    const before = workspace.exchanges().length;
    act(() => host.emit('app.collapsed'));
    act(() => host.emit('app.deactivated'));
    act(() => host.emit('app.activated'));
    await act(() => new Promise(setImmediate));
    expect(callsSince(workspace, before)).toEqual([]);
    act(() => host.emit('app.expanded'));
    await waitFor(() => expect(callsSince(workspace, before).length).toBeGreaterThan(0));
  });
});

describe('a draft', () => {
  it('is kept when the field is left, not at every letter', async () => {
    const join = createTestHub();
    const hub = join();
    const kept: string[] = [];
    const counting = {
      ...hub,
      keep: (name: string, value: unknown) => {
        if (name.startsWith('draft:')) kept.push(name);
        hub.keep(name, value);
      },
    };
    const ticket = solvedTicket(workspace.world, { csat: 5 });
    const { user } = await openSidebar(workspace, 'agent', ticket, counting);
    const topic = screen.getByLabelText('Topic');
    await user.click(topic);
    await user.paste('login');
    await user.paste(' page');
    expect(kept).toEqual([]);
    await user.click(bucketButton('Agent'));
    expect(kept).toHaveLength(1);
    expect(await join().recall(`draft:ticket:${ticket}`)).toMatchObject({ topic: 'login page' });
  });
});
