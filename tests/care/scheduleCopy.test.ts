import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../src/care/schedule.ts';
import { differencesOf, holidaysFrom, isEverOpen, openHours } from '../../src/care/scheduleCopy.ts';

const copy: Schedule = {
  id: '1',
  name: 'Office',
  timeZone: 'Europe/Berlin',
  intervals: [{ start: 1980, end: 2460 }],
  holidays: [
    { name: 'New Year', from: '2027-01-01', to: '2027-01-01' },
    { name: 'Christmas', from: '2026-12-24', to: '2026-12-26' },
  ],
  readAt: 5,
};
const on = (weekday: number, from: number, to: number) => ({
  start: (weekday * 24 + from) * 60,
  end: (weekday * 24 + to) * 60,
});

describe('two copies of a schedule', () => {
  it('are the same whenever they were made', () => {
    expect(differencesOf(copy, { ...copy, readAt: 9 })).toEqual([]);
  });

  it.each([
    [{ name: 'Desk' }, ['name']],
    [{ timeZone: 'Europe/Paris' }, ['timeZone']],
    [{ intervals: [] }, ['intervals']],
    [{ holidays: [], name: 'Desk' }, ['name', 'holidays']],
  ])('that differ by %j say so', (own, expected) => {
    expect(differencesOf(copy, { ...copy, ...own })).toEqual(expected);
  });
});

describe('the hours of a week', () => {
  it('put days that follow each other with the same hours together, from Monday on', () => {
    const intervals = [on(0, 10, 12), on(1, 9, 17), on(2, 9, 17), on(3, 9, 12), on(3, 13, 17), on(5, 9, 17)];
    expect(openHours({ intervals })).toEqual([
      { weekdays: [1, 2], hours: [{ from: 540, to: 1020 }] },
      {
        weekdays: [3],
        hours: [
          { from: 540, to: 720 },
          { from: 780, to: 1020 },
        ],
      },
      { weekdays: [5], hours: [{ from: 540, to: 1020 }] },
      { weekdays: [0], hours: [{ from: 600, to: 720 }] },
    ]);
  });

  it('reach from Saturday to Sunday, and over midnight by two days', () => {
    expect(openHours({ intervals: [on(6, 8, 12), on(0, 8, 12)] })).toEqual([
      { weekdays: [6, 0], hours: [{ from: 480, to: 720 }] },
    ]);
    expect(openHours({ intervals: [on(1, 22, 30)] })).toEqual([
      { weekdays: [1], hours: [{ from: 1320, to: 1440 }] },
      { weekdays: [2], hours: [{ from: 0, to: 360 }] },
    ]);
  });

  it('of one long interval are the whole week', () => {
    expect(openHours({ intervals: [{ start: 0, end: 10_080 }] })).toEqual([
      { weekdays: [1, 2, 3, 4, 5, 6, 0], hours: [{ from: 0, to: 1440 }] },
    ]);
  });
});

describe('a schedule', () => {
  it('without hours, or with nothing but holidays, never opens', () => {
    const now = Date.UTC(2026, 10, 18);
    expect(isEverOpen(copy, now)).toBe(true);
    expect(isEverOpen({ ...copy, intervals: [] }, now)).toBe(false);
    const off = [{ name: 'Away', from: '2020-01-01', to: '2040-01-01' }];
    expect(isEverOpen({ ...copy, holidays: off }, now)).toBe(false);
  });

  it('has holidays ahead until their last day is over', () => {
    const names = (day: string) => holidaysFrom(copy, day).map(({ name }) => name);
    expect(names('2026-12-26')).toEqual(['Christmas', 'New Year']);
    expect(names('2026-12-27')).toEqual(['New Year']);
    expect(names('2027-01-02')).toEqual([]);
  });
});
