/** The promise watch: a fix that held, one that did not, and when nobody can tell. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Columns, columnsOf } from '../../../src/care/insights/columns.ts';
import { exactInterval, incompleteBeta, ratioOf } from '../../../src/care/issues/binomial.ts';
import { type Watch, type WatchQuestion, watchOf } from '../../../src/care/issues/watch.ts';
import { newcombe } from './newcombe.ts';
import { columnsWith, day, may, row } from './rows.ts';

const fixedAt = may.from;
const week = 7 * day;

const watched = (columns: Columns, given: Partial<WatchQuestion> = {}): Watch =>
  watchOf(columns, {
    topics: ['login'],
    found: null,
    fixedAt,
    now: fixedAt + 8 * week,
    since: null,
    hasSuspected: false,
    ...given,
  });

/** So many contacts before and after the fix, among a thousand other categorised feedbacks on each side. */
const around = (before: number, after: number, others = 1000) =>
  columnsWith(
    { topic: 'login', bad: before, at: fixedAt - day },
    { topic: 'login', bad: after, at: fixedAt + 50 * day },
    { topic: 'delivery', good: others, at: fixedAt - day },
    { topic: 'delivery', good: others, at: fixedAt + 50 * day },
  );

describe('what is said of a fix', () => {
  test.each([
    [40, 0, 'kept'],
    [40, 10, 'kept'],
    [40, 20, 'kept'],
    [40, 24, 'not_clear'],
    [40, 40, 'lapsed'],
    [40, 90, 'lapsed'],
    [10, 10, 'not_clear'],
    [6, 0, 'not_clear'],
    [5, 4, 'not_clear'],
    [10, 0, 'kept'],
    [0, 9, 'not_clear'],
    [0, 20, 'lapsed'],
    [400, 300, 'kept'],
  ] as const)('%i contacts before, %i after: %s', (before, after, state) => {
    const watch = watched(around(before, after));
    expect(watch.state).toBe(state);
    expect([watch.before.contacts, watch.after.contacts]).toEqual([before, after]);
  });

  it('is nothing before two weeks are over, and then something', () => {
    const columns = columnsWith(
      { topic: 'login', bad: 40, at: fixedAt - day },
      { topic: 'login', bad: 40, at: fixedAt + day },
      { topic: 'delivery', good: 100, at: fixedAt - day },
      { topic: 'delivery', good: 100, at: fixedAt + day },
    );
    const early = watched(columns, { now: fixedAt + 2 * week - 1 });
    expect(early).toMatchObject({ state: 'too_early', saysFrom: fixedAt + 2 * week });
    expect(watched(columns, { now: fixedAt + 2 * week })).toMatchObject({ state: 'lapsed', saysFrom: null });
  });

  it('is nothing of few contacts while the windows still grow', () => {
    expect(watched(around(5, 4), { now: fixedAt + 7.9 * week }).state).toBe('too_early');
  });

  it('compares windows of the same whole weeks, eight at most, the later one up to now', () => {
    const length = ({ period }: Watch['before']) => (period.to - period.from) / week;
    for (const [weeks, expected] of [
      [2, 2],
      [3.6, 3],
      [8, 8],
      [20, 8],
    ] as const) {
      const watch = watched(around(40, 40), { now: fixedAt + weeks * week });
      expect([length(watch.before), length(watch.after)]).toEqual([expected, expected]);
      expect([watch.before.period.to, watch.after.period.to]).toEqual([fixedAt, fixedAt + weeks * week]);
    }
  });

  it('goes by shares of what somebody categorised: a pile nobody has read is no sign of peace', () => {
    const before = { topic: 'login', bad: 40, at: fixedAt - day };
    const after = { topic: 'login', bad: 8, at: fixedAt + 50 * day };
    const read = { topic: 'delivery', good: 160, at: fixedAt - day };
    const little = { topic: 'delivery', good: 32, at: fixedAt + 50 * day };
    const unread = { topic: null, good: 200, at: fixedAt + 50 * day };
    const watch = watched(columnsWith(before, after, read, little, unread));
    expect(watch.before.share).toMatchObject({ k: 40, n: 200 });
    expect(watch.after.share).toMatchObject({ k: 8, n: 40 });
    expect(watch.ratio?.value).toBeCloseTo(1, 12);
    expect(watch.state).not.toBe('kept');
  });

  it('goes by tickets a week where a search finds them, rated or not', () => {
    const created = (id: number, createdAt: number) => ({ id, createdAt });
    const before = Array.from({ length: 32 }, (_, index) => created(index + 1, fixedAt - day));
    const after = Array.from({ length: 8 }, (_, index) => created(index + 100, fixedAt + 10 * day));
    const columns = columnsOf([row(1, { verdict: 1, at: fixedAt - day })]);
    const found = { tickets: [...before, ...after], isCut: false };
    const watch = watched(columns, { found });
    expect(watch).toMatchObject({ state: 'kept', before: { contacts: 32, perWeek: 4, share: null } });
    expect(watch.after).toMatchObject({ contacts: 8, perWeek: 1 });
    expect(watch.ratio?.value).toBeCloseTo(0.25, 12);
    expect(watched(columns, { found: { ...found, isCut: true } }).state).toBe('not_clear');
  });

  it('is nothing where what was before cannot be had: it would look like a return', () => {
    const columns = around(40, 90);
    expect(watched(columns, { since: fixedAt - week }).state).toBe('not_clear');
    expect(watched(columns, { since: fixedAt - 8 * week }).state).toBe('lapsed');
    const nothingBefore = columnsWith({ topic: 'login', bad: 40, at: fixedAt + 50 * day });
    expect(watched(nothingBefore).state).toBe('not_clear');
  });

  it('tells how their CSAT changed, from ten ratings on each side', () => {
    const sides = (n: number) =>
      columnsWith(
        { topic: 'login', good: 2, bad: n - 2, at: fixedAt - day },
        { topic: 'login', good: n, at: fixedAt + 50 * day },
      );
    expect(watched(sides(9)).csatChange).toBeNull();
    const { csatChange, before, after } = watched(sides(10));
    expect([before.csat.k, after.csat.k]).toEqual([2, 10]);
    const ends = newcombe([10, 10], [2, 10]) ?? [];
    expect(csatChange?.interval[0]).toBeCloseTo(ends[0] ?? 0, 9);
    expect(csatChange?.isDistinct).toBe(true);
  });
});

