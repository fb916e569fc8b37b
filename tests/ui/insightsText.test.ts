/** Figures in words. */
import { beforeAll, describe, expect, it } from 'vitest';
import { changeOf } from '../../src/care/insights/change.ts';
import { ces } from '../../src/care/metrics/ces.ts';
import { csat } from '../../src/care/metrics/csat.ts';
import { daysToCloseOpen } from '../../src/care/metrics/daysToCloseOpen.ts';
import { firstAction } from '../../src/care/metrics/firstAction.ts';
import { metrics } from '../../src/care/metrics/index.ts';
import { type Figure, noFigure } from '../../src/care/metrics/metric.ts';
import { volume } from '../../src/care/metrics/volume.ts';
import { rateOf } from '../../src/care/rate.ts';
import { loadWords, type Translate } from '../../src/i18n.ts';
import { figureGroups } from '../../src/ui/insights/figureGroups.ts';
import { changeText, figureText } from '../../src/ui/insights/figureText.ts';

let t: Translate;
beforeAll(async () => {
  t = (await loadWords('en-US')).t;
});

const share = (k: number, n: number): Figure => ({ ...noFigure, ...rateOf(k, n) });
const hours = (value: number) => value * 3600;
const span = (median: number | null, n: number, open = 0): Figure => ({
  ...noFigure,
  value: median,
  n,
  interval: median === null ? null : [median / 2, median * 2],
  span: { mean: median && median * 1.5, p90: median && median * 4, open },
});

describe('a figure in words', () => {
  it.each([
    ['a share', csat, share(32, 50), '64% (32 of 50; 95 % 50-76%)'],
    ['a share of few', csat, share(3, 4), '75% (3 of 4; 95 % 30-95%), too few to judge'],
    ['a share of nothing', csat, noFigure, 'no data (n = 0)'],
    ['a count', volume, { ...noFigure, value: 1204, n: 1204 }, '1,204'],
    [
      'a score',
      ces,
      { ...noFigure, value: 3.9, n: 40, interval: [3.6, 4.2] as const },
      '3.9 of 5 (n 40; 95 % 3.6-4.2)',
    ],
    [
      'a score whose interval leaves the scale',
      ces,
      { ...noFigure, value: 4.8, n: 12, interval: [4.4, 5.2] as const },
      '4.8 of 5 (n 12; 95 % 4.4-5.0)',
    ],
    ['a score of one', ces, { ...noFigure, value: 4, n: 1 }, '4.0 of 5 (n 1), too few to judge'],
    [
      'hours',
      firstAction,
      span(hours(6), 40, 4),
      'median 6 hr (mean 9 hr; 90 % within 24 hr; n 40; 4 still open; 95 % 3-12 hr)',
    ],
    [
      'days',
      firstAction,
      span(hours(96), 40),
      'median 4 days (mean 6 days; 90 % within 16 days; n 40; 95 % 2-8 days)',
    ],
    [
      'business hours, which make no days',
      daysToCloseOpen,
      span(hours(96), 40),
      'median 96 hr (mean 144 hr; 90 % within 384 hr; n 40; 95 % 48-192 hr)',
    ],
    ['a span nobody has ended', firstAction, span(null, 0, 3), 'no data (n = 0); 3 still open'],
  ])('says of %s what it rests on', (_, metric, figure, said) => {
    expect(figureText(t, 'en-US', metric, figure)).toBe(said);
  });
});

describe('a change in words', () => {
  const told = (metric: typeof csat, now: Figure, before: Figure) => {
    const change = changeOf(metric, now, before);
    return change && changeText(t, 'en-US', metric, change);
  };

  it('says how sure it is', () => {
    expect(told(csat, share(56, 70), share(48, 80))).toBe('+20 points (+5 to +33): better');
    expect(told(csat, share(48, 80), share(56, 70))).toBe('-20 points (-33 to -5): worse');
    expect(told(csat, share(26, 50), share(24, 50))).toBe('+4 points (-15 to +23): no clear change');
    expect(told(csat, share(3, 5), share(24, 50))).toBe('+12 points: too few to compare');
  });

  it('tells spans in their own unit', () => {
    const half = (value: number): Figure => ({
      ...span(hours(value), 40),
      interval: [hours(value - 1), hours(value + 1)],
    });
    expect(told(firstAction, half(4), half(10))).toBe('-6 hr (-7.4 to -4.6): better');
  });
});

it('every figure has its place on the page', () => {
  const placed = figureGroups.flatMap((group) => group.metrics.map(({ id }) => id));
  expect([...placed].sort()).toEqual(metrics.map(({ id }) => id).sort());
  expect(figureGroups.map(({ id }) => id)).not.toContain('others');
});
