import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  monthsBack,
  type PeriodKind,
  periodBefore,
  periodOf,
  stepsIn,
} from '../../../src/care/insights/period.ts';
import type { Period, Step } from '../../../src/care/insights/question.ts';

const hour = 3_600_000;
const at = (text: string) => Date.parse(text);
const told = ({ from, to }: Period) => [from, to].map((one) => new Date(one).toISOString().slice(0, 16));

describe('a calendar period', () => {
  it.each([
    ['day', '2026-03-29T12:00Z', 'Europe/Berlin', '2026-03-28T23:00', '2026-03-29T22:00'],
    ['day', '2026-10-25T12:00Z', 'Europe/Berlin', '2026-10-24T22:00', '2026-10-25T23:00'],
    ['week', '2026-03-29T12:00Z', 'Europe/Berlin', '2026-03-22T23:00', '2026-03-29T22:00'],
    ['week', '2026-03-30T00:00Z', 'UTC', '2026-03-30T00:00', '2026-04-06T00:00'],
    ['month', '2026-03-31T22:30Z', 'Europe/Berlin', '2026-03-31T22:00', '2026-04-30T22:00'],
    ['month', '2026-01-01T02:00Z', 'America/New_York', '2025-12-01T05:00', '2026-01-01T05:00'],
    ['quarter', '2026-11-22T00:00Z', 'Europe/Berlin', '2026-09-30T22:00', '2026-12-31T23:00'],
    ['month', '2024-02-29T00:00Z', 'Asia/Kolkata', '2024-01-31T18:30', '2024-02-29T18:30'],
    // Lord Howe moves its clocks by half an hour; Cairo at midnight, which that day has not got.
    ['day', '2026-10-04T00:00Z', 'Australia/Lord_Howe', '2026-10-03T13:30', '2026-10-04T13:00'],
    ['day', '2026-04-24T06:00Z', 'Africa/Cairo', '2026-04-23T22:00', '2026-04-24T21:00'],
    // A zone nobody knows counts as UTC.
    ['day', '2026-03-29T12:00Z', 'Nowhere/Land', '2026-03-29T00:00', '2026-03-30T00:00'],
  ])('the %s of %s in %s', (kind, moment, zone, from, to) => {
    expect(told(periodOf(kind as PeriodKind, at(moment), zone))).toEqual([from, to]);
  });

  it('of a day has 23 and 25 hours when the clocks change', () => {
    const lengthOf = (moment: string) => {
      const { from, to } = periodOf('day', at(moment), 'Europe/Berlin');
      return (to - from) / hour;
    };
    expect(['2026-03-29T12:00Z', '2026-10-25T12:00Z', '2026-06-01T12:00Z'].map(lengthOf)).toEqual([
      23, 25, 24,
    ]);
  });
});

describe('the period before', () => {
  it.each([
    ['month', '2026-02-28T23:00Z', '2026-03-31T22:00Z', '2026-01-31T23:00', '2026-02-28T23:00'],
    ['quarter', '2026-06-30T22:00Z', '2026-09-30T22:00Z', '2026-03-31T22:00', '2026-06-30T22:00'],
    ['week', '2026-03-29T22:00Z', '2026-04-05T22:00Z', '2026-03-22T23:00', '2026-03-29T22:00'],
    // Two months go back by two.
    ['month', '2026-02-28T23:00Z', '2026-04-30T22:00Z', '2025-12-31T23:00', '2026-02-28T23:00'],
    // 28 days, told in days.
    ['day', '2026-03-15T23:00Z', '2026-04-12T22:00Z', '2026-02-15T23:00', '2026-03-15T23:00'],
    // The first half of March beside the first half of February.
    ['month', '2026-02-28T23:00Z', '2026-03-15T11:00Z', '2026-01-31T23:00', '2026-02-15T11:00'],
  ])('by %s of %s to %s', (kind, from, to, before, end) => {
    const period = { from: at(from), to: at(to) };
    expect(told(periodBefore(period, kind as PeriodKind, 'Europe/Berlin'))).toEqual([before, end]);
  });

  it('of a month ends where the month begins, in every zone and every month', () => {
    fc.assert(
      fc.property(
        moments,
        zones,
        fc.constantFrom<PeriodKind>('day', 'week', 'month', 'quarter'),
        (moment, zone, kind) => {
          const period = periodOf(kind, moment, zone);
          expect(periodBefore(period, kind, zone)).toEqual(periodOf(kind, period.from - 1, zone));
        },
      ),
    );
  });
});

const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'America/Havana',
);
const moments = fc.integer({ min: at('2015-01-01T00:00Z'), max: at('2030-01-01T00:00Z') });

describe('the steps of a period', () => {
  it('fill it without gap and overlap, each within one calendar step', () => {
    fc.assert(
      fc.property(
        moments,
        fc.integer({ min: 1, max: 100 * 24 }),
        zones,
        fc.constantFrom<Step>('day', 'week', 'month'),
        (from, hours, zone, step) => {
          const to = from + hours * hour;
          const found = stepsIn({ from, to }, step, zone);
          expect(found[0]?.from).toBe(from);
          expect(found.at(-1)?.to).toBe(to);
          for (const [index, one] of found.entries()) {
            expect(one.to).toBeGreaterThan(one.from);
            if (index > 0) expect(one.from).toBe(found[index - 1]?.to);
            expect(periodOf(step, one.from, zone)).toEqual(periodOf(step, one.to - 1, zone));
          }
        },
      ),
    );
  });

  it('of March are 31 days, also where the clocks change', () => {
    expect(
      stepsIn(periodOf('month', at('2026-03-10T00:00Z'), 'Europe/Berlin'), 'day', 'Europe/Berlin'),
    ).toHaveLength(31);
  });

  it('of nothing are none', () => {
    expect(stepsIn({ from: 5, to: 5 }, 'day', 'UTC')).toEqual([]);
  });
});

describe('the last months', () => {
  it('end with the month of now, and follow each other', () => {
    expect(monthsBack(3, at('2026-01-31T23:30Z'), 'Europe/Berlin').map(told)).toEqual([
      ['2025-11-30T23:00', '2025-12-31T23:00'],
      ['2025-12-31T23:00', '2026-01-31T23:00'],
      ['2026-01-31T23:00', '2026-02-28T23:00'],
    ]);
  });
});
