import { describe, expect, it } from 'vitest';
import { defaultConfiguration } from '../../src/care/configuration.ts';
import { dueAt, urgencyOf } from '../../src/care/due.ts';
import { emptyFeedback, type Feedback } from '../../src/care/feedback.ts';
import { refusalOfMove } from '../../src/care/moves.ts';
import { openingOf } from '../../src/care/opening.ts';
import type { Rating } from '../../src/care/rating.ts';
import { newsIn } from '../../src/care/sighting.ts';

const hour = 3_600_000;
const csat = (value: number | null, verdict: 'good' | 'bad' = 'bad'): Rating => ({
  metric: 'csat',
  value,
  scale: value === null ? null : 5,
  verdict,
  source: 'test',
  answeredAt: 10 * hour,
});
const ces = (value: number): Rating => ({ ...csat(value), metric: 'ces', verdict: null });
const withRatings = (...ratings: Rating[]): Feedback => ({
  ...emptyFeedback('ticket:1'),
  revisions: ratings.map((rating) => ({ ...rating, seenAt: 30 * hour })),
});

describe('a case opens', () => {
  it('below 3 of 5, due from the answer and not from when it was seen', () => {
    expect(openingOf(withRatings(csat(2)), defaultConfiguration, 40 * hour)?.body).toEqual({
      rule: 'csat_below',
      threshold: 3,
      dueAt: 34 * hour,
      isProvisional: false,
    });
  });

  it('not at 3 of 5, though Zendesk calls that bad', () => {
    expect(openingOf(withRatings(csat(3)), defaultConfiguration, 40 * hour)).toBeNull();
  });

  it('provisionally where only bad is known', () => {
    expect(openingOf(withRatings(csat(null)), defaultConfiguration, 40 * hour)?.body.isProvisional).toBe(
      true,
    );
  });

  it('by effort alone when the team was liked', () => {
    const opening = openingOf(withRatings(csat(5, 'good'), ces(1)), defaultConfiguration, 40 * hour);
    expect(opening?.body.rule).toBe('ces_below');
  });

  it('counts from now where nobody knows when the customer answered', () => {
    const undated = withRatings({ ...csat(1), answeredAt: null });
    expect(openingOf(undated, defaultConfiguration, 40 * hour)?.body.dueAt).toBe(64 * hour);
  });
});

describe('a case moves', () => {
  const move = { outcome: null, note: null };
  it.each([
    ['new', { ...move, to: 'in_progress' }, null],
    ['new', { to: 'closed', outcome: 'recovered', note: 'called' }, null],
    ['new', { ...move, to: 'new' }, 'already_there'],
    ['in_progress', { ...move, to: 'new' }, 'back_to_new'],
    ['in_progress', { to: 'closed', outcome: null, note: 'called' }, 'outcome_needed'],
    ['in_progress', { to: 'closed', outcome: 'recovered', note: '  ' }, 'note_needed'],
    ['closed', { ...move, to: 'in_progress' }, 'note_needed'],
    ['closed', { to: 'in_progress', outcome: null, note: 'wrote again' }, null],
  ] as const)('from %s with %j: %s', (status, wanted, expected) => {
    expect(refusalOfMove({ status }, wanted)).toBe(expected);
  });
});

describe('time left', () => {
  const due = dueAt(0, 24);
  it.each([
    [0, 'calm'],
    [12 * hour - 1, 'calm'],
    [12 * hour, 'soon'],
    [24 * hour - 1, 'soon'],
    [24 * hour, 'overdue'],
  ])('after %i ms is %s', (now, expected) => {
    expect(urgencyOf(due, 0, now)).toBe(expected);
  });

  it('no longer matters once closed', () => {
    expect(urgencyOf(due, 0, 90 * hour, true)).toBe('calm');
  });
});

describe('what is new in a sighting', () => {
  const sight = (...ratings: Rating[]) => ({ ratings, isAlreadyRevised: false });

  it('is everything when nothing was known', () => {
    expect(newsIn(emptyFeedback('ticket:1'), sight(csat(2), ces(1)))?.body.ratings).toEqual([
      csat(2),
      ces(1),
    ]);
  });

  it('is nothing when the number is known and the ticket merely says bad', () => {
    expect(newsIn(withRatings(csat(2)), sight(csat(null)))).toBeNull();
  });

  it('is the number once a bad has one', () => {
    expect(newsIn(withRatings(csat(null)), sight(csat(3)))?.body.ratings).toEqual([csat(3)]);
  });

  it('is a good that contradicts the known number', () => {
    expect(newsIn(withRatings(csat(2)), sight(csat(null, 'good')))?.body.ratings).toEqual([
      csat(null, 'good'),
    ]);
  });

  it('takes the number where two sources speak of one answer', () => {
    expect(newsIn(emptyFeedback('ticket:1'), sight(csat(null), csat(2)))?.body.ratings).toEqual([csat(2)]);
  });
});
