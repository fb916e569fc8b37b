import { beforeEach, describe, expect, it } from 'vitest';
import { changeTicket, createTicket } from '../../world/changeTicket.ts';
import { createWorld } from '../../world/createWorld.ts';
import { customerIds } from '../../world/customers.ts';
import { personas } from '../../world/people.ts';
import { storyTickets } from '../../world/storyTickets.ts';
import { legacyToken, responseOf } from '../../world/surveyAccess.ts';
import { SurveyRefusal } from '../../world/surveyAnswers.ts';
import { surveyForm } from '../../world/surveyForm.ts';
import { answerSurvey, offerSurvey } from '../../world/surveys.ts';
import type { World } from '../../world/world.ts';

const hour = 3_600_000;
let world: World;

beforeEach(() => {
  world = createWorld();
});

function solvedTicket(): number {
  const by = { authorId: customerIds.tom, channel: 'email' };
  const input = { subject: 'Kettle', requester_id: customerIds.tom, comment: { body: 'Help', public: true } };
  const { ticket } = createTicket(world, input, by);
  changeTicket(
    world,
    ticket.id,
    { status: 'solved', assignee_id: personas.agent },
    { authorId: personas.agent, channel: 'web' },
  );
  return ticket.id;
}

const ticketOf = (id: number) => {
  const ticket = world.tickets.get(id);
  if (!ticket) throw new Error(`no ticket ${id}`);
  return ticket;
};
const eventsOf = (id: number) => ticketOf(id).audits.flatMap(({ events }) => events);

describe('offering the survey', () => {
  it('happens at the full hour after 24 hours solved, not before', () => {
    const id = solvedTicket();
    world.advance(24 * hour);
    expect(ticketOf(id).rating.score).toBe('unoffered');
    world.advance(hour);
    expect(ticketOf(id).rating).toMatchObject({ score: 'offered' });
    expect((ticketOf(id).rating.offered_at ?? 0) % hour).toBe(0);
  });

  it('sends the customer a mail whose link opens the survey, and notes it in an audit', () => {
    const id = solvedTicket();
    world.advance(25 * hour);
    const mail = world.outbox.find((one) => one.ticketId === id && one.sentBy === 'survey');
    expect(mail?.to.email).toBe('tom.bakker@mail.example');
    expect(mail?.survey?.url).toContain(mail?.survey?.accessToken ?? 'none');
    expect(eventsOf(id)).toContainEqual(
      expect.objectContaining({ type: 'SurveyOffered', survey_response_id: responseOf(world, id)?.id }),
    );
    expect(surveyForm(world, id, mail?.survey?.accessToken ?? '').questions.map(({ role }) => role)).toEqual([
      'csat',
      'ces',
      'reason',
      'comment',
    ]);
  });

  it('does not happen on an account without CSAT, for merged tickets, or twice', () => {
    world.csat = 'none';
    const id = solvedTicket();
    world.advance(30 * hour);
    expect(ticketOf(id).rating.score).toBe('unoffered');
    world.csat = 'survey';
    changeTicket(world, id, { addTags: ['closed_by_merge'] }, { authorId: personas.agent, channel: 'web' });
    world.advance(hour);
    expect(ticketOf(id).rating.score).toBe('unoffered');
    expect(offerSurvey(world, storyTickets.fresh)).toBe(false);
  });

  it('makes no survey response on a good/bad account, and the mail carries a token all the same', () => {
    world.csat = 'legacy';
    const id = solvedTicket();
    world.advance(25 * hour);
    expect(responseOf(world, id)).toBeUndefined();
    expect(world.outbox.at(-1)?.survey).toMatchObject({ responseId: null, accessToken: legacyToken(id) });
    expect(surveyForm(world, id, legacyToken(id)).questions[0]?.options.map(({ value }) => value)).toEqual([
      'good',
      'bad',
    ]);
  });
});

