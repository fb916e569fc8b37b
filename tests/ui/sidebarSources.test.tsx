import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { record } from '../../src/actions/record.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import type { ScoreSource } from '../../src/care/configuration.ts';
import type { NewEvent } from '../../src/care/ledger.ts';
import { newIncrement } from '../../src/care/syncing.ts';
import { writePlace } from '../../src/zendesk/syncRecords.ts';
import { solvedTicket } from '../actions/tickets.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { changeTicket } from '../emulator/world/changeTicket.ts';
import { personas } from '../emulator/world/people.ts';
import { storyTickets } from '../emulator/world/storyTickets.ts';
import { answerSurvey } from '../emulator/world/surveys.ts';
import { createTestApp, createTestHub, whenIdle } from '../testApp.ts';
import {
  callsSince,
  createReadyWorkspace,
  openApp,
  openSidebar,
  showSidebar,
  showTriage,
} from './render.tsx';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
});

const byTag = (source: Partial<ScoreSource>): ScoreSource => ({
  id: 'tool',
  kind: 'tag',
  metric: 'csat',
  fieldId: null,
  pattern: 'tool_{score}',
  lowest: 1,
  scale: 5,
  isLowerBetter: false,
  headline: 'Survey score',
  ...source,
});

/** The sidebar of a ticket with these tags, where these score sources are configured. */
async function openTagged(tags: string[], sources: ScoreSource[], ticket = solvedTicket(workspace.world)) {
  const by = { authorId: personas.admin, channel: 'web' as const };
  changeTicket(workspace.world, Number(ticket), { addTags: tags }, by);
  const { app } = await openApp(workspace, 'admin');
  app.configuration.scoreSources = sources;
  const shown = showSidebar(app, ticket);
  await screen.findByRole('group', { name: 'What was it about?' });
  return { ...shown, app, ticket };
}

/** Written by the admin's app after what the ticket itself says. */
async function written(ticket: string, ...facts: [NewEvent, ...NewEvent[]]) {
  const admin = await createTestApp(workspace, 'admin');
  const seen = await readTicketFeedback(admin, ticket);
  const feedback = await recordSighting(admin, seen);
  const { requesterId } = seen;
  const { listed } = await record(
    admin,
    feedback,
    { ticketId: ticket, requesterId },
    () => facts,
    'seed',
    false,
  );
  await listed;
  await whenIdle(workspace);
}

describe('a score another tool left', () => {
  it('names its place, and has no dots on a scale from 0', async () => {
    const { container } = await openTagged(['tool_6'], [byTag({ lowest: 0, scale: 10 })]);
    expect(screen.getByText('6/10')).toBeTruthy();
    expect(screen.getByText('on 0-10')).toBeTruthy();
    expect(screen.getByText(/from a ticket tag: Survey score/)).toBeTruthy();
    expect(screen.getByText(/^good as on Zendesk’s 1-5 \(4-5\); not below 3 of 5/)).toBeTruthy();
    expect(container.querySelector('[aria-hidden="true"] > span')).toBeNull();
  });

  it('is turned where low is good, and says what the customer chose', async () => {
    const ces = byTag({ metric: 'ces', scale: 7, isLowerBetter: true });
    await openTagged(['tool_6'], [ces]);
    expect(screen.getByText('2/7')).toBeTruthy();
    expect(screen.getByText('hard')).toBeTruthy();
    expect(screen.getByText('The customer chose 6 of 7 (lower = easier).')).toBeTruthy();
    expect(await screen.findByText('The case was opened by the rule: CES below 3 of 5')).toBeTruthy();
  });

  it('stands quietly beside a better source, and opens on request', async () => {
    const ticket = solvedTicket(workspace.world, { csat: 5 });
    const { user } = await openTagged(['tool_2'], [byTag({})], ticket);
    expect(screen.getByText('5/5')).toBeTruthy();
    const also = screen.getByRole('button', { name: /^Also on this ticket: another score/ });
    expect(also.getAttribute('aria-expanded')).toBe('false');
    await user.click(also);
    expect(screen.getByText('2/5')).toBeTruthy();
  });
});

describe('a score from a place that is no longer read', () => {
  const tagged: NewEvent = {
    kind: 'rated',
    body: {
      ratings: [
        {
          metric: 'csat',
          value: 2,
          scale: 5,
          lowest: 1,
          verdict: null,
          source: 'ticket_tag',
          definition: 'tool',
          answeredAt: null,
          asOf: 1,
        },
      ],
      isAlreadyRevised: false,
    },
  };
  const opened: NewEvent = {
    kind: 'case_opened',
    body: {
      rule: 'csat_below',
      threshold: 3,
      dueAt: 1,
      soonAt: null,
      firstDueAt: null,
      isProvisional: false,
    },
  };

  it.each(['sidebar', 'triage'])('keeps the name it had: %s', async (place) => {
    const ticket = solvedTicket(workspace.world);
    await written(ticket, tagged, opened);
    const { app } = await openApp(workspace, 'lead');
    app.configuration.formerSources = [byTag({})];
    if (place === 'sidebar') showSidebar(app, ticket);
    else showTriage(app, { appParams: ['case', ticket] });
    expect(await screen.findByText(/from a ticket tag: Survey score/)).toBeTruthy();
  });
});

