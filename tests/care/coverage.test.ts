import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultConfiguration } from '../../src/care/configuration.ts';
import {
  boundsOf,
  emptyTally,
  figuresOf,
  monthOf,
  monthsBetween,
  sumOf,
  type Tally,
  withoutFeedback,
  withSurvey,
} from '../../src/care/coverage.ts';
import { others, packGroups, unpackGroups } from '../../src/care/coverageBody.ts';
import { emptyFeedback, type Feedback } from '../../src/care/feedback.ts';
import { meanOf, rateOf } from '../../src/care/rate.ts';
import type { Rating } from '../../src/care/rating.ts';

const rating = (given: Partial<Rating>): Rating & { seenAt: number } => ({
  metric: 'csat',
  value: 5,
  scale: 5,
  lowest: 1,
  verdict: null,
  source: 'survey_responses',
  definition: 'q',
  answeredAt: 0,
  asOf: null,
  seenAt: 0,
  ...given,
});
const feedback = (...ratings: Partial<Rating>[]): Feedback => ({
  ...emptyFeedback('ticket:1'),
  rev: 1,
  revisions: ratings.map(rating),
});
const answered = (...ratings: Partial<Rating>[]) => ({
  isAnswered: true,
  isOpen: false,
  feedback: feedback(...ratings),
});
const tallyOf = (...surveys: Parameters<typeof withSurvey>[1][]): Tally =>
  surveys.reduce(withSurvey, emptyTally());
const figures = (tally: Tally, hasSuspected = true) => figuresOf(tally, defaultConfiguration, hasSuspected);

describe('a share', () => {
  it.each([
    [4, 5, 0.38, 0.96],
    [16, 20, 0.58, 0.92],
    [40, 50, 0.67, 0.89],
    [400, 500, 0.76, 0.83],
  ])('of %d of %d has the interval Wilson gives', (k, n, low, high) => {
    const { interval, value } = rateOf(k, n);
    expect(value).toBeCloseTo(0.8);
    expect(interval?.[0]).toBeCloseTo(low, 2);
    expect(interval?.[1]).toBeCloseTo(high, 2);
  });

  it('of nothing is nothing', () => {
    expect(rateOf(0, 0)).toEqual({ value: null, n: 0, k: 0, interval: null });
    expect(meanOf([])).toEqual({ value: null, n: 0, interval: null });
  });

  it('stays between nothing and all, and its interval around it', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 1000 }), (given, n) => {
        const { value, interval } = rateOf(Math.min(given, n), n);
        expect(interval?.[0]).toBeGreaterThanOrEqual(0);
        expect(interval?.[1]).toBeLessThanOrEqual(1);
        expect(interval?.[0]).toBeLessThanOrEqual((value ?? 0) + 1e-12);
        expect(interval?.[1]).toBeGreaterThanOrEqual((value ?? 0) - 1e-12);
      }),
    );
  });
});

describe('the response rate', () => {
  it('leaves out surveys that may still be answered', () => {
    const nothing = { isAnswered: false, feedback: null };
    const tally = tallyOf(answered({}), { ...nothing, isOpen: false }, { ...nothing, isOpen: true });
    expect(figures(tally)).toMatchObject({
      offered: 3,
      answered: 1,
      open: 1,
      responseRate: { value: 0.5, n: 2 },
    });
  });
});

