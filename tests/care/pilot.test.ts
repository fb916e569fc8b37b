/** A pilot against the rest: shares counted by hand, and a difference that says when it may be chance. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultConfiguration } from '../../src/care/configuration.ts';
import { emptyFeedback, type Feedback, unbegun } from '../../src/care/feedback.ts';
import { comparePilot, hasPilot, isInPilot, type Place, type PlacedFeedback } from '../../src/care/pilot.ts';
import { differenceOf, rateOf } from '../../src/care/rate.ts';

const hour = 3_600_000;
const now = 1_000_000 * hour;
const pilot = { groupIds: ['1'], brandIds: [] };
const configuration = { ...defaultConfiguration, pilot };

interface Given {
  csat?: number;
  /** Hours before now. */
  ago?: number;
  contactedAfter?: number;
  outcome?: string;
  isClosed?: boolean;
  isSetAside?: boolean;
  group?: string | null;
}

let made = 0;
function placed(given: Given): PlacedFeedback {
  const { csat = 1, ago = 100, contactedAfter, outcome = null, isClosed = outcome !== null } = given;
  const at = now - ago * hour;
  made += 1;
  const rating = {
    metric: 'csat' as const,
    value: csat,
    scale: 5,
    lowest: 1,
    verdict: null,
    source: 'survey_responses',
    definition: null,
    answeredAt: at,
    asOf: at,
    seenAt: at,
  };
  const feedback: Feedback = {
    ...emptyFeedback(`ticket:${made}`),
    revisions: [rating],
    case:
      csat < 3
        ? {
            ...unbegun,
            status: isClosed ? 'closed' : 'new',
            rule: 'csat_below',
            threshold: 3,
            openedAt: at,
            dueAt: at + 24 * hour,
            soonAt: null,
            firstDueAt: null,
            isProvisional: false,
            outcome,
            closedAt: isClosed ? at + 30 * hour : null,
            contactedAt: contactedAfter === undefined ? null : at + contactedAfter * hour,
          }
        : null,
    setAside: given.isSetAside ? { reason: 'test', note: null, byId: '9', at } : null,
  };
  const place: Place | null = given.group === null ? null : { groupId: given.group ?? '1', brandId: null };
  return { feedback, place };
}

const compare = (all: readonly PlacedFeedback[], since = 0) =>
  comparePilot(all, configuration, { since, now });
const counts = ({ k, n }: { k: number; n: number }) => [k, n];

describe('who is in the pilot', () => {
  it.each<[string, Place, typeof pilot | { groupIds: string[]; brandIds: string[] }, boolean]>([
    ['a group that is named', { groupId: '1', brandId: '7' }, { groupIds: ['1', '2'], brandIds: [] }, true],
    ['a group that is not', { groupId: '3', brandId: '7' }, { groupIds: ['1', '2'], brandIds: [] }, false],
    ['no group where groups are named', { groupId: null, brandId: '7' }, pilot, false],
    ['a brand that is named', { groupId: null, brandId: '7' }, { groupIds: [], brandIds: ['7'] }, true],
    [
      'the group, of another brand',
      { groupId: '1', brandId: '8' },
      { groupIds: ['1'], brandIds: ['7'] },
      false,
    ],
    [
      'everybody where nothing is named',
      { groupId: null, brandId: null },
      { groupIds: [], brandIds: [] },
      true,
    ],
  ])('%s', (_, place, of, isIn) => {
    expect(isInPilot(place, of)).toBe(isIn);
  });

  it('is nobody’s question while nothing is named', () => {
    expect([hasPilot(defaultConfiguration.pilot), hasPilot(pilot)]).toEqual([false, true]);
  });
});

