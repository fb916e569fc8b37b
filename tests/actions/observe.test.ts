import { describe, expect, it } from 'vitest';
import { observationOf } from '../../src/actions/observe.ts';
import { emptyFeedback, type Feedback } from '../../src/care/feedback.ts';
import type { Rating, SourceId } from '../../src/care/rating.ts';
import type { TicketChange } from '../../src/care/replay.ts';
import { signsOf } from '../../src/care/scanner.ts';
import type { Reading } from '../../src/zendesk/sources/source.ts';

const second = 1_000;
const at = Date.parse('2026-11-17T10:00:00Z');
const ticket = { assigneeId: '7', state: 'present' as const };

const rating = (more: Partial<Rating>): Rating => ({
  metric: 'csat',
  value: 2,
  scale: 5,
  lowest: 1,
  verdict: 'bad',
  source: 'survey_responses',
  definition: null,
  answeredAt: at,
  asOf: at,
  ...more,
});
const bad = rating({ value: null, scale: null, source: 'ticket_rating', answeredAt: null });
const reading = (more: Partial<Reading>): Reading => ({
  state: 'answered',
  ratings: [],
  isAlreadyRevised: false,
  comment: null,
  reason: null,
  expiresAt: null,
  offeredAt: null,
  answerTimes: [],
  absent: [],
  ...more,
});
const readings = (own: Partial<Record<SourceId, Partial<Reading>>>) =>
  new Map(Object.entries(own).map(([id, one]) => [id as SourceId, reading(one)]));
const knowing = (...ratings: Rating[]): Feedback => ({
  ...emptyFeedback('ticket:1'),
  rev: 1,
  revisions: ratings.map((one) => ({ ...one, seenAt: at })),
});
const nothing = emptyFeedback('ticket:1');

const rated = (offset: number, verdict: 'good' | 'bad' | null): TicketChange => ({
  at: at + offset * second,
  kind: 'rated',
  verdict,
});
const history = (...more: TicketChange[]): TicketChange[] => [
  { at: at - 90 * second, kind: 'created' },
  { at: at - 80 * second, kind: 'assigned', agentId: '7' },
  { at: at - 70 * second, kind: 'solved' },
  { at: at - 60 * second, kind: 'offered' },
  ...more,
];

describe('what was seen', () => {
  it('holds every place’s ratings, the most trusted first, however they came', () => {
    const seen = observationOf(
      nothing,
      ticket,
      readings({ ticket_rating: { ratings: [bad] }, survey_responses: { ratings: [rating({})] } }),
    );
    expect(seen.sighting.ratings.map(({ source }) => source)).toEqual(['survey_responses', 'ticket_rating']);
    expect(seen).toMatchObject({
      assigneeId: '7',
      attribution: null,
      ticket: { state: 'present', into: null },
    });
  });

  it('is dated by the ticket’s history where Zendesk’s own good or bad is not, and only that', () => {
    const field = rating({ source: 'ticket_field', answeredAt: null });
    const seen = observationOf(
      nothing,
      ticket,
      readings({ ticket_field: { ratings: [field] }, ticket_rating: { ratings: [bad] } }),
      { changes: history(rated(0, 'bad')) },
    );
    expect(seen.sighting.ratings.map(({ answeredAt }) => answeredAt)).toEqual([null, at]);
  });

  it('of a conversation says nothing about a ticket', () => {
    const seen = observationOf(nothing, null, readings({ survey_responses: { ratings: [rating({})] } }), {
      linkedTo: '5',
    });
    expect(seen).toMatchObject({ ticket: null, linkedTo: '5' });
    expect('assigneeId' in seen).toBe(false);
  });

  it('tells which ticket a merged one went into', () => {
    const changes: TicketChange[] = [{ at, kind: 'merged', into: '371' }];
    const merged = { ...ticket, state: 'merged' as const };
    expect(observationOf(nothing, merged, new Map(), { changes }).ticket).toEqual({
      state: 'merged',
      into: '371',
    });
    expect(observationOf(nothing, ticket, new Map(), { changes }).ticket?.into).toBeNull();
  });

  it('credits whoever had the ticket at each moment', () => {
    const given = readings({ ticket_rating: { ratings: [bad] } });
    const changes = history(rated(0, 'bad'), { at: at + 9 * second, kind: 'assigned', agentId: '8' });
    expect(observationOf(nothing, ticket, given, { changes }).attribution).toMatchObject({
      atSolve: '7',
      atRating: '7',
      isReassignedAfter: true,
    });
    const undated = readings({
      ticket_field: { ratings: [rating({ source: 'ticket_field', answeredAt: null })] },
    });
    expect(observationOf(nothing, ticket, undated, { changes }).attribution).toBeNull();
  });
});

