import { describe, expect, it } from 'vitest';
import { statusEntries, staysOf, timeBetween } from '../../src/care/durations.ts';
import type { LedgerEvent, NewEvent } from '../../src/care/ledger.ts';
import type { Schedule } from '../../src/care/schedule.ts';

const hour = 3_600_000;
/** Monday, 2026-11-02, 00:00 UTC. */
const monday = Date.UTC(2026, 10, 2);

const opened: NewEvent = {
  kind: 'case_opened',
  body: { rule: 'by_hand', threshold: null, dueAt: 0, soonAt: null, firstDueAt: null, isProvisional: false },
};
const withdrawn: NewEvent = { kind: 'case_withdrawn', body: {} };
const assigned: NewEvent = { kind: 'case_assigned', body: { ownerId: '7', reason: null } };
const moved = (to: 'new' | 'in_progress' | 'closed', outcome: string | null = null): NewEvent => ({
  kind: 'case_moved',
  body: { to, outcome, note: null },
});
const closed = moved('closed', 'recovered');

/** Facts at so many hours after Monday began. */
const ledger = (...facts: [hours: number, fact: NewEvent][]): LedgerEvent[] =>
  facts.map(([hours, fact], index) => ({
    ...fact,
    seq: index + 1,
    part: 0,
    byId: '1',
    at: monday + hours * hour,
    operation: String(index),
    isEdited: false,
  }));

/** Monday to Friday, nine to five. */
const office: Schedule = {
  id: '1',
  name: 'Office',
  timeZone: 'UTC',
  intervals: [1, 2, 3, 4, 5].map((day) => ({ start: day * 1440 + 540, end: day * 1440 + 1020 })),
  holidays: [],
  readAt: 0,
};

const twice = ledger(
  [8, opened],
  [10, assigned],
  [11, moved('in_progress')],
  [15, closed],
  [34, moved('in_progress')],
  [40, closed],
);

describe('the statuses of a case', () => {
  it('are entered in the order of the facts, reopening included', () => {
    expect(statusEntries(twice).map(({ status, at }) => [status, (at - monday) / hour])).toEqual([
      ['new', 8],
      ['in_progress', 11],
      ['closed', 15],
      ['in_progress', 34],
      ['closed', 40],
    ]);
  });

  it.each([
    ['a second opening', ledger([1, opened], [2, opened])],
    ['a move to where it is', ledger([1, opened], [2, moved('new')])],
    ['closing without an outcome', ledger([1, opened], [2, moved('closed')])],
  ])('leave out what the fold leaves out: %s', (_what, events) => {
    expect(statusEntries(events)).toHaveLength(1);
  });

  it('of a case that was withdrawn never were', () => {
    expect(statusEntries(ledger([1, opened], [2, withdrawn]))).toEqual([]);
    expect(statusEntries(ledger([1, opened], [2, withdrawn], [5, opened]))).toEqual([
      { status: 'new', at: monday + 5 * hour, fact: '3.0' },
    ]);
  });

  it('stay where somebody has the case already: it is not withdrawn any more', () => {
    expect(statusEntries(ledger([1, opened], [2, assigned], [3, withdrawn]))).toHaveLength(1);
  });
});

describe('the time between two statuses', () => {
  const entries = statusEntries(twice);
  const first = (status: 'new' | 'in_progress' | 'closed') => ({ status, entry: 'first' }) as const;
  const last = (status: 'new' | 'in_progress' | 'closed') => ({ status, entry: 'last' }) as const;

  it.each([
    ['new to first closed', first('new'), first('closed'), 7, 6],
    ['new to last closed', first('new'), last('closed'), 32, 15],
    ['first to last in progress', first('in_progress'), last('in_progress'), 23, 7],
    ['a status to itself', first('closed'), first('closed'), 0, 0],
  ] as const)('%s, by the calendar and by the schedule', (_what, from, to, hours, openHours) => {
    expect(timeBetween(entries, from, to, office)).toEqual({ ms: hours * hour, openMs: openHours * hour });
  });

  it('is nothing where one of them was never entered, or came the other way round', () => {
    const open = statusEntries(ledger([1, opened]));
    expect(timeBetween(open, first('new'), first('closed'), null)).toBeNull();
    expect(timeBetween(entries, last('in_progress'), first('closed'), null)).toBeNull();
  });

  it('knows no schedule time without a schedule', () => {
    expect(timeBetween(entries, first('new'), first('closed'), null)?.openMs).toBeNull();
  });
});

describe('the stays in each status', () => {
  it('fill the time from opening until now without a gap', () => {
    const stays = staysOf(statusEntries(twice), monday + 100 * hour, office);
    expect(stays.map(({ status, ms }) => [status, ms / hour])).toEqual([
      ['new', 3],
      ['in_progress', 4],
      ['closed', 19],
      ['in_progress', 6],
      ['closed', 60],
    ]);
    expect(stays.at(-1)?.to).toBeNull();
  });

  it('last no negative time where the clock is behind the ledger', () => {
    expect(staysOf(statusEntries(ledger([5, opened])), monday, null)[0]?.ms).toBe(0);
  });
});