describe('answering the survey', () => {
  it.each([
    [1, 'bad', 'bad'],
    [2, 'bad', 'bad'],
    [3, 'bad', 'neutral'],
    [4, 'good', 'good'],
    [5, 'good', 'good'],
  ] as const)('%i of 5 is %s on the ticket and %s in the answer', (csat, score, category) => {
    answerSurvey(world, { ticket: storyTickets.fresh, csat });
    expect(ticketOf(storyTickets.fresh).rating.score).toBe(score);
    expect(responseOf(world, storyTickets.fresh)?.answers[0]?.rating_category).toBe(category);
  });

  it('keeps scale answers, reason and comment, and skips what was not answered', () => {
    answerSurvey(world, {
      ticket: storyTickets.fresh,
      csat: 2,
      comment: 'Twice charged',
      reason: 'It took too long',
    });
    const types = responseOf(world, storyTickets.fresh)?.answers.map(({ type }) => type);
    expect(types).toEqual(['rating_scale', 'skipped', 'closed_ended', 'open_ended']);
    expect(ticketOf(storyTickets.fresh).rating).toMatchObject({
      comment: 'Twice charged',
      reason: 'It took too long',
    });
  });

  it('changes the answer: a new time for what changed, the old one for what did not', () => {
    answerSurvey(world, { ticket: storyTickets.fresh, csat: 2, ces: 1 });
    const first = structuredClone(responseOf(world, storyTickets.fresh)?.answers ?? []);
    world.advance(2 * hour);
    answerSurvey(world, { ticket: storyTickets.fresh, csat: 4, ces: 1 });
    const [csat, ces] = responseOf(world, storyTickets.fresh)?.answers ?? [];
    expect(csat).toMatchObject({ rating: 4, created_at: first[0]?.created_at, updated_at: world.now() });
    expect(ces).toEqual(first[1]);
    expect(ticketOf(storyTickets.fresh).rating).toMatchObject({
      score: 'good',
      created_at: first[0]?.created_at,
    });
    const answered = eventsOf(storyTickets.fresh).filter(({ type }) => type === 'SurveyResponseSubmitted');
    expect(answered).toHaveLength(2);
  });

  it('runs the account’s triggers', () => {
    world.triggers.put({
      id: 1,
      title: 'Tell the lead',
      description: null,
      active: true,
      position: 0,
      category_id: '1',
      conditions: {
        all: [
          { field: 'satisfaction_score', operator: 'changed' },
          { field: 'satisfaction_score', operator: 'is', value: 'bad' },
        ],
        any: [],
      },
      actions: [{ field: 'current_tags', value: 'unhappy' }],
      created_at: 0,
      updated_at: 0,
    });
    answerSurvey(world, { ticket: storyTickets.fresh, csat: 3 });
    expect(ticketOf(storyTickets.fresh).tags).toContain('unhappy');
  });

  it('takes good and bad with Zendesk’s reasons on a good/bad account', () => {
    world.csat = 'legacy';
    answerSurvey(world, { ticket: storyTickets.fresh, csat: 'bad', reason: 5, comment: 'Slow' });
    expect(ticketOf(storyTickets.fresh).rating).toMatchObject({
      score: 'bad',
      reason_code: 5,
      comment: 'Slow',
    });
    expect(eventsOf(storyTickets.fresh)).toContainEqual(
      expect.objectContaining({ type: 'SatisfactionRating', score: 'bad', body: 'Slow' }),
    );
    answerSurvey(world, { ticket: storyTickets.fresh, csat: 'good' });
    expect(ticketOf(storyTickets.fresh).rating).toMatchObject({ score: 'good', reason: null });
  });
});

describe('a refused answer', () => {
  it.each([
    [{ ticket: storyTickets.fresh, csat: 6 }, /whole number from 1 to 5/],
    [{ ticket: storyTickets.fresh, csat: 'bad' as const }, /whole number from 1 to 5/],
    [{ ticket: storyTickets.fresh, ces: 2 }, /"csat" is needed/],
    [{ ticket: storyTickets.fresh, csat: 2, reason: 'Weather' }, /"reason" must be one of/],
    [{ ticket: storyTickets.closedBad, csat: 5 }, /is closed/],
    [{ ticket: storyTickets.unoffered, csat: 5 }, /No survey has been offered/],
    [{ ticket: 99, csat: 5 }, /There is no ticket 99/],
  ])('%j says why', (answer, sentence) => {
    const before = JSON.stringify(world.tickets.get(answer.ticket));
    expect(() => answerSurvey(world, answer)).toThrow(sentence);
    expect(() => answerSurvey(world, answer)).toThrow(SurveyRefusal);
    expect(JSON.stringify(world.tickets.get(answer.ticket))).toBe(before);
  });

  it('comes 28 days after the offer even while the ticket is still open', () => {
    const agent = { authorId: personas.agent, channel: 'web' };
    changeTicket(world, storyTickets.fresh, { status: 'open' }, agent);
    world.advance(27 * 24 * hour);
    expect(() => answerSurvey(world, { ticket: storyTickets.fresh, csat: 2 })).not.toThrow();
    world.advance(24 * hour);
    expect(() => answerSurvey(world, { ticket: storyTickets.fresh, csat: 2 })).toThrow(/28 days/);
  });

  it('is told on the form too', () => {
    const token = responseOf(world, storyTickets.fresh)?.access_token ?? '';
    expect(surveyForm(world, storyTickets.fresh, token)).toMatchObject({
      closedBecause: null,
      expiresAt: '2026-11-20T15:00:00.000Z',
    });
    world.advance(5 * 24 * hour);
    expect(surveyForm(world, storyTickets.fresh, token).closedBecause).toMatch(/is closed/);
    expect(() => surveyForm(world, storyTickets.fresh, 'guess')).toThrow(/access token/);
  });
});

describe('closing', () => {
  it('happens 96 hours after solved, after the survey, with one audit by the system', () => {
    const id = solvedTicket();
    world.advance(96 * hour);
    expect(ticketOf(id)).toMatchObject({ status: 'solved', rating: { score: 'offered' } });
    world.advance(hour);
    expect(ticketOf(id).status).toBe('closed');
    expect(ticketOf(id).audits.at(-1)).toMatchObject({ author_id: -1 });
    expect(ticketOf(id).closed_at).toBe(ticketOf(id).audits.at(-1)?.created_at);
  });

  it('comes to the same whether the clock moves at once or hour by hour', () => {
    const stepwise = createWorld();
    world.advance(120 * hour);
    for (let i = 0; i < 120; i += 1) stepwise.advance(hour);
    const states = (one: World) =>
      [...one.tickets.values()].map(({ id, status, rating, closed_at }) => [
        id,
        status,
        rating.offered_at,
        closed_at,
      ]);
    expect(states(stepwise)).toEqual(states(world));
  });
});
