/** An agent says that a score is not theirs; a lead decides; both read what became of it. */
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { configure } from '../../src/actions/configure.ts';
import { readStoredConfiguration } from '../../src/actions/readStoredConfiguration.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { record } from '../../src/actions/record.ts';
import { solvedTicket } from '../actions/tickets.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { personas } from '../emulator/world/people.ts';
import { createTestApp, whenIdle } from '../testApp.ts';
import { createReadyWorkspace, openSidebar } from './render.tsx';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
  const admin = await createTestApp(workspace, 'admin');
  const basis = await readStoredConfiguration(admin);
  await configure(admin, { ...basis, otherLeads: [String(personas.lead)] }, basis);
});

/** A two for the agent, in ledger and list. */
async function badForAgent(): Promise<string> {
  const ticket = solvedTicket(workspace.world, { csat: 2 });
  const admin = await createTestApp(workspace, 'admin');
  const { feedback, sighting, requesterId } = await readTicketFeedback(admin, ticket);
  const agent = String(personas.agent);
  const credit = { atSolve: agent, atSurvey: agent, atRating: agent, replies: null, groupId: null };
  const entry = [
    { kind: 'rated' as const, body: { ratings: sighting.ratings.slice(0, 1), isAlreadyRevised: false } },
    { kind: 'attributed' as const, body: { ...credit, isReassignedAfter: false } },
  ] as const;
  const subject = { ticketId: ticket, requesterId };
  await (await record(admin, feedback, subject, () => entry, 's', false)).listed;
  await whenIdle(workspace);
  return ticket;
}

const open = () => screen.findByRole('button', { name: 'This score is not mine…' });

describe('a score that is not mine', () => {
  it('is disputed with a reason, decided by the lead, and says on the ticket what became of it', async () => {
    const ticket = await badForAgent();
    const { user, unmount } = await openSidebar(workspace, 'agent', ticket);
    await user.click(await open());
    await user.click(screen.getByRole('button', { name: 'Ask a lead to decide' }));
    expect(screen.getByText('Choose a reason.')).toBeTruthy();
    await user.click(screen.getByText('somebody else’s work'));
    await user.type(screen.getByLabelText('Note for your lead'), 'I only merged it');
    await user.click(screen.getByRole('button', { name: 'Ask a lead to decide' }));
    expect(await screen.findByText(/You say this score is not yours/)).toBeTruthy();
    expect(screen.getByText('A lead is to decide. It counts as before.')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Is it theirs?');
    expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull();
    await whenIdle(workspace);
    unmount();

    const lead = await openSidebar(workspace, 'lead', ticket);
    const decide = await screen.findByRole('group', { name: 'Decide' });
    expect(screen.getByText('I only merged it')).toBeTruthy();
    await lead.user.click(within(decide).getByRole('button', { name: 'Accept' }));
    expect(await screen.findByText('Accepted: it counts for the team and for no agent.')).toBeTruthy();
    await whenIdle(workspace);
    lead.unmount();

    await openSidebar(workspace, 'agent', ticket);
    expect(await screen.findByText('Accepted: it counts for the team and for no agent.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'This score is not mine…' })).toBeNull();
  });

  it('is nothing a colleague can say, and can be taken back', async () => {
    const ticket = await badForAgent();
    const { user, unmount } = await openSidebar(workspace, 'agent', ticket);
    await user.click(await open());
    await user.click(screen.getByText('abusive'));
    await user.click(screen.getByRole('button', { name: 'Ask a lead to decide' }));
    await user.click(await screen.findByRole('button', { name: 'Take back' }));
    expect(await open()).toBeTruthy();
    await whenIdle(workspace);
    unmount();
    await openSidebar(workspace, 'lead', ticket);
    await screen.findByText(/credited to/i);
    expect(screen.queryByRole('button', { name: 'This score is not mine…' })).toBeNull();
  });
});
