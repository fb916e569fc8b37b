import { describe, expect, it } from 'vitest';
import { defaultConfiguration } from '../../src/care/configuration.ts';
import { dueTimes, urgencyOf } from '../../src/care/due.ts';
import { refusalOfMove } from '../../src/care/moves.ts';
import { openingOf } from '../../src/care/opening.ts';
import type { Rating } from '../../src/care/rating.ts';
import { rating, withRatings } from './ratings.ts';

const hour = 3_600_000;
const csat = (value: number | null, verdict: 'good' | 'bad' = 'bad'): Rating =>
  rating({ value, verdict, answeredAt: 10 * hour });
const ces = (value: number): Rating => ({ ...csat(value), metric: 'ces', verdict: null });

describe('a case opens', () => {
  it('below 3 of 5, due from the answer and not from when it was seen', () => {
    expect(openingOf(withRatings(csat(2)), defaultConfiguration, 40 * hour)?.body).toEqual({
      rule: 'csat_below',
      threshold: 3,
      dueAt: 34 * hour,
      soonAt: 22 * hour,
      firstDueAt: null,
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

  it('of the first days only: what was answered before is history', () => {
    const since = { ...defaultConfiguration, casesSince: 10 * hour };
    expect(openingOf(withRatings(csat(1)), since, 40 * hour)).not.toBeNull();
    expect(openingOf(withRatings(csat(1)), { ...since, casesSince: 10 * hour + 1 }, 40 * hour)).toBeNull();
  });

  it('not for what was set aside or is gone from its source', () => {
    const low = withRatings(csat(1));
    const aside = { reason: 'test' as const, note: null, byId: '7', at: 1 };
    expect(openingOf({ ...low, setAside: aside }, defaultConfiguration, 40 * hour)).toBeNull();
    expect(openingOf({ ...low, removed: { csat: 1 } }, defaultConfiguration, 40 * hour)).toBeNull();
  });

  it('by the direction the admin chose for the question', () => {
    const asked = { ...ces(4), definition: 'Q' };
    const question = { id: 'Q', metric: 'ces' as const, scale: 5, headline: 'Effort', isLowerBetter: true };
    const reversed = { ...defaultConfiguration, questions: [question] };
    expect(openingOf(withRatings(asked), defaultConfiguration, 40 * hour)).toBeNull();
    expect(openingOf(withRatings(asked), reversed, 40 * hour)?.body.rule).toBe('ces_below');
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
    expect(refusalOfMove({ status }, wanted, defaultConfiguration)).toBe(expected);
  });

  it('without a note where none is asked for, and never back where closed stays closed', () => {
    const rules = { isForwardOnly: true, requiredNotes: [] };
    const closing = { to: 'closed' as const, outcome: 'recovered', note: null };
    expect(refusalOfMove({ status: 'new' }, closing, rules)).toBeNull();
    const reopening = { to: 'in_progress' as const, outcome: null, note: 'wrote again' };
    expect(refusalOfMove({ status: 'closed' }, reopening, rules)).toBe('forward_only');
  });
});

describe('time left', () => {
  const open = { status: 'new' as const, ...dueTimes(0, defaultConfiguration), firstActionAt: null };
  it.each([
    [0, 'calm'],
    [12 * hour - 1, 'calm'],
    [12 * hour, 'soon'],
    [24 * hour - 1, 'soon'],
    [24 * hour, 'overdue'],
  ])('after %i ms is %s', (now, expected) => {
    expect(urgencyOf(open, 0, now)).toBe(expected);
  });

  it('no longer matters once closed', () => {
    expect(urgencyOf({ ...open, status: 'closed' }, 0, 90 * hour)).toBe('calm');
  });

  it('is that of the first outreach until somebody tried', () => {
    const quick = { ...defaultConfiguration, firstActionMinutes: 60 };
    const waiting = { ...open, ...dueTimes(0, quick) };
    expect(urgencyOf(waiting, 0, hour / 2)).toBe('soon');
    expect(urgencyOf(waiting, 0, hour)).toBe('overdue');
    expect(urgencyOf({ ...waiting, firstActionAt: hour / 2 }, 0, hour)).toBe('calm');
  });
});
