import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { takeCase } from '../../src/actions/takeCase.ts';
import type { Feedback } from '../../src/care/feedback.ts';
import { solvedTicket } from '../actions/tickets.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { changeTicket } from '../emulator/world/changeTicket.ts';
import { personas } from '../emulator/world/people.ts';
import { createTestApp, whenIdle } from '../testApp.ts';
import { callsSince, createReadyWorkspace, listedRows, openSidebar, openTriageOn } from './render.tsx';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
});

async function recordedCase(csat = 1): Promise<{ ticket: string; feedback: Feedback }> {
  const ticket = solvedTicket(workspace.world, { csat, comment: 'Four people!' });
  const admin = await createTestApp(workspace, 'admin');
  const feedback = await recordSighting(admin, await readTicketFeedback(admin, ticket));
  await whenIdle(workspace);
  return { ticket, feedback };
}

/** The lead's panel of this ticket's case. */
async function openPanel(ticket: string) {
  const opened = await openTriageOn(workspace, 'lead', { appParams: ['case', ticket] });
  // The first time its code is compiled; until then an empty panel stands in its place.
  await screen.findByText('Case opened: CSAT below 3 of 5', {}, { timeout: 15_000 });
  const panel = within(screen.getByRole('complementary'));
  return { ...opened, panel };
}

