import { describe, expect, it } from 'vitest';
import { changeOf } from '../../../src/care/insights/change.ts';
import { csat } from '../../../src/care/metrics/csat.ts';
import { firstAction } from '../../../src/care/metrics/firstAction.ts';
import { type Figure, type Metric, noFigure } from '../../../src/care/metrics/metric.ts';
import { volume } from '../../../src/care/metrics/volume.ts';
import { rateOf } from '../../../src/care/rate.ts';

const share = (k: number, n: number): Figure => ({ ...noFigure, ...rateOf(k, n) });
const score: Metric = { id: 'x', kind: 'score', isMoreBetter: true, base: () => true, value: () => 0 };
const mean = (value: number, half: number, n = 40): Figure => ({
  ...noFigure,
  value,
  n,
  interval: [value - half, value + half],
});

describe('a change', () => {
  it('of shares has the interval Newcombe published for 56 of 70 against 48 of 80', () => {
    const change = changeOf(csat, share(56, 70), share(48, 80));
    expect(change?.value).toBeCloseTo(0.2, 10);
    expect(change?.interval?.[0]).toBeCloseTo(0.0524, 4);
    expect(change?.interval?.[1]).toBeCloseTo(0.3339, 4);
    expect(change?.verdict).toBe('better');
  });

  it.each([
    ['no clear change where the interval holds 0', share(26, 50), share(24, 50), 'unclear'],
    ['worse where all of it is below', share(10, 50), share(40, 50), 'worse'],
    ['not judged below ten', share(9, 9), share(10, 50), 'scarce'],
    ['not judged where there were fewer than ten before', share(10, 50), share(0, 9), 'scarce'],
  ])('is %s', (_, now, before, verdict) => {
    expect(changeOf(csat, now, before)?.verdict).toBe(verdict);
  });

  it('of scores adds the squares of both halves of their intervals', () => {
    const change = changeOf(score, mean(4, 0.3), mean(3.5, 0.4));
    expect(change?.interval?.[0]).toBeCloseTo(0, 10);
    expect(change?.interval?.[1]).toBeCloseTo(1, 10);
    expect(changeOf(score, mean(4.1, 0.3), mean(3.5, 0.4))?.verdict).toBe('better');
  });

  it('is better where less of it is good news', () => {
    expect(changeOf(firstAction, mean(3600, 600), mean(36_000, 600))?.verdict).toBe('better');
  });

  it('of a metric that is neither good nor bad news is more or less', () => {
    const neutral: Metric = { ...csat, isMoreBetter: null } as Metric;
    expect(changeOf(neutral, share(40, 50), share(10, 50))?.verdict).toBe('more');
    expect(changeOf(neutral, share(10, 50), share(40, 50))?.verdict).toBe('less');
  });

  it('of counts is told and not tested', () => {
    const count = (n: number): Figure => ({ ...noFigure, value: n, n });
    expect(changeOf(volume, count(3), count(50))).toEqual({
      value: -47,
      interval: null,
      verdict: 'untested',
    });
  });

  it('needs a value on both sides', () => {
    expect(changeOf(csat, share(1, 2), noFigure)).toBeNull();
    expect(changeOf(csat, noFigure, share(1, 2))).toBeNull();
  });
});