describe('the comparison', () => {
  it('counts contacts before due of the cases that were due or are closed', () => {
    const { sides } = compare([
      placed({ contactedAfter: 2 }),
      placed({ contactedAfter: 25 }),
      placed({}),
      placed({ isClosed: true, ago: 10 }),
      // Not due yet, and nobody has begun.
      placed({ ago: 3 }),
      placed({ ago: 3, contactedAfter: 1 }),
      placed({ group: '2' }),
    ]);
    expect(counts(sides.pilot.rates.contacted_in_time)).toEqual([2, 5]);
    expect(counts(sides.rest.rates.contacted_in_time)).toEqual([0, 1]);
    expect([sides.pilot.running, sides.rest.running]).toEqual([1, 0]);
  });

  it('counts the recovered of those contacted and of all that are closed', () => {
    const { sides } = compare([
      placed({ contactedAfter: 1, outcome: 'recovered' }),
      placed({ contactedAfter: 1, outcome: 'not_recovered' }),
      placed({ outcome: 'no_contact' }),
      placed({ contactedAfter: 1 }),
    ]);
    expect(counts(sides.pilot.rates.recovered_of_contacted)).toEqual([1, 2]);
    expect(counts(sides.pilot.rates.recovered_of_all)).toEqual([1, 3]);
  });

  it('counts 4 and 5 as good, and what was set aside nowhere', () => {
    const { sides } = compare([
      placed({ csat: 5 }),
      placed({ csat: 4 }),
      placed({ csat: 3 }),
      placed({ csat: 1 }),
      placed({ csat: 1, isSetAside: true }),
    ]);
    expect(counts(sides.pilot.rates.csat)).toEqual([2, 4]);
    expect(sides.pilot.feedbacks).toBe(4);
  });

  it('leaves out what was rated before, and what nobody can place', () => {
    const report = compare(
      [placed({ ago: 50 }), placed({ ago: 5 }), placed({ group: null, ago: 5 })],
      now - 10 * hour,
    );
    expect([report.sides.pilot.feedbacks, report.sides.rest.feedbacks, report.unplaced]).toEqual([1, 0, 1]);
  });

  it('has no difference where one side has nothing', () => {
    const report = compare([placed({ csat: 5 })]);
    expect(report.comparisons.map(({ difference }) => difference)).toEqual([null, null, null, null]);
  });

  const some = fc.array(
    fc.record({
      csat: fc.integer({ min: 1, max: 5 }),
      ago: fc.integer({ min: 0, max: 400 }),
      group: fc.constantFrom('1', '2', null),
      isClosed: fc.boolean(),
      isSetAside: fc.boolean(),
    }),
    { maxLength: 40 },
  );

  it('puts every feedback that counts on one side or on none, and never twice', () => {
    fc.assert(
      fc.property(some, (given) => {
        const all = given.map(placed);
        const { sides, unplaced } = compare(all, now - 200 * hour);
        const counted = given.filter(({ ago, isSetAside }) => ago <= 200 && !isSetAside).length;
        return sides.pilot.feedbacks + sides.rest.feedbacks + unplaced === counted;
      }),
    );
  });

  it('never knows less for knowing one rating more', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 5 }), (given, csat) => {
        const all = given.map(placed);
        const ns = (of: readonly PlacedFeedback[]) =>
          compare(of).comparisons.flatMap(({ pilot: one, rest }) => [one.n, rest.n]);
        const before = ns(all);
        return ns([...all, placed({ csat })]).every((n, index) => n >= (before[index] ?? 0));
      }),
    );
  });
});

describe('the interval of a difference', () => {
  // Newcombe (1998), table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
  ])('of %i in %i and %i in %i is the published one', (a, m, b, n, low, high) => {
    const found = differenceOf(rateOf(a, m), rateOf(b, n));
    expect(found?.interval.map((end) => Number(end.toFixed(4)))).toEqual([low, high]);
    expect(found?.isDistinct).toBe(low > 0 || high < 0);
  });

  const shares = fc.tuple(fc.nat(60), fc.nat(60)).map(([k, more]) => rateOf(k, k + more + 1));

  it('holds the difference, stays within −1 and 1, and turns round with the sides', () => {
    fc.assert(
      fc.property(shares, shares, (one, other) => {
        const there = differenceOf(one, other);
        const back = differenceOf(other, one);
        if (!there || !back) return false;
        const [low, high] = there.interval;
        const isWithin = low >= -1 && low <= there.value && there.value <= high && high <= 1;
        return isWithin && Math.abs(back.interval[0] + high) < 1e-12 && back.isDistinct === there.isDistinct;
      }),
    );
  });
});