describe('working a case in the panel', () => {
  it('shows what the customer wrote on the ticket, who replied and how much there was', async () => {
    const { ticket } = await recordedCase();
    const say = (body: string, authorId: number, isPublic: boolean) =>
      changeTicket(
        workspace.world,
        Number(ticket),
        { comment: { body, public: isPublic } },
        { authorId, channel: 'web', at: workspace.world.now() },
      );
    say('<b>It is on its way</b>', personas.agent, true);
    say('Be gentle.', personas.lead, false);
    const { panel } = await openPanel(ticket);
    expect(await panel.findByText('It has not arrived.')).toBeTruthy();
    expect(panel.getByText('<b>It is on its way</b>')).toBeTruthy();
    expect(panel.getByText(/Last reply, Mia Keller/)).toBeTruthy();
    expect(panel.getByText(/^2 messages, 1 note, 2 colleagues/)).toBeTruthy();
    expect(panel.queryByText('Be gentle.')).toBeNull();
  });

  it('says so when the conversation may not be seen, and offers another try when it could not be read', async () => {
    const { ticket } = await recordedCase();
    workspace.setFaults([{ path: '/api/v2/tickets/*/comments', kind: '403' }]);
    const { panel, user, unmount } = await openPanel(ticket);
    expect(await panel.findByText(/may not see this conversation/)).toBeTruthy();
    unmount();
    workspace.setFaults([{ path: '/api/v2/tickets/*/comments', kind: '422' }]);
    const again = await openPanel(ticket);
    expect(await again.panel.findByText('The conversation could not be read')).toBeTruthy();
    workspace.setFaults([]);
    await user.click(again.panel.getByRole('button', { name: 'Try again' }));
    expect(await again.panel.findByText('It has not arrived.')).toBeTruthy();
  });

  it('tells of a repeat and leads to the earlier case', async () => {
    const first = await recordedCase(2);
    const second = await recordedCase(1);
    const { panel, user } = await openPanel(second.ticket);
    expect(await panel.findByText('Bad rating number 2 in one day')).toBeTruthy();
    expect(panel.getByText(/Not the first bad rating of late/)).toBeTruthy();
    await user.click(panel.getByRole('button', { name: `Open Ticket #${first.ticket}` }));
    const other = within(await screen.findByRole('complementary'));
    expect(await other.findByText(new RegExp(`ticket #${first.ticket}$`))).toBeTruthy();
  });

  it('logs a contact in three presses: the case begins, is one’s own, and says what was tried', async () => {
    const { ticket } = await recordedCase();
    const { panel, user } = await openPanel(ticket);
    await user.click(panel.getByRole('button', { name: 'Contact…' }));
    await user.click(await panel.findByRole('button', { name: 'Call' }));
    await user.click(panel.getByRole('button', { name: 'No answer' }));
    expect(await panel.findByText(/^Last: called, no answer, Ola Thorsen,/)).toBeTruthy();
    expect(panel.getByText('You have it.')).toBeTruthy();
    expect(panel.getAllByText('In progress').length).toBeGreaterThan(0);
    expect(panel.getByText('Next: try to reach the customer again.')).toBeTruthy();
    expect(await panel.findByText('Tried to reach the customer, no answer (call)')).toBeTruthy();
    expect(panel.getByText(/^· new for/)).toBeTruthy();
  });

  it('asks how one tried before it logs anything', async () => {
    const { ticket } = await recordedCase();
    const { panel, user } = await openPanel(ticket);
    await user.keyboard('c');
    const before = workspace.exchanges().length;
    await user.click(await panel.findByRole('button', { name: 'Reached' }));
    expect(panel.getByText('Choose how you tried.')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Call');
    expect(callsSince(workspace, before)).not.toContain('POST /api/v2/custom_objects/fl_event/records');
  });

  it('proposes the next best after a step was declined, and does one in a press', async () => {
    const { ticket } = await recordedCase();
    const { panel, user } = await openPanel(ticket);
    expect(panel.getByText('Next: take the case.')).toBeTruthy();
    await user.click(panel.getByRole('button', { name: 'Not this' }));
    expect(await panel.findByText('Next: call the customer.')).toBeTruthy();
    expect(await panel.findByText('Proposal declined: take the case')).toBeTruthy();
    await user.click(panel.getByRole('button', { name: 'Do it' }));
    const call = await panel.findByRole('button', { name: 'Call' });
    expect(call.getAttribute('aria-pressed')).toBe('true');
  });

  it('hands the case to a colleague found by name', async () => {
    const { ticket } = await recordedCase();
    const { panel, user } = await openPanel(ticket);
    await user.click(panel.getByRole('button', { name: 'Assign…' }));
    await user.click(await panel.findByLabelText('A colleague'));
    await user.type(panel.getByLabelText('Colleague’s name'), 'mia');
    await user.click(await panel.findByRole('button', { name: 'Mia Keller' }));
    await user.type(panel.getByLabelText(/^Why/), 'Knows her');
    await user.click(panel.getByRole('button', { name: 'Hand it on' }));
    expect(await panel.findByText('Mia Keller has it.')).toBeTruthy();
    expect(await panel.findByText('Handed to Mia Keller')).toBeTruthy();
    expect(panel.getByText('Knows her')).toBeTruthy();
  });

  it('keeps what was typed when somebody else took the case first', async () => {
    const { ticket, feedback } = await recordedCase();
    const { panel, user } = await openPanel(ticket);
    await user.click(panel.getByRole('button', { name: 'Assign…' }));
    await user.click(await panel.findByLabelText('Me'));
    await user.type(panel.getByLabelText(/^Why/), 'I know her');
    const agent = await createTestApp(workspace, 'agent');
    await takeCase(agent, feedback, { ticketId: ticket, requesterId: null }, 'mia-1');
    await user.click(panel.getByRole('button', { name: 'Hand it on' }));
    expect(await panel.findByText('Mia Keller was first and has it now.')).toBeTruthy();
    expect(panel.getByLabelText<HTMLTextAreaElement>(/^Why/).value).toBe('I know her');
  });

  it('escalates to a group by a note where side conversations do not exist, says so, and ends it', async () => {
    workspace.world.plan = 'suite_growth';
    const { ticket } = await recordedCase();
    const { panel, user } = await openPanel(ticket);
    await user.click(panel.getByRole('button', { name: 'Escalate…' }));
    await user.click(await panel.findByLabelText('A group'));
    await user.selectOptions(await panel.findByLabelText('Group'), await panel.findByText('Billing'));
    await user.type(panel.getByLabelText('What is needed'), 'A refund');
    await user.click(panel.getByRole('button', { name: 'Escalate' }));
    expect(await panel.findByText(/an internal note was written on the ticket instead/)).toBeTruthy();
    expect(panel.getAllByText('Escalated to Billing by an internal note').length).toBeGreaterThan(0);
    const row = (await listedRows()).find((one) => one.textContent?.includes(`#${ticket}`));
    expect(row?.textContent).toContain('Escalated · New');
    await user.click(panel.getByRole('button', { name: 'End the escalation' }));
    await waitFor(() => expect(row?.textContent).not.toContain('Escalated'));
    expect(await panel.findByText('Escalation ended')).toBeTruthy();
  });
});

describe('the case in the sidebar', () => {
  it('reads the customer’s history only when asked for it', async () => {
    await recordedCase(2);
    const { ticket } = await recordedCase(1);
    const { user } = await openSidebar(workspace, 'agent', ticket);
    const line = await screen.findByRole('button', { name: /^Earlier from this customer/ });
    await whenIdle(workspace);
    const before = workspace.exchanges().length;
    await user.click(line);
    expect(await screen.findByRole('button', { name: /^Earlier: one ticket, one bad \(\w+\)/ })).toBeTruthy();
    expect(callsSince(workspace, before)).toEqual(['POST /api/v2/custom_objects/fl_feedback/records/search']);
  });

  it('proposes the next step, keeps the seldom things behind one press and says when the first contact is due', async () => {
    const admin = await createTestApp(workspace, 'admin');
    admin.configuration.firstActionMinutes = 60;
    const ticket = solvedTicket(workspace.world, { csat: 1 });
    await recordSighting(admin, await readTicketFeedback(admin, ticket));
    await whenIdle(workspace);
    const { user } = await openSidebar(workspace, 'lead', ticket);
    expect(screen.getByRole('button', { name: /^First contact due in/ })).toBeTruthy();
    expect(await screen.findByText('Next: take the case.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Assign…' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'More…' }));
    expect(await screen.findByRole('button', { name: 'Assign…' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Contact…' }));
    await user.click(await screen.findByRole('button', { name: 'Chat' }));
    await user.click(screen.getByRole('button', { name: 'Reached' }));
    expect(await screen.findByText(/^Last: chatted, reached, Ola Thorsen,/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^First contact due in/ })).toBeNull();
  });

  it('keeps saying that a case was closed too late', async () => {
    const { ticket } = await recordedCase();
    workspace.world.advance(30 * 3_600_000);
    const { user } = await openSidebar(workspace, 'lead', ticket);
    await user.click(await screen.findByRole('button', { name: 'Close…' }));
    await user.click(await screen.findByLabelText('Recovered'));
    await user.type(screen.getByLabelText('What was done'), 'Called.');
    await user.click(screen.getByRole('button', { name: 'Close the case' }));
    expect(await screen.findByText(/Late: closed 6 hr after it was due/)).toBeTruthy();
  });
});
