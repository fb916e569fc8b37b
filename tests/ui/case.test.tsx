import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { takeCase } from '../../src/actions/takeCase.ts';
import { solvedTicket } from '../actions/tickets.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { createTestApp } from '../testApp.ts';
import { createReadyWorkspace, openSidebar } from './render.tsx';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
});

/** The sidebar of a badly rated ticket whose case is there. */
async function openWithCase() {
  const ticket = solvedTicket(workspace.world, { csat: 1 });
  const opened = await openSidebar(workspace, 'agent', ticket);
  await screen.findByText('Nobody has it yet.');
  return { ...opened, ticket };
}

const press = (name: string) => screen.getByRole('button', { name });

describe('the case in the sidebar', () => {
  it('is taken, started, closed with outcome and note, and reopened', async () => {
    const { user } = await openWithCase();
    await user.click(press('Take'));
    expect(await screen.findByText('You have it.')).toBeTruthy();
    await user.click(press('More…'));
    await user.click(await screen.findByRole('button', { name: 'Start' }));
    expect(await screen.findByText('In progress')).toBeTruthy();
    await user.click(press('Close…'));
    await user.click(await screen.findByLabelText('Recovered'));
    await user.type(screen.getByLabelText('What was done'), 'Called and refunded.');
    await user.click(press('Close the case'));
    expect(await screen.findByText('Called and refunded.')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('Case closed');
    await user.click(await screen.findByRole('button', { name: 'no time' }));
    await user.click(await screen.findByRole('button', { name: 'Reopen…' }));
    await user.type(await screen.findByLabelText('Why it is reopened'), 'Wrote again.');
    await user.click(press('Reopen the case'));
    expect(await screen.findByText('Reopened once.')).toBeTruthy();
  });

  it('does not close without an outcome and a note, and puts the focus where one is missing', async () => {
    const { user } = await openWithCase();
    await user.click(press('Close…'));
    await user.click(await screen.findByRole('button', { name: 'Close the case' }));
    expect(screen.getByText('Choose how it ended.')).toBeTruthy();
    expect(document.activeElement?.getAttribute('type')).toBe('radio');
    await user.click(screen.getByLabelText('No contact made'));
    await user.click(press('Close the case'));
    expect(screen.getByText('Write a short note for whoever looks next.')).toBeTruthy();
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
  });

  it('keeps the note when closing fails', async () => {
    const { user } = await openWithCase();
    await user.click(press('Close…'));
    await user.click(await screen.findByLabelText('Recovered'));
    await user.type(screen.getByLabelText('What was done'), 'Called.');
    workspace.setFaults([
      { method: 'POST', path: '/api/v2/custom_objects/fl_event/records', kind: 'offline' },
    ]);
    await user.click(press('Close the case'));
    expect(await screen.findByText('That was not saved')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('What was done').value).toBe('Called.');
    workspace.setFaults([]);
    await user.click(press('Try again'));
    expect(await screen.findByRole('heading', { name: 'What was the cause?' })).toBeTruthy();
  });

  it('tells who has it when somebody took it first', async () => {
    const { user, ticket } = await openWithCase();
    const lead = await createTestApp(workspace, 'lead');
    const { feedback, requesterId } = await readTicketFeedback(lead, ticket);
    await takeCase(lead, feedback, { ticketId: ticket, requesterId }, 'lead-1');
    await user.click(press('Take'));
    expect(await screen.findByText('Ola Thorsen was first and has it now.')).toBeTruthy();
    expect(screen.getByText('Ola Thorsen has it.')).toBeTruthy();
  });

  it('keeps the focus in the case when the pressed button goes away', async () => {
    const { user } = await openWithCase();
    await user.click(press('Take'));
    await screen.findByText('You have it.');
    await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  });

  it('is opened by hand where no rule did, and leads to the triage page', async () => {
    const { user, host } = await openSidebar(workspace, 'agent', solvedTicket(workspace.world));
    await user.click(press('Open a case'));
    await user.click(await screen.findByRole('button', { name: 'More…' }));
    await user.click(await screen.findByRole('button', { name: 'Open in triage' }));
    const [, ticketId] = screen.getByText(/Due in/)
      ? (host.invoked.at(-1)?.[3]?.toString().split('/') ?? [])
      : [];
    expect(host.invoked.at(-1)).toEqual(['routeTo', 'nav_bar', 'feedback-loop', `case/${ticketId}`]);
  });
});
