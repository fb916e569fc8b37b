import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Configuration, defaultConfiguration } from '../../src/care/configuration.ts';
import { type Case, emptyFeedback, type Feedback, type Revision, unbegun } from '../../src/care/feedback.ts';
import type { Rating } from '../../src/care/rating.ts';
import { closedSince, recoveryOf, recoverySums } from '../../src/care/recovery.ts';
import { rating } from './ratings.ts';

const hour = 3_600_000;
const openedAt = 100 * hour;
const before = openedAt - hour;
const after = openedAt + hour;

const caseOf = (given: Partial<Case> = {}): Case => ({
  ...unbegun,
  status: 'closed',
  rule: 'csat_below',
  threshold: 3,
  openedAt,
  dueAt: openedAt + 24 * hour,
  soonAt: null,
  firstDueAt: null,
  isProvisional: false,
  ownerId: '7',
  outcome: 'not_recovered',
  closedAt: openedAt + 5 * hour,
  ...given,
});

const seen = (given: Partial<Rating>, seenAt = given.answeredAt ?? before): Revision => ({
  ...rating({ answeredAt: before, ...given }),
  seenAt,
});
const bad = seen({ value: 2, verdict: 'bad' });

const feedbackOf = (given: Partial<Case>, revisions = [bad], rest: Partial<Feedback> = {}): Feedback => ({
  ...emptyFeedback('ticket:1'),
  revisions,
  case: caseOf(given),
  ...rest,
});
const later = (value: number | null, given: Partial<Rating> = {}) =>
  seen({ value, verdict: value !== null && value < 4 ? 'bad' : 'good', answeredAt: after, ...given });
const rulesOf = (feedback: Feedback, configuration: Configuration = defaultConfiguration) =>
  recoveryOf(feedback, configuration)?.rules;

describe('a case counts as recovered', () => {
  it.each([
    ['not recovered', [bad], []],
    ['recovered', [bad], ['outcome']],
    ['not_recovered', [bad, later(4)], ['later_score']],
    ['not_recovered', [bad, later(3)], []],
    ['recovered', [bad, later(5)], ['outcome', 'later_score']],
    ['not_recovered', [bad, later(null)], ['later_score']],
    ['not_recovered', [bad, later(6, { scale: 7 })], ['later_score']],
    ['not_recovered', [bad, later(5, { scale: 7 })], []],
  ] as const)('closed as %s with %j: by %j', (outcome, revisions, rules) => {
    expect(rulesOf(feedbackOf({ outcome }, [...revisions]))).toEqual(rules);
  });

  it('by an outcome the admin named, also one no longer offered', () => {
    const won = { id: 'won', kind: 'recovered' as const, label: 'Won back' };
    const formerOutcomes = [won];
    expect(rulesOf(feedbackOf({ outcome: 'won' }), { ...defaultConfiguration, formerOutcomes })).toEqual([
      'outcome',
    ]);
    expect(rulesOf(feedbackOf({ outcome: 'won' }))).toEqual([]);
  });

  it('by the direction of the scale the admin chose', () => {
    const question = { id: 'Q', metric: 'ces' as const, scale: 5, headline: 'Effort', isLowerBetter: true };
    const reversed = { ...defaultConfiguration, questions: [question] };
    const effort = (value: number, answeredAt: number) =>
      seen({ metric: 'ces', value, verdict: null, definition: 'Q', answeredAt });
    const feedback = feedbackOf({ rule: 'ces_below' }, [effort(5, before), effort(1, after)]);
    expect(recoveryOf(feedback, reversed)).toMatchObject({
      first: { value: 1 },
      later: { value: 5 },
      rules: ['later_score'],
    });
  });

  it('by no answer given before the case was opened, and by no number that became known later', () => {
    const earlier = [seen({ value: 5, verdict: 'good', answeredAt: before - hour }), bad];
    expect(rulesOf(feedbackOf({}, earlier))).toEqual([]);
    const changedBefore = [bad, seen({ value: 5, verdict: 'good', answeredAt: before + 60_000 })];
    expect(rulesOf(feedbackOf({}, changedBefore))).toEqual([]);
    const known = [seen({ value: null, verdict: 'bad' }), seen({ value: 4, verdict: 'bad' }, after)];
    expect(recoveryOf(feedbackOf({}, known), defaultConfiguration)).toMatchObject({
      first: { value: 4 },
      later: null,
      rules: [],
    });
  });

  it('keeps the first score beside the later one', () => {
    expect(recoveryOf(feedbackOf({}, [bad, later(1), later(4)]), defaultConfiguration)).toMatchObject({
      first: { value: 2 },
      later: { value: 4 },
    });
  });

  it('is nothing where there is no case', () => {
    expect(recoveryOf({ ...feedbackOf({}), case: null }, defaultConfiguration)).toBeNull();
  });
});

