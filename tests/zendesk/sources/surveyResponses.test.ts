import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Configuration, defaultConfiguration } from '../../../src/care/configuration.ts';
import { Failure } from '../../../src/care/failure.ts';
import type { CurrentUser } from '../../../src/zendesk/currentUser.ts';
import type { Http } from '../../../src/zendesk/http.ts';
import type { SourceContext } from '../../../src/zendesk/sources/source.ts';
import { surveyResponses } from '../../../src/zendesk/sources/surveyResponses.ts';

const csatId = '01HCSAT0000000000000000000';
const cesId = '01HCES00000000000000000000';
const configuration: Configuration = {
  ...defaultConfiguration,
  questions: [
    { id: csatId, metric: 'csat', scale: 5, headline: 'How satisfied are you?' },
    { id: cesId, metric: 'ces', scale: 5, headline: 'How easy was it?' },
  ],
};

const at = '2026-11-17T10:00:00Z';
const answer = (id: string, rating: number, more: object = {}) => ({
  type: 'rating_scale',
  rating,
  rating_category: 'bad',
  question: { id, type: 'rating_scale_numeric', sub_type: id === csatId ? 'customer_satisfaction' : 'other' },
  created_at: at,
  updated_at: at,
  ...more,
});
const comment = {
  type: 'open_ended',
  value: 'Explained it to four people.',
  question: { id: 'Q4', type: 'open_ended', alias: 'comment' },
  created_at: at,
  updated_at: at,
};
const response = (answers: unknown, more: object = {}) => ({
  id: '01HRESPONSE000000000000000',
  responder_id: '361000000111',
  subject_zrns: ['zen:ticket:123'],
  subjects: [{ id: '123', type: 'ticket', zrn: 'zen:ticket:123' }],
  survey: { id: '01HSURVEY', version: 3, state: 'enabled' },
  expires_at: '2026-12-15T10:00:00Z',
  answers,
  ...more,
});

function context(
  responses: unknown[],
  more: Partial<SourceContext> = {},
): SourceContext & { asked: string[] } {
  const asked: string[] = [];
  const http: Http = {
    get: async (url, schema) => {
      asked.push(url);
      if (url.includes('/surveys/')) return v.parse(schema, { survey: newSurvey });
      return v.parse(schema, { survey_responses: responses });
    },
    send: () => Promise.reject(new Error('a source never writes')),
  };
  const ticket = {
    id: '123',
    subject: '',
    status: 'solved',
    requester_id: '9',
    assignee_id: null,
    updated_at: 0,
    satisfaction_rating: null,
  };
  const user: CurrentUser = { id: '1', name: 'Noor', isAdmin: true, locale: 'en', timeZone: undefined };
  return { http, ticket, user, configuration, asked, ...more };
}

const newSurvey = {
  id: '01HSURVEY',
  version: 4,
  state: 'enabled',
  questions: [
    {
      id: 'QNEW',
      type: 'rating_scale_emoji',
      sub_type: 'customer_satisfaction',
      headline: { type: 'static', value: 'Happy?' },
      options: [1, 2, 3].map((rating) => ({ rating, label: { value: String(rating) } })),
    },
  ],
};