describe('exact intervals', () => {
  test.each([
    // Clopper and Pearson's own ones, as tables print them.
    [0, 10, 0, 0.3085],
    [1, 10, 0.0025, 0.445],
    [5, 10, 0.1871, 0.8129],
    [10, 10, 0.6915, 1],
    [15, 148, 0.0578, 0.1617],
    [81, 263, 0.2527, 0.3676],
  ])('%i of %i: %f to %f', (k, n, low, high) => {
    const [from, to] = exactInterval(k, n);
    expect(from).toBeCloseTo(low, 3);
    expect(to).toBeCloseTo(high, 3);
  });

  it('leave 2.5 % of the binomial distribution on each side, summed term by term', () => {
    const tail = (n: number, p: number, counts: (k: number) => boolean) => {
      let sum = 0;
      let logChoose = 0;
      for (let k = 0; k <= n; k += 1) {
        if (counts(k)) sum += Math.exp(logChoose + k * Math.log(p) + (n - k) * Math.log1p(-p));
        logChoose += Math.log((n - k) / (k + 1));
      }
      return sum;
    };
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const k = Math.min(n - 1, Math.max(1, Math.round(n * part)));
        const [low, high] = exactInterval(k, n);
        expect(tail(n, low, (one) => one >= k)).toBeCloseTo(0.025, 6);
        expect(tail(n, high, (one) => one <= k)).toBeCloseTo(0.025, 6);
      }),
    );
  });

  it('of big counts stay near the normal ones', () => {
    const [low, high] = exactInterval(500_000, 1_000_000);
    expect([low, high].map((end) => end.toFixed(4))).toEqual(['0.4990', '0.5010']);
    expect(incompleteBeta(0.5, 2, 2)).toBeCloseTo(0.5, 12);
  });

  it('of a ratio turn round with its sides, and scale with what is counted of', () => {
    const there = ratioOf({ count: 30, of: 8 }, { count: 12, of: 4 });
    const back = ratioOf({ count: 12, of: 4 }, { count: 30, of: 8 });
    expect(there?.value).toBeCloseTo(0.8, 12);
    expect((there?.interval[0] ?? 0) * (back?.interval[1] ?? 0)).toBeCloseTo(1, 9);
    expect(ratioOf({ count: 0, of: 8 }, { count: 0, of: 8 })).toBeNull();
    expect(ratioOf({ count: 0, of: 8 }, { count: 5, of: 8 })).toMatchObject({ value: null });
  });
});
