import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Configuration, defaultConfiguration } from '../../../src/care/configuration.ts';
import { Failure } from '../../../src/care/failure.ts';
import type { CurrentUser } from '../../../src/zendesk/currentUser.ts';
import type { Reading, SourceContext } from '../../../src/zendesk/sources/source.ts';
import { surveyResponses } from '../../../src/zendesk/sources/surveyResponses.ts';
import { ulid } from '../../emulator/world/ulid.ts';
import { answering, contextOver, ticketWith } from '../answering.ts';

const csatId = '01HCSAT0000000000000000000';
const cesId = '01HCES00000000000000000000';
const configuration: Configuration = {
  ...defaultConfiguration,
  questions: [
    { id: csatId, metric: 'csat', scale: 5, headline: 'How satisfied are you?', isLowerBetter: false },
    { id: cesId, metric: 'ces', scale: 5, headline: 'How easy was it?', isLowerBetter: false },
  ],
};

const at = '2026-11-17T10:00:00Z';
const answer = (id: string, rating: unknown, more: object = {}) => ({
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
const reason = {
  type: 'closed_ended',
  selections: [{ type: 'predefined', option_id: 'SLOW' }],
  question: { id: 'Q3', type: 'closed_ended', alias: 'reason' },
  created_at: at,
  updated_at: at,
};
const response = (answers: unknown, more: object = {}) => ({
  id: '01HRESPQNSE000000000000000',
  responder_id: '361000000111',
  subject_zrns: ['zen:ticket:123'],
  subjects: [{ id: '123', type: 'ticket', zrn: 'zen:ticket:123' }],
  survey: { id: '01HSURVEY', version: 3, state: 'enabled' },
  expires_at: '2026-12-15T10:00:00Z',
  answers,
  ...more,
});

const scaleOf = (steps: number) =>
  Array.from({ length: steps }, (_, index) => ({ rating: index + 1, label: { value: String(index + 1) } }));
const survey = {
  id: '01HSURVEY',
  version: 3,
  state: 'enabled',
  questions: [
    {
      id: 'QNEW',
      type: 'rating_scale_emoji',
      sub_type: 'customer_satisfaction',
      headline: { type: 'static', value: 'Happy?' },
      options: scaleOf(3),
    },
    {
      id: 'EASY',
      type: 'rating_scale_numeric',
      sub_type: 'other',
      headline: { value: ' how easy WAS it? ' },
      options: scaleOf(7),
    },
    {
      id: 'OTHER',
      type: 'rating_scale_numeric',
      sub_type: 'other',
      headline: { value: 'Would you buy again?' },
      options: scaleOf(7),
    },
    { id: cesId, type: 'rating_scale_numeric', sub_type: 'other', options: scaleOf(7) },
    {
      id: 'Q3',
      type: 'closed_ended',
      headline: { value: 'Why?' },
      options: [{ id: 'SLOW', label: { value: 'It took too long' } }],
    },
  ],
};

const answeringWith = (responses: unknown[]) =>
  answering((url) =>
    url.includes('/surveys/') ? { survey } : { survey_responses: responses, meta: { has_more: false } },
  );

/** What the source says of ticket 123. */
async function readingOf(
  responses: unknown[],
  more: Partial<SourceContext> = {},
  ticket = ticketWith(),
): Promise<Reading | undefined> {
  const context = contextOver(answeringWith(responses), configuration, more);
  return (await surveyResponses.read(context, [ticket])).get('123');
}

const numbers = (reading: Reading | undefined) =>
  reading?.ratings.map(({ metric, value, scale, verdict }) => [metric, value, scale, verdict]);

describe('the survey’s answers', () => {
  it('give CSAT by the question’s own kind, CES by the chosen question, and the comment', async () => {
    const reading = await readingOf([response([answer(cesId, 2), answer(csatId, 2), comment])]);
    expect(numbers(reading)).toEqual(
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
      answerTimes: [Date.parse(at), Date.parse(at)],
      absent: [],
    });
    expect(reading?.ratings[0]).toMatchObject({ answeredAt: Date.parse(at), definition: csatId });
  });

  it('are merely offered while nothing, or only skipped questions, came back', async () => {
    const skipped = { type: 'skipped', question: { id: csatId }, created_at: at, updated_at: at };
    for (const answers of [[], null, undefined, [skipped]]) {
      expect(await readingOf([response(answers)])).toMatchObject({
        state: 'offered',
        ratings: [],
        absent: ['csat', 'ces'],
      });
    }
  });

  it('say when the customer changed the answer before anyone saw it', async () => {
    const changed = answer(csatId, 4, { updated_at: '2026-11-17T12:00:00Z' });
    const reading = await readingOf([response([changed])]);
    expect(reading?.isAlreadyRevised).toBe(true);
    expect(reading?.ratings[0]?.answeredAt).toBe(Date.parse('2026-11-17T12:00:00Z'));
    expect(reading?.answerTimes).toEqual([Date.parse(at), Date.parse('2026-11-17T12:00:00Z')]);
  });

  it('of several surveys about one ticket begin with the newest', async () => {
    const later = answer(csatId, 5, {
      created_at: '2026-11-18T10:00:00Z',
      updated_at: '2026-11-18T10:00:00Z',
    });
    const reading = await readingOf([response([later]), response([answer(csatId, 1)])]);
    expect(reading?.ratings.map(({ value }) => value)).toEqual([5, 1]);
  });

  it('leave a second scale alone that nobody chose for CES', async () => {
    const other = answer(cesId, 1);
    expect(numbers(await readingOf([response([other])], { configuration: defaultConfiguration }))).toEqual(
      [],
    );
  });

  it.each([
    ['a ticket’s request', { subjects: [{ id: '123', type: 'request' }], subject_zrns: undefined }],
    ['a number for an id', { subjects: [{ id: 123, type: 'ticket' }], subject_zrns: null }],
    ['addresses alone', { subjects: undefined, subject_zrns: ['zen:conversation:abc', 'zen:ticket:123'] }],
    ['a number for who answered', { responder_id: 361000000111 }],
    ['no survey named', { survey: undefined }],
    ['no expiry', { expires_at: null }],
  ])('name their ticket with %s', async (_, more) => {
    expect(numbers(await readingOf([response([answer(csatId, 1)], more)]))).toEqual([['csat', 1, 5, 'bad']]);
  });

  it('about another ticket, or a conversation only, are not this ticket’s', async () => {
    const only = (subjects: unknown[]) =>
      response([answer(csatId, 1)], { subjects, subject_zrns: [] as string[] });
    const other = only([{ id: '124', type: 'ticket' }]);
    const conversation = only([{ id: '123', type: 'conversation' }]);
    expect(await readingOf([other, conversation])).toBeUndefined();
  });

  it.each([
    ['an unknown kind of answer', { ...comment, type: 'slider', value: { left: 3 } }],
    [
      'an unknown kind of question',
      answer('Q9', 3, { question: { id: 'Q9', type: 'matrix', sub_type: 'x' } }),
    ],
    ['a scale left empty', answer(cesId, null)],
    ['an answer without any time', { ...comment, created_at: null, updated_at: null }],
  ])('with %s beside are read as if it were not there', async (_, beside) => {
    const broken: number[] = [];
    const reading = await readingOf([response([answer(csatId, 1), beside])], {
      onBroken: (count) => broken.push(count),
    });
    expect(numbers(reading)).toEqual([['csat', 1, 5, 'bad']]);
    expect(broken).toEqual([]);
  });

  it('that cannot be read are counted, take no others along, and are not taken for absent', async () => {
    const broken: number[] = [];
    const wrong = [{ type: 'rating_scale', rating: 1 }, 'garbage', null];
    const reading = await readingOf([response([answer(csatId, '2'), ...wrong]), 'garbage', null], {
      onBroken: (count) => broken.push(count),
    });
    expect(numbers(reading)).toEqual([['csat', 2, 5, 'bad']]);
    expect(broken).toEqual([5]);
    expect(reading?.absent).toEqual([]);
  });

  it.each([
    ['a rating in words', response([answer(csatId, 'one')])],
    ['a broken date', response([answer(csatId, 1, { updated_at: 'yesterday' })])],
    ['nothing that can be read', 'garbage'],
  ])('with %s and nothing else fail, and do not pose as unanswered', async (_, given) => {
    await expect(readingOf([given])).rejects.toMatchObject({ kind: 'unexpected' });
  });

  it('are too late on a closed ticket', async () => {
    expect(await readingOf([response([])], {}, ticketWith({ status: 'closed' }))).toMatchObject({
      state: 'expired',
    });
  });
});

describe('when the survey went out', () => {
  const hour = 3_600_000;
  const answered = Date.parse(at);
  const offeredAt = async (id: string, answers: unknown[] = [answer(csatId, 1)]) =>
    (await readingOf([response(answers, { id })]))?.offeredAt;

  it.each([
    ['six seconds before the answer', ulid(answered - 6_000, 1), answered - 6_000],
    ['weeks before the answer', ulid(answered - 900 * hour, 1), answered - 900 * hour],
    ['half a year before the answer, which is no survey’s life', ulid(answered - 4_000 * hour, 1), null],
    ['after the answer, which cannot be', ulid(answered + 1, 1), null],
    ['in an id that is no ULID', 'abc-123', null],
  ])('is told by the response’s id: %s', async (_, id, expected) => {
    expect(await offeredAt(id)).toBe(expected);
  });

  it('is known of surveys nobody has answered', async () => {
    expect(await offeredAt(ulid(answered - hour, 1), [])).toBe(answered - hour);
  });

  it('is that of the survey answered last', async () => {
    const late = { created_at: '2026-11-20T10:00:00Z', updated_at: '2026-11-20T10:00:00Z' };
    const reading = await readingOf([
      response([answer(csatId, 1, late)], { id: ulid(answered + hour, 2) }),
      response([answer(csatId, 1)], { id: ulid(answered - hour, 1) }),
      response([], { id: ulid(answered + 2 * hour, 3) }),
    ]);
    expect(reading?.offeredAt).toBe(answered + hour);
  });
});

describe('a question set-up has not seen', () => {
  const given = (id: string, rating: number, sub_type: string) =>
    answer(id, rating, { question: { id, sub_type } });

  it('is looked up in its version of the survey, once however many answers name it', async () => {
    const http = answeringWith(
      ['123', '124', '125'].map((id) =>
        response([given('QNEW', 3, 'customer_satisfaction')], { subjects: [{ id, type: 'ticket' }] }),
      ),
    );
    const tickets = ['123', '124', '125'].map((id) => ticketWith({ id }));
    const readings = await surveyResponses.read(contextOver(http, configuration), tickets);
    for (const id of ['123', '124', '125'])
      expect(numbers(readings.get(id))).toEqual([['csat', 3, 3, 'good']]);
    expect(http.asked.filter(({ url }) => url === '/api/v2/guide/en/surveys/01HSURVEY/3')).toHaveLength(1);
  });

  it('counts as CES where it asks what the chosen one asks, under the chosen one’s name', async () => {
    const reading = await readingOf([response([given('EASY', 6, 'other'), given('OTHER', 2, 'other')])]);
    expect(numbers(reading)).toEqual([['ces', 6, 7, null]]);
    expect(reading?.ratings[0]?.definition).toBe(cesId);
  });

  it('has another scale in another version: a number beyond the known one is looked up', async () => {
    expect(numbers(await readingOf([response([answer(cesId, 6)])]))).toEqual([['ces', 6, 7, null]]);
  });

  it('has the scale of the version the answer was given to, not of the one known now', async () => {
    const known = { ...configuration.questions.find(({ id }) => id === cesId), version: 9 };
    const questions = configuration.questions.map((one) => (one.id === cesId ? { ...one, ...known } : one));
    const http = answeringWith([response([answer(cesId, 3)])]);
    const context = contextOver(http, { ...configuration, questions });
    const readings = await surveyResponses.read(context, [ticketWith({ id: '123' })]);
    expect(numbers(readings.get('123'))).toEqual([['ces', 3, 7, null]]);
  });

  it('takes Zendesk’s category where the scale cannot be found out', async () => {
    const question = { id: 'QOLD', sub_type: 'customer_satisfaction' };
    const neutral = answer('QOLD', 3, { rating_category: 'neutral', question });
    expect(numbers(await readingOf([response([neutral])]))).toEqual([['csat', 3, null, 'bad']]);
  });

  it('fails while its survey cannot be asked for the moment, and goes without where it is gone', async () => {
    const over = (cause: Failure) =>
      contextOver(
        answering((url) =>
          url.includes('/surveys/')
            ? cause
            : { survey_responses: [response([given('QNEW', 2, 'customer_satisfaction')])] },
        ),
        configuration,
      );
    const offline = surveyResponses.read(over(new Failure('offline')), [ticketWith()]);
    await expect(offline).rejects.toMatchObject({ kind: 'offline' });
    const gone = await surveyResponses.read(over(new Failure('notFound')), [ticketWith()]);
    expect(numbers(gone.get('123'))).toEqual([['csat', 2, null, 'bad']]);
  });
});

describe('the chosen reason', () => {
  it('has the survey’s words where the ticket does not tell them', async () => {
    const given = [response([answer(csatId, 1), reason])];
    expect((await readingOf(given))?.reason).toBe('It took too long');
  });

  it('costs no call where the ticket tells it', async () => {
    const http = answeringWith([response([answer(csatId, 1), reason])]);
    const ticket = ticketWith({ satisfaction_rating: { score: 'bad', reason: 'It took too long' } });
    await surveyResponses.read(contextOver(http, configuration), [ticket]);
    expect(http.asked).toHaveLength(1);
  });
});

describe('many tickets', () => {
  const tickets = Array.from({ length: 120 }, (_, index) => ticketWith({ id: String(index + 1) }));
  const about = (id: string) =>
    response([answer(csatId, (Number(id) % 5) + 1)], { subjects: [{ id, type: 'ticket' }] });

  it('are asked for fifty a call, and pages are followed to their end', async () => {
    const http = answering((_url, params) => {
      const ids = String(params['filter[subject_zrns]'])
        .split(',')
        .map((zrn) => zrn.split(':')[2] ?? '');
      const rows = ids.map(about);
      const isSecond = params['page[after]'] === 'more';
      return isSecond
        ? { survey_responses: rows.slice(30), meta: { has_more: false, after_cursor: 'more' } }
        : { survey_responses: rows.slice(0, 30), meta: { has_more: true, after_cursor: 'more' } };
    });
    const readings = await surveyResponses.read(contextOver(http, configuration), tickets);
    expect(http.asked).toHaveLength(6);
    expect(readings.size).toBe(120);
    expect(readings.get('7')?.ratings[0]?.value).toBe(3);
  });

  it('lose only the row that is broken, whatever stands in its place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.nat(9), fc.boolean(), async (junk, place, isAnswer) => {
        const rows: unknown[] = tickets.slice(0, 10).map(({ id }) => about(id));
        const own = tickets[place]?.id ?? '';
        rows[place] = isAnswer ? response([junk], { subjects: [{ id: own, type: 'ticket' }] }) : junk;
        const context = contextOver(answeringWith(rows), configuration);
        const readings = await surveyResponses.read(context, tickets.slice(0, 10));
        for (const { id } of tickets.slice(0, 10))
          if (id !== own) expect(numbers(readings.get(id))?.[0]?.[1]).toBe((Number(id) % 5) + 1);
      }),
    );
  });
});

describe('who may not read answers', () => {
  it('is told of no source on accounts that refuse, and of a failure where the survey is known to exist', async () => {
    const over = (more: Partial<Configuration>) =>
      surveyResponses.read(
        contextOver(
          answering(() => new Failure('notFound')),
          { ...configuration, ...more },
        ),
        [ticketWith()],
      );
    expect((await over({ survey: null })).size).toBe(0);
    await expect(over({ survey: 'customizable' })).rejects.toMatchObject({ kind: 'notFound' });
  });

  it('asks nothing', async () => {
    const agent: CurrentUser = { id: '2', name: 'Mia', isAdmin: false, locale: 'en', timeZone: undefined };
    const http = answeringWith([response([answer(csatId, 1)])]);
    await surveyResponses.read(contextOver(http, configuration, { user: agent }), [ticketWith()]);
    await surveyResponses.read(contextOver(http, { ...configuration, survey: 'legacy' }), [ticketWith()]);
    await surveyResponses.read(contextOver(http, configuration), []);
    expect(http.asked).toEqual([]);
  });
});