describe('the survey’s answers', () => {
  it('give CSAT by the question’s own kind, CES by the chosen question, and the comment', async () => {
    const reading = await surveyResponses.read(
      context([response([answer(cesId, 2), answer(csatId, 2), comment])]),
    );
    const given = reading?.ratings.map(({ metric, value, scale, verdict }) => [
      metric,
      value,
      scale,
      verdict,
    ]);
    expect(given).toEqual(
      expect.arrayContaining([
        ['csat', 2, 5, 'bad'],
        ['ces', 2, 5, null],
      ]),
    );
    expect(reading).toMatchObject({
      state: 'answered',
      comment: 'Explained it to four people.',
      isAlreadyRevised: false,
      expiresAt: Date.parse('2026-12-15T10:00:00Z'),
    });
    expect(reading?.ratings[0]?.answeredAt).toBe(Date.parse(at));
  });

  it('are merely offered while nothing, or only skipped questions, came back', async () => {
    const skipped = { type: 'skipped', question: { id: csatId }, created_at: at, updated_at: at };
    for (const answers of [[], null, [skipped]]) {
      const reading = await surveyResponses.read(context([response(answers)]));
      expect(reading).toMatchObject({ state: 'offered', ratings: [] });
    }
  });

  it('say when the customer changed the answer before anyone saw it', async () => {
    const changed = answer(csatId, 4, { updated_at: '2026-11-17T12:00:00Z' });
    const reading = await surveyResponses.read(context([response([changed])]));
    expect(reading?.isAlreadyRevised).toBe(true);
    expect(reading?.ratings[0]?.answeredAt).toBe(Date.parse('2026-11-17T12:00:00Z'));
  });

  it('look a question’s scale up in the survey when set-up has not seen it', async () => {
    const given = context([
      response([{ ...answer(csatId, 3), question: { id: 'QNEW', sub_type: 'customer_satisfaction' } }]),
    ]);
    const reading = await surveyResponses.read(given);
    expect(reading?.ratings[0]).toMatchObject({ value: 3, scale: 3, verdict: 'good' });
    expect(given.asked).toContain('/api/v2/guide/en/surveys/01HSURVEY/3');
  });

  it('leave a second scale alone that nobody chose for CES', async () => {
    const other = context([response([answer(cesId, 1)])], { configuration: defaultConfiguration });
    expect((await surveyResponses.read(other))?.ratings).toEqual([]);
  });

  it('about another ticket, or a conversation only, are not this ticket’s', async () => {
    const other = response([answer(csatId, 1)], { subjects: [{ id: '124', type: 'ticket' }] });
    const conversation = response([answer(csatId, 1)], { subjects: [{ id: '123', type: 'conversation' }] });
    await expect(surveyResponses.read(context([other, conversation]))).resolves.toBeNull();
  });

  it.each([
    ['a number for an id', response([answer(csatId, 1)], { subjects: [{ id: 123, type: 'ticket' }] }), 1],
    [
      'an unknown kind of answer',
      response([answer(csatId, 1), { ...comment, type: 'slider', value: null }]),
      1,
    ],
    ['an answer without a question', response([answer(csatId, 1), { type: 'rating_scale', rating: 1 }]), 1],
  ])('with %s are read as far as they can be', async (_, given, count) => {
    const reading = await surveyResponses.read(context([given, 'garbage', null]));
    expect(reading?.ratings).toHaveLength(count);
  });

  it.each([
    ['a rating in words', response([{ ...answer(csatId, 1), rating: 'one' }])],
    ['a broken date', response([{ ...answer(csatId, 1), updated_at: 'yesterday' }])],
    ['nothing that can be read', 'garbage'],
  ])('with %s and nothing else fail, and do not pose as unanswered', async (_, given) => {
    await expect(surveyResponses.read(context([given]))).rejects.toMatchObject({ kind: 'unexpected' });
  });

  it('take Zendesk’s category where the scale cannot be found out', async () => {
    const question = { id: 'QOLD', sub_type: 'customer_satisfaction' };
    const given = context([response([{ ...answer(csatId, 3), rating_category: 'neutral', question }])]);
    const reading = await surveyResponses.read(given);
    expect(reading?.ratings[0]).toMatchObject({ value: 3, scale: null, verdict: 'bad' });
  });

  it('are too late on a closed ticket', async () => {
    const closed = context([response([])]);
    const reading = await surveyResponses.read({ ...closed, ticket: { ...closed.ticket, status: 'closed' } });
    expect(reading?.state).toBe('expired');
  });

  it('that an account without the survey refuses are no source there, and a failure where there is one', async () => {
    const refusing: Http = {
      get: () => Promise.reject(new Failure('notFound')),
      send: () => Promise.reject(new Error('a source never writes')),
    };
    const unknown = context([], { http: refusing, configuration: defaultConfiguration });
    await expect(surveyResponses.read(unknown)).resolves.toBeNull();
    const known = context([], {
      http: refusing,
      configuration: { ...configuration, survey: 'customizable' },
    });
    await expect(surveyResponses.read(known)).rejects.toMatchObject({ kind: 'notFound' });
  });

  it('are not asked for by people and accounts that have none', async () => {
    const agent: CurrentUser = { id: '2', name: 'Mia', isAdmin: false, locale: 'en', timeZone: undefined };
    const asAgent = context([], { user: agent });
    const legacy = context([], { configuration: { ...configuration, survey: 'legacy' } });
    await expect(surveyResponses.read(asAgent)).resolves.toBeNull();
    await expect(surveyResponses.read(legacy)).resolves.toBeNull();
    expect([...asAgent.asked, ...legacy.asked]).toEqual([]);
  });
});
