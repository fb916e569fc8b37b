import { describe, expect, it } from 'vitest';
import { changeTicket } from '../../world/changeTicket.ts';
import { personas } from '../../world/people.ts';
import { surveyId } from '../../world/surveyDefinition.ts';
import { answerSurvey, offerSurvey } from '../../world/surveys.ts';
import { at, column, customer, neighbour, openDesk } from './desk.ts';

const solver = { authorId: personas.agent, channel: 'web', isHistory: true };

/** A desk where one solved ticket was answered with 2 and the other only offered. */
function asked(csat: 'survey' | 'legacy' = 'survey') {
  const desk = openDesk();
  desk.world.csat = csat;
  const [answered, offered] = [desk.ticket(), desk.ticket({ requester_id: neighbour.id })];
  for (const { id } of [answered, offered]) {
    changeTicket(desk.world, id, { status: 'solved' }, solver);
    offerSurvey(desk.world, id);
  }
  const answer = { ticket: answered.id, csat: csat === 'survey' ? 2 : ('bad' as const), comment: 'Too slow' };
  answerSurvey(desk.world, answer);
  return { ...desk, answered, offered };
}

describe('survey responses', () => {
  it.each(['agent', 'lead', 'light_agent'])(
    'are closed to the persona %s, in the Help Center\u2019s envelope',
    async (persona) => {
      const { call } = asked();
      const reply = await call(persona, 'GET', '/guide/survey_responses');
      expect([reply.status, reply.body]).toEqual([
        403,
        { errors: [{ code: 'Forbidden', status: '403', title: 'Forbidden' }] },
      ]);
    },
  );

  it('tell an administrator rating, category and comment, and never the secret of the link', async () => {
    const { call, answered } = asked();
    const reply = await call(
      'admin',
      'GET',
      `/guide/survey_responses?filter[subject_zrns]=zen:ticket:${answered.id}`,
    );
    expect(column(reply, 'survey_responses', 'responder_id')).toEqual([String(customer.id)]);
    expect(at(reply, 'survey_responses.0.subjects')).toEqual([
      { id: String(answered.id), type: 'ticket', zrn: `zen:ticket:${answered.id}` },
    ]);
    const answers = at(reply, 'survey_responses.0.answers') as Record<string, unknown>[];
    expect(
      answers.map(({ type, rating, rating_category, value }) => [type, rating ?? value, rating_category]),
    ).toEqual([
      ['rating_scale', 2, 'bad'],
      ['skipped', undefined, undefined],
      ['skipped', undefined, undefined],
      ['open_ended', 'Too slow', undefined],
    ]);
    expect(answers[1]?.question).toMatchObject({ sub_type: 'other' });
    expect(JSON.stringify(reply.body)).not.toContain('access_token');
  });

  it('show a customer their own and nobody else\u2019s', async () => {
    const { call } = asked();
    const own = await call(customer.email, 'GET', '/guide/survey_responses');
    expect(column(own, 'survey_responses', 'responder_id')).toEqual([String(customer.id)]);
    const other = await call('admin', 'GET', `/guide/survey_responses?filter[responder_ids]=${neighbour.id}`);
    const path = `/guide/en-us/survey_responses/${at(other, 'survey_responses.0.id')}`;
    expect((await call('admin', 'GET', path)).status).toBe(200);
    expect((await call(customer.email, 'GET', path)).status).toBe(404);
  });

  it.each(['milliseconds', 'seconds'] as const)(
    'filter by time in %s where the account counts so',
    async (unit) => {
      const { call, world } = asked();
      world.unknowns.surveyFilterUnit = unit;
      const found = async (from: number) => {
        const value = unit === 'seconds' ? Math.floor(from / 1000) : from;
        const reply = await call('admin', 'GET', `/guide/survey_responses?filter[created_at_start]=${value}`);
        return column(reply, 'survey_responses', 'id').length;
      };
      expect([await found(world.now() - 5000), await found(world.now() + 5000)]).toEqual([2, 0]);
    },
  );

  it('come in pages of fifty at most, in order of id either way', async () => {
    const { call } = asked();
    expect((await call('admin', 'GET', '/guide/survey_responses?page[size]=51')).status).toBe(400);
    const up = column(
      await call('admin', 'GET', '/guide/survey_responses?sort=id'),
      'survey_responses',
      'id',
    );
    const down = column(
      await call('admin', 'GET', '/guide/survey_responses?sort=-id'),
      'survey_responses',
      'id',
    );
    expect(down).toEqual([...up].reverse());
  });

  it('are offered by an administrator once, with links that carry the rating', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    const body = { survey_response: { subject_zrn: `zen:ticket:${id}` } };
    const reply = await desk.call('admin', 'POST', '/guide/survey_responses', body);
    expect([reply.status, at(reply, 'links.type')]).toEqual([201, 'rating_link_numeric']);
    expect(column(reply, 'links.rating_links', 'rating')).toEqual([1, 2, 3, 4, 5]);
    expect((await desk.call('admin', 'POST', '/guide/survey_responses', body)).status).toBe(409);
    expect((await desk.call('agent', 'POST', '/guide/survey_responses', body)).status).toBe(403);
    expect(at(await desk.call('agent', 'GET', `/tickets/${id}`), 'ticket.satisfaction_rating')).toEqual({
      score: 'offered',
    });
  });

  it('are submitted by the responder alone, and move the ticket\u2019s good or bad', async () => {
    const { call, offered } = asked();
    const list = await call(
      'admin',
      'GET',
      `/guide/survey_responses?filter[subject_zrns]=zen:ticket:${offered.id}`,
    );
    const path = `/guide/survey_responses/${at(list, 'survey_responses.0.id')}`;
    const survey = await call('agent', 'GET', `/guide/en-us/surveys/${surveyId}/1`);
    const answers = [{ type: 'rating_scale', question_id: at(survey, 'survey.questions.0.id'), rating: 5 }];
    expect((await call(customer.email, 'POST', path, { answers })).status).toBe(403);
    expect((await call(neighbour.email, 'POST', path, { answers })).status).toBe(200);
    expect(at(await call('agent', 'GET', `/tickets/${offered.id}`), 'ticket.satisfaction_rating.score')).toBe(
      'good',
    );
  });

  it('are empty on an account that still asks good or bad', async () => {
    const { call } = asked('legacy');
    expect(column(await call('admin', 'GET', '/guide/survey_responses'), 'survey_responses', 'id')).toEqual(
      [],
    );
    expect(column(await call('agent', 'GET', '/guide/en-us/surveys'), 'surveys', 'id')).toEqual([]);
    expect((await call('agent', 'GET', `/guide/en-us/surveys/${surveyId}/1`)).status).toBe(404);
  });
});