describe('a case stays out of the figures', () => {
  const aside = { reason: 'test' as const, note: null, byId: '7', at: 1 };
  it.each([
    ['set_aside', feedbackOf({}, [bad], { setAside: aside })],
    ['removed', feedbackOf({}, [bad], { removed: { csat: 1 } })],
    ['linked', feedbackOf({}, [bad], { linkedTo: '2' })],
    ['already_revised', feedbackOf({}, [bad], { isAlreadyRevised: true })],
    ['not_bad', feedbackOf({ rule: 'by_hand' }, [seen({ value: 5, verdict: 'good' })])],
    ['not_bad', feedbackOf({ rule: 'by_hand' }, [])],
    [null, feedbackOf({ rule: 'by_hand' })],
    [null, feedbackOf({})],
  ] as const)('%s', (reason, feedback) => {
    expect(recoveryOf(feedback, defaultConfiguration)?.leftOut).toBe(reason);
    expect(recoverySums([feedback], defaultConfiguration).closed).toBe(reason === null ? 1 : 0);
  });
});

describe('the sums', () => {
  const contactedAt = after;
  const many = (count: number, feedback: Feedback) => Array.from({ length: count }, () => feedback);

  it('are told over both denominators, with n and Wilson’s interval', () => {
    const sums = recoverySums(
      [
        ...many(9, feedbackOf({ contactedAt, outcome: 'recovered' })),
        ...many(3, feedbackOf({ contactedAt })),
        ...many(6, feedbackOf({ outcome: 'no_contact' })),
        ...many(2, feedbackOf({ outcome: 'no_contact' }, [bad, later(5)])),
        feedbackOf({ status: 'in_progress', outcome: null, closedAt: null, contactedAt }),
        feedbackOf({}, [bad], { isAlreadyRevised: true }),
      ],
      defaultConfiguration,
    );
    expect(sums).toMatchObject({
      closed: 20,
      ofContacted: { k: 9, n: 12, value: 0.75 },
      ofClosed: { k: 9, n: 20, value: 0.45 },
      spontaneous: { k: 2, n: 8, value: 0.25 },
      unlogged: 0,
      leftOut: { already_revised: 1 },
    });
    // Worked by hand from the formula: 9 of 12.
    expect(sums.ofContacted.interval?.map((end) => Math.round(end * 100))).toEqual([47, 91]);
  });

  it('count a recovery without a logged contact of all closed, and say so', () => {
    const sums = recoverySums([feedbackOf({ outcome: 'recovered' })], defaultConfiguration);
    expect(sums).toMatchObject({
      ofContacted: { n: 0, value: null },
      ofClosed: { k: 1, n: 1 },
      spontaneous: { k: 0, n: 1 },
      unlogged: 1,
    });
  });

  it('are nothing of nothing', () => {
    expect(recoverySums([], defaultConfiguration)).toMatchObject({
      closed: 0,
      ofContacted: { value: null, n: 0 },
      ofClosed: { value: null, n: 0 },
    });
  });

  const anyFeedback = fc
    .record({
      isContacted: fc.boolean(),
      outcome: fc.constantFrom('recovered', 'not_recovered', 'no_contact', 'not_ours'),
      value: fc.constantFrom(null, 1, 4, 5),
      isOut: fc.boolean(),
      isClosed: fc.boolean(),
    })
    .map(({ isContacted, outcome, value, isOut, isClosed }) =>
      feedbackOf(
        { status: isClosed ? 'closed' : 'new', outcome, contactedAt: isContacted ? after : null },
        value === null ? [bad] : [bad, later(value)],
        { isAlreadyRevised: isOut },
      ),
    );

  it('lose no case: contacted and not contacted are all, and every recovery is in one place', () => {
    fc.assert(
      fc.property(fc.array(anyFeedback), (feedbacks) => {
        const sums = recoverySums(feedbacks, defaultConfiguration);
        const { ofContacted, ofClosed, spontaneous, unlogged } = sums;
        expect(ofContacted.n + spontaneous.n).toBe(sums.closed);
        expect(ofClosed.n).toBe(sums.closed);
        expect(ofClosed.k).toBe(ofContacted.k + unlogged);
        const recovered = feedbacks.filter(
          (one) => one.case?.status === 'closed' && !one.isAlreadyRevised && rulesOf(one)?.length,
        );
        expect(ofClosed.k + spontaneous.k).toBe(recovered.length);
      }),
    );
  });

  it('do not depend on the order of the cases', () => {
    fc.assert(
      fc.property(fc.array(anyFeedback), (feedbacks) => {
        const turned = recoverySums([...feedbacks].reverse(), defaultConfiguration);
        expect(turned).toEqual(recoverySums(feedbacks, defaultConfiguration));
      }),
    );
  });
});

it('only cases closed since a moment, and closed still, are closed since', () => {
  const open = feedbackOf({ status: 'in_progress', closedAt: null });
  const [old, young] = [feedbackOf({ closedAt: 10 }), feedbackOf({ closedAt: 20 })];
  expect(closedSince([open, old, young, { ...old, case: null }], 20)).toEqual([young]);
});
