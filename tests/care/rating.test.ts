import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  effortOf,
  isBelow,
  isNiceTeamHardProcess,
  onFive,
  verdictOf,
  zendeskBadRange,
  zendeskVerdict,
} from '../../src/care/rating.ts';
import { rating } from './ratings.ts';

describe('what Zendesk counts as bad', () => {
  it.each([
    [2, [1], [2]],
    [3, [1, 2], [3]],
    [5, [1, 2, 3], [4, 5]],
  ])('on a scale of %i is %j, and good is %j', (scale, bad, good) => {
    expect(bad.map((value) => zendeskVerdict(value, scale))).toEqual(bad.map(() => 'bad'));
    expect(good.map((value) => zendeskVerdict(value, scale))).toEqual(good.map(() => 'good'));
    expect(zendeskBadRange(scale)).toEqual([1, bad.at(-1)]);
  });

  it('is computed from the number only where no verdict came with it', () => {
    expect(verdictOf(rating({ value: 3, scale: 5 }))).toBe('bad');
    expect(verdictOf(rating({ verdict: 'good' }))).toBe('good');
    expect(verdictOf(rating({ metric: 'ces', value: 1, scale: 5 }))).toBeNull();
  });

  it.each([
    [0, 'bad'],
    [5, 'bad'],
    [6, 'good'],
    [10, 'good'],
  ] as const)('on a tool’s 0-10: %i is %s', (value, verdict) => {
    expect(verdictOf(rating({ value, scale: 10, lowest: 0, source: 'ticket_field' }))).toBe(verdict);
  });
});

describe('what asks for a rescue', () => {
  it.each([
    [1, true],
    [2, true],
    [3, false],
    [4, false],
    [5, false],
  ])('%i of 5 against below 3: %s', (value, expected) => {
    expect(isBelow(rating({ value, scale: 5 }), 3)).toEqual({ isBelow: expected, isProvisional: false });
  });

  it('counts a bad without a number, provisionally', () => {
    expect(isBelow(rating({ verdict: 'bad' }), 3)).toEqual({ isBelow: true, isProvisional: true });
    expect(isBelow(rating({ verdict: 'good' }), 3)).toEqual({ isBelow: false, isProvisional: false });
  });

  it('treats the ends of every scale alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 11 }), (scale) => {
        expect(onFive(1, scale)).toBe(1);
        expect(onFive(scale, scale)).toBe(5);
        expect([onFive(0, scale, 0), onFive(scale, scale, 0)]).toEqual([1, 5]);
      }),
    );
  });
});

describe('effort, higher = easier', () => {
  it.each([
    [7, ['hard', 'hard', 'hard', 'neutral', 'easy', 'easy', 'easy']],
    [5, ['hard', 'hard', 'neutral', 'easy', 'easy']],
    [2, ['hard', 'easy']],
  ])('on a scale of %i reads %j', (scale, expected) => {
    expect(expected.map((_, index) => effortOf(index + 1, scale))).toEqual(expected);
  });

  it('is the process’s doing when the team was liked all the same', () => {
    const ces = rating({ metric: 'ces', value: 2, scale: 5 });
    expect(isNiceTeamHardProcess(rating({ value: 5, scale: 5 }), ces)).toBe(true);
    expect(isNiceTeamHardProcess(rating({ verdict: 'good' }), ces)).toBe(true);
    expect(isNiceTeamHardProcess(rating({ value: 3, scale: 5 }), ces)).toBe(false);
    expect(isNiceTeamHardProcess(rating({ value: 5, scale: 5 }), { ...ces, value: 3 })).toBe(false);
    expect(isNiceTeamHardProcess(rating({ value: 5, scale: 5 }), null)).toBe(false);
  });
});
