/** After every action the focus is where one expects it, never nowhere. */
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { setBucket } from '../../src/actions/setBucket.ts';
import { takeCase } from '../../src/actions/takeCase.ts';
import { solvedTicket } from '../actions/tickets.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { createTestApp } from '../testApp.ts';
import { bucketButton, callsSince, createReadyWorkspace, openSidebar } from './render.tsx';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
});

async function open(csat = 5) {
  const ticket = solvedTicket(workspace.world, { csat });
  const opened = await openSidebar(workspace, 'agent', ticket);
  await waitFor(() => expect(callsSince(workspace, 0).join()).toMatch(/PATCH \S*fl_feedback/));
  return { ...opened, ticket };
}

const press = (name: string | RegExp) => screen.getByRole('button', { name });
const focused = () => document.activeElement?.textContent;

async function colleague(ticket: string) {
  const lead = await createTestApp(workspace, 'lead');
  const { feedback, requesterId } = await readTicketFeedback(lead, ticket);
  return { lead, feedback, subject: { ticketId: ticket, requesterId } };
}

describe('the focus', () => {
  it('goes into the note when it opens, so that what is typed presses no key', async () => {
    const { user } = await open();
    await user.click(press('+ note'));
    await user.keyboard('call 1 2 3');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Note for colleagues').value).toBe('call 1 2 3');
    expect(bucketButton('Agent').getAttribute('aria-pressed')).toBe('false');
  });

  it('goes to the block after undo, save, discard and try again', async () => {
    const { user } = await open();
    await user.click(bucketButton('Agent'));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
    expect(focused()).toBe('What was it about?');
    await user.type(screen.getByLabelText('Topic'), 'login');
    await user.click(press('Discard'));
    expect(focused()).toBe('What was it about?');
    await user.type(screen.getByLabelText('Topic'), 'login');
    await user.click(press('Save topic and note'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Discard' })).toBeNull());
    expect(focused()).toBe('What was it about?');
    workspace.setFaults([{ method: 'POST', path: '/api/v2/custom_objects/fl_event/records', kind: '503' }]);
    await user.click(bucketButton('Agent'));
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(focused()).toBe('What was it about?');
  });

  it.each([/Use mine/, /Keep theirs/])('goes to the block after %s', async (choice) => {
    const { user, ticket } = await open();
    const { lead, feedback, subject } = await colleague(ticket);
    await setBucket(lead, feedback, subject, { bucket: 'process', topic: null, note: null }, 'lead-1');
    await user.click(bucketButton('Agent'));
    await user.click(await screen.findByRole('button', { name: choice }));
    expect(focused()).toBe('What was it about?');
  });

  it('goes to the case once the news of a colleague’s take was understood', async () => {
    const { user, ticket } = await open(1);
    await screen.findByText('Nobody has it yet.');
    const { lead, feedback, subject } = await colleague(ticket);
    await takeCase(lead, feedback, subject, 'lead-1');
    await user.click(press('Take'));
    await user.click(await screen.findByRole('button', { name: 'Understood' }));
    expect(focused()).toBe('Case');
  });
});