describe('the scores of a month', () => {
  it('count the top two of five as satisfied, the top one of three, and good', () => {
    const tally = tallyOf(
      ...[1, 2, 3, 4, 5].map((value) => answered({ value })),
      answered({ value: 2, scale: 3 }),
      answered({ value: 3, scale: 3 }),
      answered({ value: null, scale: null, verdict: 'good' }),
    );
    expect(figures(tally)).toMatchObject({ satisfied: { k: 4, n: 8 }, steps: null });
    expect(figures(tallyOf(answered({ value: 2 }), answered({ value: 5 }))).steps).toEqual([0, 1, 0, 0, 1]);
  });

  it('turn round when the question’s direction does', () => {
    const tally = tallyOf(answered({ metric: 'ces', value: 6, scale: 7, definition: 'e' }));
    const questions = [{ id: 'e', metric: 'ces' as const, scale: 7, headline: '', isLowerBetter: true }];
    expect(figures(tally).easy).toMatchObject({ k: 1, n: 1 });
    expect(figuresOf(tally, { ...defaultConfiguration, questions }, true).easy).toMatchObject({ k: 0, n: 1 });
  });

  it('can be had with and without what looks like a machine’s', () => {
    const suspected = {
      ...feedback({ value: 1 }),
      suspicion: { signs: ['no_comment' as const], isConfirmed: false },
    };
    const confirmed = { ...suspected, suspicion: { ...suspected.suspicion, isConfirmed: true } };
    const tally = tallyOf(
      answered({ value: 5 }),
      { isAnswered: true, isOpen: false, feedback: suspected },
      { isAnswered: true, isOpen: false, feedback: confirmed },
    );
    expect(figures(tally)).toMatchObject({ suspected: 1, satisfied: { k: 1, n: 3 } });
    expect(figures(tally, false)).toMatchObject({ suspected: 1, satisfied: { k: 1, n: 2 } });
  });

  it('leave out what was set aside, before the count or after it', () => {
    const setAside = { reason: 'test' as const, note: null, byId: '1', at: 0 };
    const aside = { ...feedback({ value: 1 }), setAside };
    const tally = tallyOf(
      answered({ value: 5 }),
      { isAnswered: true, isOpen: false, feedback: aside },
      answered({ value: 1 }),
    );
    expect(figures(tally)).toMatchObject({ answered: 3, setAside: 1, satisfied: { k: 1, n: 2 } });
    expect(figures(withoutFeedback(tally, feedback({ value: 1 })))).toMatchObject({
      answered: 3,
      setAside: 2,
      satisfied: { k: 1, n: 1 },
    });
  });

  it('leave out with what was set aside that it looked like a machine’s', () => {
    const suspected = { ...feedback({ value: 1 }), suspicion: { signs: [], isConfirmed: false } };
    const tally = tallyOf({ ...answered(), feedback: suspected }, answered({ value: 1 }));
    const setAside = { reason: 'scanner' as const, note: null, byId: '1', at: 0 };
    const after = withoutFeedback(tally, { ...suspected, setAside });
    expect(figures(after)).toMatchObject({ suspected: 0, satisfied: { k: 0, n: 1 } });
    expect(figures(after, false)).toMatchObject({ satisfied: { k: 0, n: 1 } });
  });

  it('count what is credited to nobody, and what nobody can prove', () => {
    const attribution = {
      atSolve: 'nobody',
      atSurvey: 'nobody',
      atRating: '7',
      replies: null,
      groupId: null,
      isReassignedAfter: false,
    };
    const tally = tallyOf(answered({}), { ...answered({}), feedback: { ...feedback({}), attribution } });
    expect(figures(tally)).toMatchObject({ nobody: 1, notProved: 1 });
    const byRating = { ...defaultConfiguration, attributionRule: 'at_rating' as const };
    expect(figuresOf(tally, byRating, true)).toMatchObject({ nobody: 0, notProved: 1 });
  });

  it('that nobody answered are no number', () => {
    expect(figures(emptyTally())).toMatchObject({
      satisfied: { value: null, n: 0 },
      effort: { value: null, n: 0 },
      responseRate: { value: null, n: 0 },
    });
  });
});

const survey = fc.record({
  isAnswered: fc.boolean(),
  isOpen: fc.boolean(),
  group: fc.constantFrom(null, '1', '2'),
  value: fc.integer({ min: 1, max: 5 }),
  definition: fc.constantFrom(null, 'a', 'b'),
});

describe('what is kept of a month', () => {
  it('reads back as it was written, and groups add up to the whole', () => {
    fc.assert(
      fc.property(fc.array(survey), (surveys) => {
        const offered = surveys.map(({ isAnswered, isOpen, group, value, definition }) => ({
          group,
          survey: { isAnswered, isOpen, feedback: isAnswered ? feedback({ value, definition }) : null },
        }));
        const groups = [null, '1', '2'].map((groupId) => ({
          groupId,
          tally: tallyOf(...offered.filter(({ group }) => group === groupId).map((one) => one.survey)),
        }));
        const read = unpackGroups(JSON.parse(JSON.stringify(packGroups(groups)))) ?? [];
        for (const { groupId, tally } of groups)
          expect(read.find((one) => one.groupId === groupId)?.tally).toEqual(tally);
        const whole = tallyOf(...offered.map((one) => one.survey));
        const shown = (tally: Tally) => figures(tally);
        expect(shown(sumOf(read.map(({ tally }) => tally)))).toEqual(shown(whole));
      }),
      { numRuns: 60 },
    );
  });

  it('fits a record, however many groups there are', () => {
    const scores = [1, 2, 3, 4, 5].flatMap((value) => [
      answered({ value }),
      answered({ metric: 'ces', value, definition: 'e' }),
    ]);
    const groups = Array.from({ length: 150 }, (_, index) => ({
      groupId: String(index),
      tally: tallyOf(...scores),
    }));
    const packed = packGroups(groups);
    expect(JSON.stringify(packed).length).toBeLessThan(20_000);
    const read = unpackGroups(packed) ?? [];
    expect(read.find(({ groupId }) => groupId === others)).toBeDefined();
    expect(sumOf(read.map(({ tally }) => tally)).offered).toBe(1_500);
  });

  it.each([null, {}, 'x', { definitions: [], groups: [{}] }])('%j is no coverage', (body) => {
    expect(unpackGroups(body)).toBeNull();
  });
});

it('months are whole and follow each other, over the turn of a year', () => {
  expect(monthsBetween(Date.UTC(2025, 10, 30), Date.UTC(2026, 1, 1))).toEqual([
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
  ]);
  for (const month of ['2025-12', '2026-02']) {
    const [from, to] = boundsOf(month);
    expect([monthOf(from), monthOf(to - 1), monthOf(from - 1) < month, monthOf(to) > month]).toEqual([
      month,
      month,
      true,
      true,
    ]);
  }
});