describe('surveys', () => {
  it('tell an agent the scale and its labels', async () => {
    const { call } = openDesk();
    const list = await call(
      'agent',
      'GET',
      '/guide/en-us/surveys?filter[types]=CUSTOMER_SATISFACTION&page[size]=50',
    );
    expect(column(list, 'surveys', 'state')).toEqual(['enabled']);
    expect(at(list, 'surveys.0.questions.0.options.4.label.value')).toBe('Very satisfied');
  });
});

describe('good and bad ratings', () => {
  it.each([
    ['', 2],
    ['?score=received', 1],
    ['?score=bad_with_comment', 1],
    ['?score=bad_without_comment', 0],
    ['?score=offered', 1],
    ['?score=good', 0],
    ['?start_time=32503680000', 0],
  ])('listed for an administrator with %s are %i', async (query, count) => {
    const { call } = asked();
    const reply = await call('admin', 'GET', `/satisfaction_ratings${query}`);
    expect(column(reply, 'satisfaction_ratings', 'id')).toHaveLength(count);
    expect(at(await call('admin', 'GET', `/satisfaction_ratings/count${query}`), 'count.value')).toBe(count);
  });

  it('are closed to agents, one by one as well', async () => {
    const { call } = asked();
    const list = await call('admin', 'GET', '/satisfaction_ratings');
    const path = `/satisfaction_ratings/${at(list, 'satisfaction_ratings.0.id')}`;
    expect((await call('lead', 'GET', path)).status).toBe(403);
    expect(at(await call('admin', 'GET', path), 'satisfaction_rating.comment')).toBe('Too slow');
  });

  it('refuse an unknown score', async () => {
    expect((await asked().call('admin', 'GET', '/satisfaction_ratings?score=fine')).status).toBe(422);
  });

  it('are given by the customer who asked, on an account of that generation', async () => {
    const { call, offered } = asked('legacy');
    const path = `/tickets/${offered.id}/satisfaction_rating`;
    const rate = (who: string, score: string) =>
      call(who, 'POST', path, { satisfaction_rating: { score, reason_code: 5 } });
    expect((await rate('agent', 'good')).status).toBe(403);
    expect((await rate(customer.email, 'good')).status).toBe(403);
    expect((await rate(neighbour.email, 'fine')).status).toBe(422);
    const reply = await rate(neighbour.email, 'bad');
    expect([reply.status, at(reply, 'satisfaction_rating.reason')]).toEqual([
      200,
      'The issue took too long to resolve',
    ]);
    const audits = await call('agent', 'GET', `/tickets/${offered.id}/audits?sort=-created_at`);
    const events = at(audits, 'audits.0.events') as { type: string; score?: string }[];
    expect(events.find((event) => event.type === 'SatisfactionRating')?.score).toBe('bad');
  });

  it('have reasons an administrator can read', async () => {
    const { call } = openDesk();
    const reply = await call('admin', 'GET', '/satisfaction_reasons');
    expect(column(reply, 'reasons', 'reason_code')).toContain(1000);
    expect((await call('agent', 'GET', '/satisfaction_reasons')).status).toBe(403);
  });
});
