import { describe, expect, it } from 'vitest';
import { caseRowsOf, movesIn, statusTimesOf } from '../../src/care/insights/statusTimes.ts';
import type { CaseStatus, LedgerEvent, NewEvent } from '../../src/care/ledger.ts';
import type { Schedule } from '../../src/care/schedule.ts';
import { rowsOf } from './huddle/people.ts';

const hour = 3_600_000;
/** A Monday. */
const monday = Date.parse('2026-11-16T00:00:00Z');

const fact = (seq: number, hours: number, event: NewEvent): LedgerEvent => ({
  ...event,
  seq,
  part: 0,
  byId: '7',
  at: monday + hours * hour,
  operation: 'o',
  isEdited: false,
});
const opened = (hours: number) =>
  fact(1, hours, {
    kind: 'case_opened',
    body: {
      rule: 'csat_below',
      threshold: 3,
      dueAt: 0,
      soonAt: null,
      firstDueAt: null,
      isProvisional: false,
    },
  });
const moved = (seq: number, hours: number, to: CaseStatus) =>
  fact(seq, hours, {
    kind: 'case_moved',
    body: { to, outcome: to === 'closed' ? 'recovered' : null, note: 'told by Ines' },
  });

const fromNew = { status: 'new', entry: 'first' } as const;
const toClosed = (entry: 'first' | 'last') => ({ status: 'closed' as const, entry });

describe('the time between two statuses', () => {
  const courses = new Map([
    ['ticket:1', [opened(0), moved(2, 10, 'closed')]],
    ['ticket:2', [opened(0), moved(2, 20, 'closed'), moved(3, 30, 'in_progress'), moved(4, 50, 'closed')]],
    ['ticket:3', [opened(0), moved(2, 5, 'in_progress')]],
  ]);

  it('is told by median, mean and 90th percentile of those that came to both, the open ones apart', () => {
    const times = statusTimesOf(courses, fromNew, toClosed('first'), null);
    expect(times.calendar).toMatchObject({
      value: 15 * 3600,
      n: 2,
      interval: null,
      span: { mean: 15 * 3600, p90: 20 * 3600, open: 1 },
    });
    expect(times).toMatchObject({
      business: null,
      keys: ['ticket:1', 'ticket:2'],
      openKeys: ['ticket:3'],
      others: 0,
    });
  });

  it('knows the last time from the first', () => {
    expect(statusTimesOf(courses, fromNew, toClosed('last'), null).calendar.value).toBe(30 * 3600);
  });

  it('has closed cases that never came to one of the two in neither figure', () => {
    const times = statusTimesOf(courses, { status: 'in_progress', entry: 'first' }, toClosed('last'), null);
    expect(times).toMatchObject({ keys: ['ticket:2'], openKeys: ['ticket:3'], others: 1 });
    expect(times.keys.length + times.openKeys.length + times.others).toBe(courses.size);
  });

  it('does not wait for what a closed case did before', () => {
    const reopened = statusTimesOf(
      courses,
      toClosed('first'),
      { status: 'in_progress', entry: 'last' },
      null,
    );
    expect(reopened).toMatchObject({ keys: ['ticket:2'], openKeys: [], others: 2 });
    const begun = statusTimesOf(courses, fromNew, { status: 'in_progress', entry: 'first' }, null);
    expect(begun).toMatchObject({ keys: ['ticket:2', 'ticket:3'], openKeys: [], others: 1 });
  });

  it('counts the hours of the schedule beside the calendar’s', () => {
    const workday = [1, 2, 3, 4, 5].map((weekday) => ({
      start: (weekday * 24 + 9) * 60,
      end: (weekday * 24 + 17) * 60,
    }));
    const schedule = {
      id: '1',
      name: 'Day',
      timeZone: 'UTC',
      intervals: workday,
      holidays: [],
    } as unknown as Schedule;
    const times = statusTimesOf(courses, fromNew, toClosed('first'), schedule);
    // Monday 9-10, and Monday 9-17.
    expect(times.business).toMatchObject({ value: 4.5 * 3600, n: 2 });
  });

  it('of nothing is nothing, not nought', () => {
    expect(statusTimesOf(new Map(), fromNew, toClosed('last'), null).calendar).toMatchObject({
      value: null,
      n: 0,
    });
  });
});

describe('what is kept of a ledger', () => {
  const rated = fact(2, 0, { kind: 'rated', body: { ratings: [], isAlreadyRevised: false } });

  it('is what its statuses depend on, in order and without a word of anybody', () => {
    const assigned = fact(5, 11, { kind: 'case_assigned', body: { ownerId: '8', reason: 'asked by Ines' } });
    const facts = [
      assigned,
      moved(3, 10, 'closed'),
      rated,
      { seq: 4, part: 0, unreadable: true as const },
      opened(0),
    ];
    const kept = movesIn(facts);
    expect(kept.map(({ kind }) => kind)).toEqual(['case_opened', 'case_moved', 'case_assigned']);
    expect(JSON.stringify(kept)).not.toContain('Ines');
    expect(kept.every(({ byId }) => byId === '')).toBe(true);
  });
});

describe('the cases of a question', () => {
  it('are its rows that have one, with the number of their last fact', () => {
    const at = monday / 1000;
    const columns = rowsOf({ at, status: 1, rev: 3 }, { at, status: 0 }, { at: at + 9, status: 3 });
    const period = { from: monday, to: monday + 1 };
    const question = { period, before: null, filters: {}, by: null, hasSuspected: false, now: monday };
    expect(caseRowsOf(columns, question)).toEqual([{ key: 'ticket:1', rev: 3 }]);
  });
});
