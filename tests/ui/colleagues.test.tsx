/** One person's words and choices beside a colleague's: neither takes the other's away unasked. */
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { type BucketChoice, setBucket } from '../../src/actions/setBucket.ts';
import { solvedTicket } from '../actions/tickets.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { createTestApp, createTestHub } from '../testApp.ts';
import { bucketButton, callsSince, createReadyWorkspace, openSidebar } from './render.tsx';

const writes = '/api/v2/custom_objects/fl_event/records';
let workspace: Workspace;
let ticket: string;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
  ticket = solvedTicket(workspace.world, { csat: 5, comment: 'Great' });
});

async function leadChooses(choice: Partial<BucketChoice>) {
  const lead = await createTestApp(workspace, 'lead');
  const { feedback, requesterId } = await readTicketFeedback(lead, ticket);
  const all = { bucket: null, topic: null, note: null, ...choice };
  return setBucket(lead, feedback, { ticketId: ticket, requesterId }, all, crypto.randomUUID());
}

async function stored() {
  const { feedback } = await readTicketFeedback(await createTestApp(workspace, 'lead'), ticket);
  return { bucket: feedback.bucket, topic: feedback.topic, note: feedback.note };
}

async function open(hub = createTestHub()()) {
  const opened = await openSidebar(workspace, 'agent', ticket, hub);
  await waitFor(() => expect(callsSince(workspace, 0).join()).toMatch(/PATCH \S*fl_feedback/));
  return opened;
}

const press = (name: string) => screen.getByRole('button', { name });
const fail = () => workspace.setFaults([{ method: 'POST', path: writes, kind: '503' }]);

describe('the way back', () => {
  it('is not offered for a colleague’s choice, also when one’s own was there before', async () => {
    const { user } = await open();
    await user.click(bucketButton('Agent'));
    await screen.findByText(/You said so/);
    await leadChooses({ bucket: 'root_cause', note: 'Login is broken' });
    await user.click(press('Refresh'));
    await screen.findByText(/Ola Thorsen said so/);
    expect(screen.queryByRole('button', { name: /Undo|Take it back/ })).toBeNull();
    await user.keyboard('u');
    await user.click(press('Refresh'));
    expect((await stored()).bucket).toBe('root_cause');
  });

  it('leaves topic and note where they are', async () => {
    const join = createTestHub();
    const first = await open(join());
    await first.user.click(bucketButton('Agent'));
    await screen.findByText(/You said so/);
    await first.user.type(screen.getByLabelText('Topic'), 'login{Enter}');
    await waitFor(async () => expect((await stored()).topic).toBe('login'));
    first.unmount();
    const { user } = await openSidebar(workspace, 'agent', ticket, join());
    await user.click(await screen.findByRole('button', { name: 'Take it back' }));
    await waitFor(async () => expect(await stored()).toEqual({ bucket: null, topic: 'login', note: null }));
  });
});

describe('a draft', () => {
  it('shows what a colleague saved meanwhile and is not written over it unasked', async () => {
    const { user } = await open();
    await user.type(screen.getByLabelText('Topic'), 'mine');
    await leadChooses({ bucket: 'root_cause', topic: 'theirs', note: 'Call them' });
    await user.click(press('Refresh'));
    expect(await screen.findByText('Saved meanwhile: theirs')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Note for colleagues').value).toBe('Call them');
    await user.click(press('Save topic and note'));
    expect(await screen.findByText(/Yours was not written over it/)).toBeTruthy();
    expect((await stored()).topic).toBe('theirs');
    await user.click(press('Use my text instead'));
    await waitFor(async () =>
      expect(await stored()).toEqual({ bucket: 'root_cause', topic: 'mine', note: 'Call them' }),
    );
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Discard' })).toBeNull());
  });
});

describe('a failed choice', () => {
  it('is announced, can be undone and loses to a colleague’s when it is tried again', async () => {
    const { user } = await open();
    await user.click(bucketButton('Agent'));
    await screen.findByText(/You said so/);
    fail();
    await user.click(bucketButton('Process'));
    await screen.findByText('Your choice was not saved');
    workspace.setFaults([]);
    await user.click(press('Try again'));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Saved: Process'));
    await user.click(press('Undo'));
    await waitFor(async () => expect((await stored()).bucket).toBe('agent'));
    fail();
    await user.click(bucketButton('Process'));
    await screen.findByText('Your choice was not saved');
    workspace.setFaults([]);
    await leadChooses({ bucket: 'root_cause' });
    await user.click(press('Try again'));
    expect(await screen.findByRole('button', { name: 'Use mine instead: Process' })).toBeTruthy();
  });

  it('leaves no draft behind once it was saved after all', async () => {
    const join = createTestHub();
    const first = await open(join());
    await first.user.type(screen.getByLabelText('Topic'), 'transfers');
    fail();
    await first.user.click(press('Save topic and note'));
    await screen.findByText('Your choice was not saved');
    workspace.setFaults([]);
    await first.user.click(press('Try again'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Discard' })).toBeNull());
    expect(await join().recall('draft:ticket:'.concat(ticket))).toBeNull();
  });

  it('says quietly that a list will follow where only the list was not written', async () => {
    const { user } = await open();
    workspace.setFaults([
      { method: 'PATCH', path: '/api/v2/custom_objects/fl_feedback/records', kind: '403' },
    ]);
    await user.click(bucketButton('Agent'));
    expect(await screen.findByText('Saved. The list will show it later.', { selector: 'p' })).toBeTruthy();
    expect((await stored()).bucket).toBe('agent');
  });
});