describe('a rating that is gone', () => {
  const gone = { ratings: [], absent: ['csat' as const] };

  it('is gone where its own place has none any more', () => {
    expect(observationOf(knowing(rating({})), ticket, readings({ survey_responses: gone })).removed).toEqual([
      'csat',
    ]);
  });

  it.each([
    ['another place has none', readings({ ticket_tag: gone })],
    ['its own could not be read', readings({})],
    [
      'another place has one that counts now',
      readings({
        survey_responses: gone,
        ticket_rating: { ratings: [rating({ ...bad, verdict: 'good', asOf: at + second })] },
      }),
    ],
  ])('is not gone because %s', (_, given) => {
    expect(observationOf(knowing(rating({})), ticket, given).removed).toEqual([]);
  });

  it('is gone from the account’s list where the ticket has none', () => {
    const listed = knowing({ ...bad, source: 'legacy_ratings' });
    expect(observationOf(listed, ticket, readings({ ticket_rating: gone })).removed).toEqual(['csat']);
  });

  it('was never there where nothing is known', () => {
    expect(observationOf(nothing, ticket, readings({ survey_responses: gone })).removed).toEqual([]);
  });
});

describe('evidence of a machine', () => {
  const survey = (more: Partial<Reading>) =>
    readings({ survey_responses: { ratings: [rating({})], answerTimes: [at, at], ...more } });
  const signsIn = (given: ReturnType<typeof readings>, changes: TicketChange[] | null = null) => {
    const { evidence } = observationOf(nothing, ticket, given, { changes });
    return evidence && signsOf({ ...evidence, verdict: 'bad' });
  };

  it('is an answer within seconds of the survey', () => {
    expect(signsIn(survey({ offeredAt: at - 6 * second }))).toContain('seconds_after_sending');
    expect(signsIn(survey({ offeredAt: at - 600 * second }))).toEqual([]);
  });

  it('is an answer turned round within a minute, by either report', () => {
    expect(signsIn(survey({ answerTimes: [at - 20 * second, at] }))).toContain('flipped_within_a_minute');
    const flips = history(rated(-30, 'bad'), rated(-10, 'good'), rated(0, 'bad'));
    expect(signsIn(survey({}), flips)).toContain('flipped_within_a_minute');
  });

  it.each([
    ['the same answer told twice', [rated(0, null), rated(1, 'bad')]],
    ['the same answer sent again', [rated(0, 'bad'), rated(20, 'bad')]],
    ['an answer reported a second later than it was given', [rated(1, 'bad')]],
  ])('is not %s', (_, rates) => {
    expect(signsIn(survey({}), history(...rates))).toEqual([]);
  });

  it('is cleared by any words of the customer', () => {
    expect(signsIn(survey({ offeredAt: at - 6 * second, comment: 'Four people!' }))).toEqual([]);
    expect(signsIn(survey({ offeredAt: at - 6 * second, comment: '  ' }))).not.toEqual([]);
  });

  it('takes the last offer before the answer where only the history tells', () => {
    const changes = history({ at: at - 5 * second, kind: 'offered' }, rated(0, 'bad'), {
      at: at + 5 * second,
      kind: 'offered',
    });
    const { evidence } = observationOf(nothing, ticket, readings({ ticket_rating: { ratings: [bad] } }), {
      changes,
    });
    expect(evidence?.offeredAt).toBe(at - 5 * second);
  });

  it('is not looked for where no CSAT was given', () => {
    expect(signsIn(readings({ survey_responses: { ratings: [rating({ metric: 'ces' })] } }))).toBeNull();
  });
});

describe('an answer already changed when first seen', () => {
  it('is known by the survey, or by the history turning good into bad', () => {
    const isRevised = (given: Partial<Reading>, changes: TicketChange[]) =>
      observationOf(nothing, ticket, readings({ ticket_rating: { ratings: [bad], ...given } }), { changes })
        .sighting.isAlreadyRevised;
    expect(isRevised({ isAlreadyRevised: true }, [])).toBe(true);
    expect(isRevised({}, history(rated(-9, 'good'), rated(0, 'bad')))).toBe(true);
    expect(isRevised({}, history(rated(-9, 'bad'), rated(0, 'bad')))).toBe(false);
  });
});
