import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { record } from '../../src/actions/record.ts';
import { nobody, notProved } from '../../src/care/attribution.ts';
import { solvedTicket } from '../actions/tickets.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { personas } from '../emulator/world/people.ts';
import { storyTickets } from '../emulator/world/storyTickets.ts';
import { createTestApp, whenIdle } from '../testApp.ts';
import { callsSince, createReadyWorkspace, openApp, openSidebar, showSidebar } from './render.tsx';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
});

const press = (name: string | RegExp) => screen.getByRole('button', { name });
const cells = () => screen.getAllByRole('definition').map((cell) => cell.textContent);
const agent = String(personas.agent);
const whole = {
  atSolve: agent,
  atSurvey: agent,
  atRating: agent,
  replies: [{ agentId: agent, count: 2 }],
  groupId: null,
  isReassignedAfter: false,
};

/** A rated ticket whose ledger says so already, with this attribution or none. */
async function recorded(attribution: typeof whole | null): Promise<string> {
  const ticket = solvedTicket(workspace.world, { csat: 5 });
  const admin = await createTestApp(workspace, 'admin');
  const { feedback, sighting, requesterId } = await readTicketFeedback(admin, ticket);
  const rated = { kind: 'rated' as const, body: { ratings: sighting.ratings, isAlreadyRevised: false } };
  const entry = attribution ? ([rated, { kind: 'attributed', body: attribution }] as const) : rated;
  const { listed } = await record(
    admin,
    feedback,
    { ticketId: ticket, requesterId },
    () => entry,
    'seed',
    false,
  );
  await listed;
  await whenIdle(workspace);
  return ticket;
}

describe('whose feedback it is', () => {
  it('is said with the rule it goes by, and opens to the four rules and the replies', async () => {
    const { user } = await openSidebar(workspace, 'agent', String(storyTickets.reassigned));
    expect(await screen.findByText(/^Credited to Lena Fischer \(assignee when solved\)/)).toBeTruthy();
    const why = press('why?');
    await user.click(why);
    expect(why.getAttribute('aria-expanded')).toBe('true');
    expect(await screen.findByText('this rule counts here')).toBeTruthy();
    expect(cells()).toEqual(['Lena Fischer', 'Lena Fischer', 'Lena Fischer', 'Lena Fischer']);
    expect(screen.getByText('Lena Fischer: 3')).toBeTruthy();
    expect(screen.getByText('Another person got the ticket after the rating.')).toBeTruthy();
    await user.click(why);
    expect(screen.queryByText('this rule counts here')).toBeNull();
  });

  it('follows the account’s own rule', async () => {
    const ticket = await recorded({ ...whole, atRating: nobody });
    const { app } = await openApp(workspace, 'agent');
    app.configuration.attributionRule = 'at_rating';
    showSidebar(app, ticket);
    expect(await screen.findByText(/^Credited to nobody: only a group had the ticket/)).toBeTruthy();
  });

  it.each([
    [
      'at_solve',
      notProved,
      /^Credited to nobody yet: the ticket’s history does not prove it \(assignee when solved\)/,
    ],
    ['most_replies', notProved, /^Credited to Mia Keller \(most public replies\)/],
  ] as const)('is a plain sentence where it is not a person: %s', async (rule, atSolve, sentence) => {
    const ticket = await recorded({ ...whole, atSolve });
    const { app } = await openApp(workspace, 'agent');
    app.configuration.attributionRule = rule;
    showSidebar(app, ticket);
    expect(await screen.findByText(sentence)).toBeTruthy();
  });

  it('is someone who left where nobody knows the name any more', async () => {
    const ticket = await recorded({ ...whole, atSolve: '999999999' });
    await openSidebar(workspace, 'agent', ticket);
    expect(await screen.findByText(/^Credited to someone who left/)).toBeTruthy();
  });

  it('is worked out and written down when somebody asks and nobody has', async () => {
    const ticket = await recorded(null);
    const { user } = await openSidebar(workspace, 'agent', ticket);
    expect(await screen.findByText(/^The ticket is with Mia Keller\./)).toBeTruthy();
    const before = workspace.exchanges().length;
    await user.click(press('whose is it?'));
    expect(await screen.findByText(/^Credited to Mia Keller/)).toBeTruthy();
    expect(callsSince(workspace, before).join()).toContain('audits');
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toBe('Worked out whose feedback it is'),
    );
    const lead = await createTestApp(workspace, 'lead');
    expect((await readTicketFeedback(lead, ticket)).feedback.attribution?.atSolve).toBe(agent);
  });

  it('says when the history could not be read, and asks again', async () => {
    const ticket = await recorded(null);
    const { user } = await openSidebar(workspace, 'agent', ticket);
    workspace.setFaults([{ path: '/api/v2/tickets/*/audits', kind: '503' }]);
    await user.click(await screen.findByRole('button', { name: 'whose is it?' }));
    expect((await screen.findByRole('alert')).textContent).toContain(
      'The ticket’s history could not be read',
    );
    workspace.setFaults([]);
    await user.click(press('Try again'));
    expect(await screen.findByText(/^Credited to Mia Keller/)).toBeTruthy();
  });
});
