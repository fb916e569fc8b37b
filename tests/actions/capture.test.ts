import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attributeTicket } from '../../src/actions/attributeTicket.ts';
import { readTicketFeedback, type TicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { setUp } from '../../src/actions/setUp.ts';
import type { App } from '../../src/app.ts';
import { nobody } from '../../src/care/attribution.ts';
import { type Configuration, parseConfiguration } from '../../src/care/configuration.ts';
import { laneOf, latest, removedAt } from '../../src/care/feedback.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { changeTicket } from '../emulator/world/changeTicket.ts';
import type { Ticket } from '../emulator/world/entities.ts';
import { personas } from '../emulator/world/people.ts';
import { storyTickets } from '../emulator/world/storyTickets.ts';
import { createTestApp, whenIdle } from '../testApp.ts';
import { scoreSource } from '../zendesk/answering.ts';
import { solvedTicket } from './tickets.ts';

const apps = [{ appId: 7, installationId: 70, settings: {} }];
const generations = ['survey', 'legacy', 'none'] as const;
const seconds = (at: number | null) => (at === null ? null : Math.floor(at / 1000) * 1000);

async function begin(options: Parameters<typeof createWorkspace>[0]) {
  const workspace = createWorkspace({ apps, ...options });
  // Many tickets are read at once here: each call has a minute of its own.
  let minutes = 0;
  workspace.world.realNow = () => {
    minutes += 1;
    return minutes * 60_000;
  };
  await setUp(await createTestApp(workspace, 'admin'), () => {});
  return workspace;
}

async function looked(app: App, ticketId: string): Promise<TicketFeedback> {
  const seen = await readTicketFeedback(app, ticketId);
  return { ...seen, feedback: await recordSighting(app, seen) };
}

/** The ticket's answers as the world itself keeps them. */
function truthOf(workspace: Workspace, ticket: Ticket) {
  const { world } = workspace;
  const response = [...world.surveyResponses.values()].find(({ ticket_id }) => ticket_id === ticket.id);
  const survey = world.surveys.get(`${response?.survey_id}/${response?.survey_version}`);
  const scales = (survey?.questions ?? []).flatMap((question) => {
    const answer = response?.answers.find((one) => one.question_id === question.id);
    if (answer?.type !== 'rating_scale') return [];
    const metric = question.sub_type === 'customer_satisfaction' ? 'csat' : 'ces';
    return [
      {
        metric,
        value: answer.rating,
        scale: question.options.length,
        answeredAt: seconds(answer.updated_at),
      },
    ];
  });
  const { score } = ticket.rating;
  return { scales, verdict: score === 'good' || score === 'bad' ? score : null };
}

describe.each(generations)('every ticket of the story, on an account with %s ratings', (csat) => {
  let workspace: Workspace;
  let tickets: Ticket[];
  beforeAll(async () => {
    workspace = await begin({ csat });
    tickets = [...workspace.world.tickets.values()].filter(({ rating }) => rating.score !== 'unoffered');
    if (csat !== 'none') expect(tickets.length).toBeGreaterThan(50);
  });

  it('shows an admin what the customer answered, and nothing else', async () => {
    const app = await createTestApp(workspace, 'admin');
    for (const ticket of tickets) {
      const { sighting } = await readTicketFeedback(app, String(ticket.id));
      const truth = truthOf(workspace, ticket);
      const known = sighting.ratings.filter(({ source }) => source === 'survey_responses');
      const found = known.map(({ metric, value, scale, answeredAt }) => ({
        metric,
        value,
        scale,
        answeredAt,
      }));
      const byMetric = (a: { metric: string }, b: { metric: string }) => a.metric.localeCompare(b.metric);
      expect(found.sort(byMetric), String(ticket.id)).toEqual(
        csat === 'survey' ? truth.scales.sort(byMetric) : [],
      );
      const bare = sighting.ratings.filter(({ source }) => source === 'ticket_rating');
      expect(bare.map(({ verdict, value }) => [verdict, value])).toEqual(
        truth.verdict ? [[truth.verdict, null]] : [],
      );
    }
  });

  it('shows an agent good or bad, with no number and no call that would be refused', async () => {
    const app = await createTestApp(workspace, 'agent');
    const before = workspace.exchanges().length;
    for (const ticket of tickets) {
      const { sighting, sourceFailure } = await readTicketFeedback(app, String(ticket.id));
      const { verdict } = truthOf(workspace, ticket);
      expect(sighting.ratings.map((rating) => [rating.verdict, rating.value])).toEqual(
        verdict ? [[verdict, null]] : [],
      );
      expect(sourceFailure).toBeNull();
    }
    expect(
      workspace
        .exchanges()
        .slice(before)
        .filter(({ status }) => status >= 400),
    ).toEqual([]);
  });
});

describe('what one look writes down', () => {
  let workspace: Workspace;
  let admin: App;
  let agent: App;
  beforeEach(async () => {
    workspace = await begin({ hasStory: true });
    admin = await createTestApp(workspace, 'admin');
    agent = await createTestApp(workspace, 'agent');
  });
  const entries = () =>
    [...workspace.world.customObjectRecords.values()].filter(({ object_key }) => object_key === 'fl_event');

  it('is one record, whoever looks, and nothing at the second look', async () => {
    for (const app of [agent, admin]) {
      const before = entries().length;
      const ticketId = solvedTicket(workspace.world, { csat: 1, ces: 2 });
      await looked(app, ticketId);
      expect(entries().length - before).toBe(1);
      await looked(app, ticketId);
      expect(entries().length - before).toBe(1);
    }
  });

  it.each([storyTickets.scanner, storyTickets.scannerSecond, storyTickets.scannerThird])(
    'is a suspicion on ticket %d, whose mail a machine opened, for admin and agent alike',
    async (ticketId) => {
      for (const persona of ['admin', 'agent'] as const) {
        const own = await begin({});
        const { feedback } = await looked(await createTestApp(own, persona), String(ticketId));
        expect(feedback.suspicion).toMatchObject({ isConfirmed: false });
        expect(feedback.suspicion?.signs).toEqual(
          expect.arrayContaining(['seconds_after_sending', 'flipped_within_a_minute', 'no_comment']),
        );
        expect(laneOf(feedback)).toBe('check_first');
      }
    },
  );

  it('is no suspicion on any other rated ticket of the story', async () => {
    const machines = new Set<number>([
      storyTickets.scanner,
      storyTickets.scannerSecond,
      storyTickets.scannerThird,
    ]);
    const rated = [...workspace.world.tickets.values()].filter(({ rating }) => rating.score === 'bad');
    for (const { id } of rated) {
      const { feedback } = await looked(admin, String(id));
      expect([id, feedback.suspicion !== null]).toEqual([id, machines.has(id)]);
    }
  });

  it('leaves the customer’s own answer alone that came after a machine’s', async () => {
    const { feedback } = await looked(agent, String(storyTickets.scannerThenHuman));
    expect(feedback).toMatchObject({ suspicion: null, isAlreadyRevised: true, case: null });
  });

  it('credits a rating to whoever had the ticket then, though another has it now', async () => {
    const { feedback, assigneeId } = await looked(agent, String(storyTickets.reassigned));
    expect(feedback.attribution).toMatchObject({ isReassignedAfter: true });
    expect(feedback.attribution?.atRating).not.toBe(assigneeId);
    expect(feedback.attribution?.atSolve).toBe(feedback.attribution?.atRating);
  });

  it('says that a rated ticket was merged away afterwards', async () => {
    const ticketId = solvedTicket(workspace.world, { csat: 5 });
    await looked(agent, ticketId);
    changeTicket(
      workspace.world,
      Number(ticketId),
      { addTags: ['closed_by_merge'] },
      { authorId: personas.agent, channel: 'web' },
    );
    expect((await looked(agent, ticketId)).feedback.ticket).toMatchObject({ state: 'merged' });
  });

  it('says when the rating is gone, and keeps what was seen', async () => {
    const ticketId = solvedTicket(workspace.world, { csat: 1 });
    await looked(agent, ticketId);
    const ticket = workspace.world.tickets.get(Number(ticketId));
    if (ticket)
      workspace.world.tickets.put({
        ...ticket,
        rating: { ...ticket.rating, score: 'offered' },
        updated_at: ticket.updated_at + 1000,
      });
    const { feedback } = await looked(agent, ticketId);
    expect(removedAt(feedback)).not.toBeNull();
    expect(latest(feedback, 'csat')).toMatchObject({ verdict: 'bad' });
  });

  it('goes without the history where this person may not read it, and proves nothing then', async () => {
    const ticketId = solvedTicket(workspace.world, { csat: 1 });
    workspace.setFaults([{ path: '/api/v2/tickets/*/audits', kind: '403' }]);
    const { feedback } = await looked(agent, ticketId);
    expect(feedback.case).not.toBeNull();
    expect(feedback.attribution).toBeNull();
  });

  it('asks about the mail domain once, and only about what is new', async () => {
    const ticketId = solvedTicket(workspace.world, { csat: 1 });
    let asked = 0;
    const isDomainKnown = async () => {
      asked += 1;
      return true;
    };
    const seen = await readTicketFeedback(agent, ticketId);
    const feedback = await recordSighting(agent, seen, { isDomainKnown });
    expect(feedback.suspicion?.signs).toEqual(['known_domain', 'no_comment']);
    await recordSighting(agent, await readTicketFeedback(agent, ticketId), { isDomainKnown });
    expect(asked).toBe(1);
  });
});

describe('places an admin configured', () => {
  const fieldId = 361_700_000_001;
  let workspace: Workspace;
  let configuration: Configuration;
  beforeEach(async () => {
    workspace = await begin({ hasStory: false });
    const [model] = workspace.world.ticketFields.values();
    if (model)
      workspace.world.ticketFields.put({
        ...model,
        id: fieldId,
        type: 'integer',
        title: 'Score',
        removable: true,
        active: true,
      } as typeof model);
    configuration = {
      ...parseConfiguration([...workspace.world.installations.values()][0]?.settings.configuration),
      scoreSources: [
        scoreSource({ id: 'field', kind: 'field', fieldId: String(fieldId) }),
        scoreSource({ id: 'tag', kind: 'tag', pattern: 'ces_{score}', metric: 'ces', scale: 7 }),
        scoreSource({ id: 'note', kind: 'comment', pattern: 'Score {score}', metric: 'ces', scale: 7 }),
      ],
    };
  });
  const by = { authorId: personas.agent, channel: 'api' } as const;
  const appOf = (persona: 'admin' | 'agent') => createTestApp(workspace, persona, { configuration });

  it('tell agents numbers at once, beside Zendesk’s own good or bad', async () => {
    const ticketId = solvedTicket(workspace.world, { csat: 1 });
    const agent = await appOf('agent');
    changeTicket(
      workspace.world,
      Number(ticketId),
      { custom_fields: { [fieldId]: 2 }, addTags: ['ces_6'] },
      by,
    );
    changeTicket(
      workspace.world,
      Number(ticketId),
      { comment: { body: 'Score 3\nToo many forms.', public: false } },
      by,
    );
    const seen = await looked(agent, ticketId);
    expect(seen.sources.map(({ id, ratings }) => [id, ratings.map(({ value }) => value)])).toEqual([
      ['ticket_field', [2]],
      ['ticket_tag', [6]],
      ['ticket_comment', [3]],
      ['ticket_rating', [null]],
    ]);
    expect(latest(seen.feedback, 'csat')).toMatchObject({
      value: 2,
      source: 'ticket_field',
      definition: 'field',
    });
    expect(latest(seen.feedback, 'ces')).toMatchObject({ value: 6, source: 'ticket_tag' });
    expect(seen.comment).toBe('Too many forms.');
  });

  it('give way to the survey’s own number, and do not take it back', async () => {
    const ticketId = solvedTicket(workspace.world, { csat: 5 });
    changeTicket(workspace.world, Number(ticketId), { custom_fields: { [fieldId]: 2 } }, by);
    expect(latest((await looked(await appOf('admin'), ticketId)).feedback, 'csat')).toMatchObject({
      value: 5,
    });
    expect(latest((await looked(await appOf('agent'), ticketId)).feedback, 'csat')).toMatchObject({
      value: 5,
    });
  });
});

describe('asking why somebody is credited', () => {
  it('reads the history, and writes it down once', async () => {
    const workspace = await begin({});
    const agent = await createTestApp(workspace, 'agent');
    workspace.setFaults([{ path: '/api/v2/tickets/*/audits', kind: '403' }]);
    const seen = await looked(agent, String(storyTickets.transfers));
    expect(seen.feedback.attribution).toBeNull();
    workspace.setFaults([]);
    const asked = await attributeTicket(agent, seen);
    const handlers = (workspace.world.tickets.get(storyTickets.transfers)?.comments ?? [])
      .filter((one) => one.public && one.author_id !== Number(seen.requesterId))
      .map(({ author_id }) => String(author_id));
    expect(asked.attribution?.replies?.map(({ agentId }) => agentId).sort()).toEqual(
      [...new Set(handlers)].sort(),
    );
    expect(asked.attribution?.atSolve).not.toBe(nobody);
    const again = await attributeTicket(agent, { ...seen, feedback: asked });
    expect(again.rev).toBe(asked.rev);
    await whenIdle(workspace);
  });

  it('asks nothing where there is no rating or no ticket', async () => {
    const workspace = await begin({ hasStory: false });
    const agent = await createTestApp(workspace, 'agent');
    const seen = await readTicketFeedback(agent, solvedTicket(workspace.world));
    const before = workspace.exchanges().length;
    expect(await attributeTicket(agent, seen)).toBe(seen.feedback);
    expect(await attributeTicket(agent, { ...seen, ticketId: null })).toBe(seen.feedback);
    expect(workspace.exchanges().length).toBe(before);
  });
});
