import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { setBucket } from '../../src/actions/setBucket.ts';
import { solvedTicket } from '../actions/tickets.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { createTestApp, createTestHub } from '../testApp.ts';
import { bucketButton, callsSince, createReadyWorkspace, openSidebar } from './render.tsx';

let workspace: Workspace;
let ticket: string;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
  ticket = solvedTicket(workspace.world, { csat: 5, comment: 'Great' });
});

const isPressed = (name: string) => bucketButton(name).getAttribute('aria-pressed');
/** The sidebar after the score was written down. */
async function open() {
  const opened = await openSidebar(workspace, 'agent', ticket);
  await waitFor(() => expect(callsSince(workspace, 0).join()).toMatch(/PATCH \S*fl_feedback/));
  return opened;
}

describe('saying what it was about', () => {
  it('takes one press and two calls, and is read back by anyone', async () => {
    const { user } = await open();
    const before = workspace.exchanges().length;
    await user.click(bucketButton('Process'));
    expect(isPressed('Process')).toBe('true');
    expect(await screen.findByText(/You said so/)).toBeTruthy();
    expect(callsSince(workspace, before)).toHaveLength(2);
    const lead = await createTestApp(workspace, 'lead');
    const { feedback } = await readTicketFeedback(lead, ticket);
    expect([feedback.bucket, feedback.bucketById]).toEqual(['process', '361000000003']);
  });

  it('takes 1, 2, 3 and u from the keyboard, but not while somebody types', async () => {
    const { user } = await open();
    await user.keyboard('3');
    await waitFor(() => expect(isPressed('Root cause')).toBe('true'));
    await screen.findByText(/You said so/);
    await user.keyboard('u');
    await waitFor(() => expect(isPressed('Root cause')).toBe('false'));
    await user.type(screen.getByLabelText('Topic'), '1 2 u');
    expect(isPressed('Agent')).toBe('false');
  });

  it('undoes in place, back to what was chosen before', async () => {
    const { user } = await open();
    await user.click(bucketButton('Agent'));
    await screen.findByText(/You said so/);
    await user.click(bucketButton('Process'));
    await waitFor(() => expect(screen.getByText(/You said so/)).toBeTruthy());
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(isPressed('Agent')).toBe('true'));
    expect(document.activeElement).not.toBe(document.body);
  });

  it('keeps what was typed when saving fails, and writes it once when tried again', async () => {
    const { user } = await open();
    await user.click(bucketButton('Process'));
    await screen.findByText(/You said so/);
    await user.type(screen.getByLabelText('Topic'), 'transfers');
    workspace.setFaults([{ method: 'POST', path: '/api/v2/custom_objects/fl_event/records', kind: '503' }]);
    await user.click(screen.getByRole('button', { name: 'Save topic and note' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Your choice was not saved');
    expect(screen.getByLabelText<HTMLInputElement>('Topic').value).toBe('transfers');
    workspace.setFaults([]);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    const { feedback } = await readTicketFeedback(await createTestApp(workspace, 'lead'), ticket);
    expect([feedback.bucket, feedback.topic]).toEqual(['process', 'transfers']);
  });

  it('finds a draft again after the frame was reloaded', async () => {
    const join = createTestHub();
    const first = await openSidebar(workspace, 'agent', ticket, join());
    await first.user.type(screen.getByLabelText('Topic'), 'login page');
    first.unmount();
    await openSidebar(workspace, 'agent', ticket, join());
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Topic').value).toBe('login page'));
  });
});

describe('two people at once', () => {
  async function leadChooses() {
    const lead = await createTestApp(workspace, 'lead');
    const { feedback, requesterId } = await readTicketFeedback(lead, ticket);
    const choice = { bucket: 'root_cause' as const, topic: null, note: null };
    return setBucket(lead, feedback, { ticketId: ticket, requesterId }, choice, 'lead-1');
  }

  it('shows the other’s choice, writes nothing over it, and offers mine in one press', async () => {
    const { user } = await open();
    await leadChooses();
    await user.click(bucketButton('Agent'));
    expect(
      await screen.findByText(/Ola Thorsen chose Root cause .* Yours was not written over it\./),
    ).toBeTruthy();
    expect(isPressed('Root cause')).toBe('true');
    await user.click(screen.getByRole('button', { name: 'Use mine instead: Agent' }));
    await waitFor(() => expect(isPressed('Agent')).toBe('true'));
    await screen.findByText(/You said so/);
    const { feedback } = await readTicketFeedback(await createTestApp(workspace, 'lead'), ticket);
    expect(feedback.bucket).toBe('agent');
  });

  it('hears of another frame’s choice without a reload', async () => {
    const join = createTestHub();
    await openSidebar(workspace, 'agent', ticket, join());
    await waitFor(() => expect(callsSince(workspace, 0).join()).toMatch(/PATCH \S*fl_feedback/));
    const { feedback } = await leadChooses();
    act(() => join().tell({ key: feedback.key, rev: feedback.rev }));
    await waitFor(() => expect(isPressed('Root cause')).toBe('true'));
    expect(screen.getByText(/Ola Thorsen said so/)).toBeTruthy();
  });
});