describe('what became of a rating', () => {
  it('says since when it is gone, and keeps what was seen', async () => {
    const ticket = solvedTicket(workspace.world, { csat: 4 });
    await written(ticket, { kind: 'rating_removed', body: { metrics: ['csat'] } });
    await openSidebar(workspace, 'agent', ticket);
    expect(screen.getByText(/^The rating is gone since .*; what was seen stays\.$/)).toBeTruthy();
    expect(screen.getByText('4/5')).toBeTruthy();
  });

  it('says into which ticket it was merged', async () => {
    const ticket = solvedTicket(workspace.world, { csat: 4 });
    await written(ticket, { kind: 'ticket_changed', body: { state: 'merged', into: '99' } });
    await openSidebar(workspace, 'agent', ticket);
    expect(screen.getByText('The ticket was merged into #99.')).toBeTruthy();
  });

  it('says so of a merged ticket that nobody rated, and nothing of a survey to come', async () => {
    await openSidebar(workspace, 'agent', String(storyTickets.merged));
    expect(screen.getByText('The ticket was merged into another one.')).toBeTruthy();
    expect(screen.queryByText(/Zendesk offers it/)).toBeNull();
  });

  it('opens no case for an answer older than the app here, and says why', async () => {
    await openSidebar(workspace, 'admin', String(storyTickets.agentLeft));
    expect(screen.getByText(/asks for a rescue/)).toBeTruthy();
    expect(
      await screen.findByText(/^No case: the answer was given before Feedback Loop began here/),
    ).toBeTruthy();
  });

  it('turns every score of a changed answer', async () => {
    const ticket = solvedTicket(workspace.world, { csat: 2 });
    await written(ticket, { kind: 'confirmed', body: {} });
    workspace.world.advance(60_000);
    answerSurvey(workspace.world, { ticket: Number(ticket), csat: 5 });
    const { app } = await openApp(workspace, 'admin');
    const question = String((await readTicketFeedback(app, ticket)).sighting.ratings[0]?.definition);
    app.configuration.questions = [
      { id: question, metric: 'csat', scale: 5, headline: 'How was it?', isLowerBetter: true },
    ];
    showSidebar(app, ticket);
    expect(await screen.findByRole('button', { name: /Changed: 4\/5 → 1\/5/ })).toBeTruthy();
    expect(screen.getByText('The customer chose 5 of 5 (lower = better).')).toBeTruthy();
  });
});

describe('a number an agent may not read', () => {
  const recorded = async (persona: 'admin' | 'agent' = 'admin') => {
    const ticket = solvedTicket(workspace.world, { csat: 2, comment: 'No' });
    const app = await createTestApp(workspace, persona);
    await recordSighting(app, await readTicketFeedback(app, ticket));
    await whenIdle(workspace);
    return ticket;
  };

  it('says since when it is known here and whose app brought it', async () => {
    await openSidebar(workspace, 'agent', await recorded());
    expect(screen.getByText('2/5')).toBeTruthy();
    expect(
      await screen.findByText(/from the survey’s answers · as of .* · synced by Noor Haddad’s app/),
    ).toBeTruthy();
  });

  const synced = async () => {
    const admin = await createTestApp(workspace, 'admin');
    const at = workspace.world.now();
    const state = newIncrement({ at, byId: admin.user.id, byName: admin.user.name }, at);
    await writePlace(admin.zendesk.http, { name: 'tickets', state });
  };

  it('says when the last sync was and who keeps it alive, once for all tickets of the tab', async () => {
    await synced();
    const [one, another] = [await recorded('agent'), await recorded('agent')];
    const join = createTestHub();
    const first = await openSidebar(workspace, 'agent', one, join());
    expect(await screen.findByText(/^Last synced .* by Noor Haddad’s app\.$/)).toBeTruthy();
    first.unmount();
    await whenIdle(workspace);
    const before = workspace.exchanges().length;
    await openSidebar(workspace, 'agent', another, join());
    expect(await screen.findByText(/^Last synced .* by Noor Haddad’s app\.$/)).toBeTruthy();
    // Ticket, ledger and the list's own record: nothing for the sync.
    expect(callsSince(workspace, before)).toHaveLength(3);
  });

  it('asks only when pressed where the calls of an opening are spent', async () => {
    const ticket = solvedTicket(workspace.world, { csat: 2 });
    const join = createTestHub();
    const first = await openSidebar(workspace, 'agent', ticket, join());
    await screen.findByText('Nobody has it yet.');
    first.unmount();
    await whenIdle(workspace);
    const { user } = await openSidebar(workspace, 'agent', ticket, join());
    const ask = await screen.findByRole('button', { name: 'When was the last sync?' });
    await user.click(ask);
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toMatch(/^No admin’s app has synced yet\./),
    );
    expect(document.activeElement?.textContent).toMatch(/^No admin’s app has synced yet\./);
  });
});
