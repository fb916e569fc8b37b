import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { medianInterval, medianOf, percentileOf } from '../../../src/care/insights/statistics.ts';
import { differenceOf, rateOf } from '../../../src/care/rate.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

describe('the middle', () => {
  it.each([
    [[], null],
    [[7], 7],
    [[1, 3], 2],
    [[3, 6, 7, 8, 8, 10, 13, 15, 16, 20], 9],
    [[3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20], 9],
  ])('of %j is %j', (values, middle) => {
    expect(medianOf(values)).toBe(middle);
  });
});

describe('a percentile by nearest rank equals the worked examples of the method', () => {
  const five = [15, 20, 35, 40, 50];
  const ten = [3, 6, 7, 8, 8, 10, 13, 15, 16, 20];
  const eleven = [3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20];

  it.each([
    [five, 0.05, 15],
    [five, 0.3, 20],
    [five, 0.4, 20],
    [five, 0.5, 35],
    [five, 1, 50],
    [ten, 0.25, 7],
    [ten, 0.5, 8],
    [ten, 0.75, 15],
    [ten, 1, 20],
    [eleven, 0.25, 7],
    [eleven, 0.5, 9],
    [eleven, 0.75, 15],
    [eleven, 1, 20],
  ])('of %j at %d: %d', (values, p, value) => {
    expect(percentileOf(values, p)).toBe(value);
  });

  test('of a hundred the 7th is the 7th, whatever 0.07 times 100 is in binary', () => {
    expect(percentileOf(upTo(100), 0.07)).toBe(7);
    expect(percentileOf(upTo(10), 0.9)).toBe(9);
    expect(percentileOf([], 0.9)).toBeNull();
  });
});

describe('the interval of a median', () => {
  // Tables of the narrowest order statistics with at least 95 %, as textbooks of nonparametric statistics print them.
  it.each([
    [6, 1],
    [7, 1],
    [8, 1],
    [9, 2],
    [10, 2],
    [11, 2],
    [12, 3],
    [13, 3],
    [14, 3],
    [15, 4],
    [16, 4],
    [17, 5],
    [18, 5],
    [19, 5],
    [20, 6],
    // Gardner and Altman, Statistics with Confidence: of 100 the 40th and the 61st.
    [100, 40],
  ])('of %d values goes from the %d. smallest to the same of the largest', (n, rank) => {
    expect(medianInterval(upTo(n))).toEqual([rank, n + 1 - rank]);
  });

  it('is none below six values: the smallest and the largest hold less than 95 %', () => {
    for (let n = 0; n < 6; n += 1) expect(medianInterval(upTo(n))).toBeNull();
  });

  it('equals the example of Snedecor and Cochran, as the R package statpsych prints it', () => {
    const scores = [
      30.2, 20.4, 15.1, 10.2, 10.5, 60.8, 20.8, 25.0, 20.7, 30.9, 10.8, 5.1, 50.9, 40.0, 20.9, 10.8, 0, 20.5,
      50.8,
    ].sort((a, b) => a - b);
    expect([medianOf(scores), medianInterval(scores)]).toEqual([20.7, [10.8, 30.9]]);
  });

  it('goes on where the normal distribution takes over', () => {
    const rankOf = (n: number) => medianInterval(upTo(n))?.[0] ?? 0;
    // By the binomial distribution 469, 469, 470, 470, 712, 956.
    expect([999, 1000, 1001, 1002, 1500, 2000].map(rankOf)).toEqual([469, 469, 469, 470, 712, 956]);
    expect(rankOf(1_000_000)).toBe(499_020);
  });

  it('lies around the median', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 6, maxLength: 300 }), (values) => {
        const sorted = values.sort((a, b) => a - b);
        const [low = 0, high = 0] = medianInterval(sorted) ?? [];
        const middle = medianOf(sorted) ?? 0;
        expect(low <= middle && middle <= high).toBe(true);
      }),
    );
  });
});

describe('shares', () => {
  // Newcombe, Two-Sided Confidence Intervals for the Single Proportion (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d have the Wilson interval that was published', (k, n, low, high) => {
    const [from = Number.NaN, to = Number.NaN] = rateOf(k, n).interval ?? [];
    expect([from.toFixed(4), to.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)]);
  });

  it.each([
    [4, 5, 38, 96],
    [8, 10, 49, 94],
    [16, 20, 58, 92],
    [24, 30, 63, 90],
    [40, 50, 67, 89],
    [80, 100, 71, 87],
    [400, 500, 76, 83],
  ])('80 %% of few and of many, %d of %d: %d to %d %%', (k, n, low, high) => {
    expect(rateOf(k, n).interval?.map((end) => Math.round(end * 100))).toEqual([low, high]);
  });

  // Newcombe, Interval Estimation for the Difference between Independent Proportions (1998), table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%d of %d and %d of %d differ by what was published', (a, m, b, n, low, high) => {
    const [from = Number.NaN, to = Number.NaN] = differenceOf(rateOf(a, m), rateOf(b, n))?.interval ?? [];
    expect([from.toFixed(4), to.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)]);
  });

  it.each([
    [25, 225, -36, 1, false],
    [50, 450, -30, -4, true],
    [105, 945, -26, -7, true],
  ])('64 %% of %d against 80 %% of %d: %d to %d points', (few, rest, low, high, isDistinct) => {
    const found = differenceOf(rateOf(few * 0.64, few), rateOf(rest * 0.8, rest));
    expect(found?.interval.map((end) => Math.round(end * 100))).toEqual([low, high]);
    expect(found?.isDistinct).toBe(isDistinct);
  });
});
