/** A customer's praise reaches the agent on whatever ticket they are. */
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { configure } from '../../src/actions/configure.ts';
import { lookForPraise } from '../../src/actions/keepGoodNews.ts';
import { readStoredConfiguration } from '../../src/actions/readStoredConfiguration.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { record } from '../../src/actions/record.ts';
import { newWorkflow } from '../../src/care/workflows/workflow.ts';
import { solvedTicket } from '../actions/tickets.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { personas } from '../emulator/world/people.ts';
import { createTestApp, createTestHub, whenIdle } from '../testApp.ts';
import { createReadyWorkspace, openSidebar } from './render.tsx';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
  const admin = await createTestApp(workspace, 'admin');
  const basis = await readStoredConfiguration(admin);
  const workflow = { ...newWorkflow('p1ab', 'praise', 'Praise', 3), isOn: true };
  await configure(admin, { ...basis, workflows: [workflow] }, basis);
});

const agent = String(personas.agent);

/** A five for the agent, in ledger and list. */
async function praised(): Promise<string> {
  const ticket = solvedTicket(workspace.world, { csat: 5 });
  const admin = await createTestApp(workspace, 'admin');
  const { feedback, sighting, requesterId } = await readTicketFeedback(admin, ticket);
  const body = {
    atSolve: agent,
    atSurvey: agent,
    atRating: agent,
    replies: null,
    groupId: null,
    isReassignedAfter: false,
  };
  const entry = [
    { kind: 'rated' as const, body: { ratings: sighting.ratings.slice(0, 1), isAlreadyRevised: false } },
    { kind: 'attributed' as const, body },
  ] as const;
  const { listed } = await record(
    admin,
    feedback,
    { ticketId: ticket, requesterId },
    () => entry,
    's',
    false,
  );
  await listed;
  await whenIdle(workspace);
  return ticket;
}

describe('praise', () => {
  it('stands in the sidebar of another ticket, opens, and is put away for good', async () => {
    const ticket = await praised();
    const join = createTestHub();
    const background = await createTestApp(workspace, 'agent', { hub: join() });
    const calls = workspace.exchanges().length;
    await lookForPraise(background);
    expect(workspace.exchanges()).toHaveLength(calls + 1);
    expect(await background.zendesk.hub.recall('praise')).toHaveLength(1);
    const other = solvedTicket(workspace.world);
    const { user, unmount, host } = await openSidebar(workspace, 'agent', other, join());
    await screen.findByText('A customer praised you');
    await user.click(screen.getByRole('button', { name: `Open #${ticket}` }));
    expect(host.invoked).toContainEqual(['routeTo', 'ticket', ticket]);
    await user.click(screen.getByRole('button', { name: 'Put away' }));
    expect(screen.queryByText('A customer praised you')).toBeNull();
    unmount();
    await openSidebar(workspace, 'agent', other, join());
    await waitFor(() => expect(screen.queryByText('A customer praised you')).toBeNull());
  });

  it('is nobody else’s news', async () => {
    await praised();
    const hub = createTestHub()();
    await lookForPraise(await createTestApp(workspace, 'lead', { hub }));
    expect(await hub.recall('praise')).toEqual([]);
  });
});
