/** How long a customer has waited, in the hours of a schedule, and what stays late. */
import { describe, expect, it } from 'vitest';
import { defaultConfiguration } from '../../src/care/configuration.ts';
import { dueTimes, isFirstLate, isLate, nextDue, type Targets, urgencyOf } from '../../src/care/due.ts';
import { dueExamples } from '../../src/care/dueExamples.ts';
import type { Schedule } from '../../src/care/schedule.ts';

const hour = 3_600_000;
const utc = (text: string) => Date.parse(`${text}:00Z`);
const iso = (at: number | null) => at && new Date(at).toISOString().slice(0, 16);

/** Berlin, Monday to Friday 9 to 17. */
const office: Schedule = {
  id: '1',
  name: 'Office',
  timeZone: 'Europe/Berlin',
  intervals: [1, 2, 3, 4, 5].map((weekday) => ({ start: weekday * 1440 + 540, end: weekday * 1440 + 1020 })),
  holidays: [{ name: 'Christmas', from: '2026-12-24', to: '2026-12-26' }],
  readAt: 0,
};
const never: Schedule = { ...office, intervals: [] };
const rules = (own: Partial<Targets>): Targets => ({ ...defaultConfiguration, ...own });
const said = (since: string, own: Partial<Targets>) => {
  const { dueAt, soonAt, firstDueAt } = dueTimes(utc(since), rules(own));
  return [iso(soonAt), iso(dueAt), iso(firstDueAt)];
};

describe('due, half of the time, and the first contact', () => {
  it.each([
    [
      'by the calendar',
      '2026-11-20T20:00',
      { targetHours: 8 },
      ['2026-11-21T00:00', '2026-11-21T04:00', null],
    ],
    [
      'in office hours, from Friday evening',
      '2026-11-20T20:00',
      { targetHours: 8, schedule: office, firstActionMinutes: 60 },
      ['2026-11-23T12:00', '2026-11-23T16:00', '2026-11-23T09:00'],
    ],
    [
      'in office hours, over a weekend: half of the open time, not of the wait',
      '2026-11-20T15:00',
      { targetHours: 4, schedule: office, firstActionMinutes: 90 },
      ['2026-11-23T09:00', '2026-11-23T11:00', '2026-11-23T08:30'],
    ],
    [
      'on a holiday',
      '2026-12-24T10:00',
      { targetHours: 4, schedule: office },
      ['2026-12-28T10:00', '2026-12-28T12:00', null],
    ],
    [
      'by the calendar where the schedule never opens',
      '2026-11-20T20:00',
      { targetHours: 8, schedule: never, firstActionMinutes: 60 },
      ['2026-11-21T00:00', '2026-11-21T04:00', '2026-11-20T21:00'],
    ],
  ] as const)('%s', (_what, since, own, expected) => {
    expect(said(since, own)).toEqual(expected);
  });
});

describe('urgency in a schedule', () => {
  const since = utc('2026-11-20T15:00');
  const waiting = {
    status: 'new' as const,
    firstActionAt: null,
    ...dueTimes(since, rules({ targetHours: 4, schedule: office })),
  };

  it('stays calm over the weekend, turns at half of the open time, and is over when that is', () => {
    expect(urgencyOf(waiting, since, utc('2026-11-22T12:00'))).toBe('calm');
    expect(urgencyOf(waiting, since, utc('2026-11-23T08:59'))).toBe('calm');
    expect(urgencyOf(waiting, since, utc('2026-11-23T09:00'))).toBe('soon');
    expect(urgencyOf(waiting, since, utc('2026-11-23T11:00'))).toBe('overdue');
  });

  it('knows no first contact where none is asked for', () => {
    expect(nextDue(waiting)).toBe(waiting.dueAt);
    const asked = { ...waiting, firstDueAt: utc('2026-11-23T08:00') };
    expect(nextDue(asked)).toBe(asked.firstDueAt);
    expect(nextDue({ ...asked, firstActionAt: since })).toBe(asked.dueAt);
  });
});

describe('late', () => {
  const dueAt = 10 * hour;
  it.each([
    ['open and in time', null, 10 * hour, false],
    ['open and over', null, 10 * hour + 1, true],
    ['closed in time, looked at much later', 9 * hour, 99 * hour, false],
    ['closed at the last moment', 10 * hour, 99 * hour, false],
    ['closed late, looked at much later', 11 * hour, 99 * hour, true],
  ])('%s', (_what, closedAt, now, expected) => {
    expect(isLate({ dueAt, closedAt }, now)).toBe(expected);
  });

  it('again once reopened after its time, whatever it was when closed', () => {
    expect(isLate({ dueAt, closedAt: null }, 20 * hour)).toBe(true);
  });

  it.each([
    ['no such target', null, null, null, 99, false],
    ['nobody tried yet, in time', 2, null, null, 2, false],
    ['nobody tried yet, over', 2, null, null, 3, true],
    ['tried in time, looked at much later', 2, 1, null, 99, false],
    ['tried late', 2, 3, null, 99, true],
    ['tried late, then closed', 2, 3, 4, 99, true],
    ['closed in time without a try, looked at much later', 2, null, 1, 99, false],
    ['closed late without a try', 2, null, 3, 99, true],
  ])('first contact: %s', (_what, firstDueAt, firstActionAt, closedAt, now, expected) => {
    expect(isFirstLate({ firstDueAt, firstActionAt, closedAt }, now)).toBe(expected);
  });
});

describe('examples while somebody chooses', () => {
  const now = utc('2026-11-18T09:12');
  const moments = (own: Partial<Targets>, zone: string) =>
    dueExamples(now, rules(own), zone).map(({ at, dueAt, holiday }) => [iso(at), iso(dueAt), holiday]);

  it('lie ahead, on wall clocks of the schedule, one of them on the next holiday', () => {
    expect(moments({ targetHours: 4, schedule: office }, 'Europe/Berlin')).toEqual([
      ['2026-11-20T16:40', '2026-11-23T12:00', null],
      ['2026-11-22T01:15', '2026-11-23T12:00', null],
      ['2026-11-25T09:20', '2026-11-25T13:20', null],
      ['2026-12-24T10:00', '2026-12-28T12:00', 'Christmas'],
    ]);
  });

  it('know no holidays by the calendar, and follow the zone', () => {
    expect(moments({ targetHours: 4 }, 'Asia/Kathmandu')).toEqual([
      ['2026-11-20T11:55', '2026-11-20T15:55', null],
      ['2026-11-21T20:30', '2026-11-22T00:30', null],
      ['2026-11-25T04:35', '2026-11-25T08:35', null],
    ]);
  });

  it('take the next day of holidays that have begun', () => {
    const away = { ...office, holidays: [{ name: 'Leave', from: '2026-11-16', to: '2026-11-20' }] };
    const [first] = dueExamples(now, rules({ schedule: away }), 'Europe/Berlin');
    expect([iso(first?.at ?? 0), first?.holiday]).toEqual(['2026-11-19T10:00', 'Leave']);
  });
});
