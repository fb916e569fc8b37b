import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asks } from '../../../src/care/insights/asks.ts';
import { figureOf } from '../../../src/care/insights/figure.ts';
import { stepsIn } from '../../../src/care/insights/period.ts';
import { dimensions, type Question } from '../../../src/care/insights/question.ts';
import { type Figures, reportOf } from '../../../src/care/insights/report.ts';
import { metrics } from '../../../src/care/metrics/index.ts';
import { columnsOfYear, question as yearsQuestion } from '../../bench/reportColumns.ts';
import { plainReport } from '../../bench/reportFloor.ts';
import { type SlowFigure, slowFigures, slowlyAsked, slowValue } from './slow.ts';
import { columnsOfWorld, day, end, questions, type RandomWorld, start, type Told, worlds } from './worlds.ts';

const runs = { numRuns: 100 };

/** Means differ by the rounding to hundredths of scales that are not 1 to 5. */
function compare(figures: Figures, slow: Record<string, SlowFigure>): void {
  expect(Object.keys(figures)).toEqual(metrics.map(({ id }) => id));
  expect(Object.keys(figures).sort()).toEqual(Object.keys(slow).sort());
  for (const [id, figure] of Object.entries(figures)) {
    const own = slow[id];
    expect([id, figure.n, figure.k]).toEqual([id, own?.n, own?.k]);
    if (own?.value == null) expect([id, figure.value]).toEqual([id, null]);
    else expect(Math.abs((figure.value ?? Number.NaN) - own.value), id).toBeLessThan(0.006);
    if (own?.open !== undefined) {
      expect([id, figure.span?.open, figure.span?.p90]).toEqual([id, own.open, own.p90]);
      if (own.mean != null) expect(figure.span?.mean, id).toBeCloseTo(own.mean, 6);
    }
  }
}

const slowly = (told: readonly Told[], { configuration }: RandomWorld, now: number) =>
  slowFigures(
    told.map(({ feedback }) => feedback),
    configuration,
    now,
  );

describe('a report', () => {
  it('equals the slow computation in every figure, of the whole and of every part, now and before', () => {
    fc.assert(
      fc.property(worlds, questions, (world, question) => {
        const { whole, parts } = reportOf(columnsOfWorld(world), question);
        const { by, now, period, before } = question;
        const own = slowlyAsked(world.told, period, question, world.configuration);
        const past = slowlyAsked(world.told, before ?? period, question, world.configuration);
        compare(whole.now, slowly(own, world, now));
        compare(whole.before ?? {}, slowly(past, world, now));
        const named = (one: Told) => by && slowValue(one, by, world.configuration);
        const values = by ? new Set([...own, ...past].map(named)) : new Set();
        expect(new Set(parts.map(({ value }) => value))).toEqual(values);
        expect(parts).toHaveLength(values.size);
        for (const part of parts) {
          compare(
            part.now,
            slowly(
              own.filter((one) => named(one) === part.value),
              world,
              now,
            ),
          );
          compare(
            part.before ?? {},
            slowly(
              past.filter((one) => named(one) === part.value),
              world,
              now,
            ),
          );
        }
      }),
      runs,
    );
  });

  it('has as many feedbacks in its parts as in the whole, by every dimension and in every figure', () => {
    fc.assert(
      fc.property(worlds, questions, (world, question) => {
        const columns = columnsOfWorld(world);
        for (const by of dimensions) {
          const { whole, parts } = reportOf(columns, { ...question, by });
          for (const { id } of metrics) {
            const sum = (key: 'n' | 'k') => parts.reduce((all, { now }) => all + (now[id]?.[key] ?? 0), 0);
            expect([by, id, sum('n')]).toEqual([by, id, whole.now[id]?.n]);
            expect([by, id, sum('k')]).toEqual([by, id, whole.now[id]?.k ?? 0]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has as many feedbacks in the halves of its period as in all of it', () => {
    fc.assert(
      fc.property(worlds, questions, fc.integer({ min: start, max: end }), (world, question, cut) => {
        const columns = columnsOfWorld(world);
        const n = (from: number, to: number) =>
          Object.values(
            reportOf(columns, { ...question, by: null, before: null, period: { from, to } }).whole.now,
          ).map((figure) => figure.n);
        const [first, second] = [n(start, cut), n(cut, end)];
        expect(first.map((one, index) => one + (second[index] ?? 0))).toEqual(n(start, end));
      }),
      runs,
    );
  });

  it('never has a smaller n with one feedback more', () => {
    fc.assert(
      fc.property(worlds, questions, (world, question) => {
        const report = (told: Told[]) =>
          reportOf(columnsOfWorld({ ...world, told }), { ...question, by: null }).whole.now;
        const [all, fewer] = [report(world.told), report(world.told.slice(1))];
        for (const { id } of metrics) expect(all[id]?.n, id).toBeGreaterThanOrEqual(fewer[id]?.n ?? 0);
      }),
      runs,
    );
  });

  it('puts the parts with the most feedbacks first', () => {
    const parts = reportOf(columnsOfYear(2000), { ...yearsQuestion, by: 'topic' }).parts.map(
      ({ now }) => now.volume?.n ?? 0,
    );
    expect(parts.length).toBeGreaterThan(10);
    expect(parts).toEqual([...parts].sort((a, b) => b - a));
  });

  it('keeps values there were only before, with nothing now', () => {
    const columns = columnsOfYear(500);
    const question: Question = { ...yearsQuestion, period: { from: end + 999 * day, to: end + 1000 * day } };
    const { parts } = reportOf(columns, question);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every(({ now, before }) => now.volume?.n === 0 && (before?.volume?.n ?? 0) > 0)).toBe(true);
    expect(parts[0]?.now.csat).toMatchObject({ value: null, n: 0, interval: null });
  });

  it('equals the plain loops the bench holds it against', () => {
    const columns = columnsOfYear(20_000);
    const [fast, plain] = [reportOf(columns, yearsQuestion), plainReport(columns, yearsQuestion)];
    for (const [index, side] of [fast.whole.now, fast.whole.before].entries())
      for (const [id, own] of Object.entries(plain.wholes[index] ?? {})) {
        expect(side?.[id]?.value, id).toBeCloseTo(own.value ?? Number.NaN, 9);
        if ('n' in own) expect(side?.[id]?.n, id).toBe(own.n);
        if ('open' in own)
          expect(side?.[id]?.span, id).toEqual({ mean: own.mean, p90: own.p90, open: own.open });
      }
    const group = columns.names.groupId.indexOf(fast.parts[0]?.value ?? '');
    for (const [id, own] of Object.entries(plain.parts[group] ?? {}))
      expect(fast.parts[0]?.now[id]?.value, id).toBeCloseTo(own.value ?? Number.NaN, 9);
  });
});

describe('a metric', () => {
  it.each(metrics.map((metric) => [metric.id, metric] as const))(
    '%s of no feedback is nothing, with n = 0',
    (_, metric) => {
      const figure = figureOf(metric, columnsOfYear(10), new Uint32Array(), 0);
      expect(figure.n).toBe(0);
      expect(figure.value).toBe(metric.kind === 'count' ? 0 : null);
      expect(figure.interval).toBeNull();
    },
  );

  it('rests on feedbacks that are in the wider base it names', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const columns = columnsOfWorld(world);
        for (const { id, base, within } of metrics)
          for (let index = 0; within && index < columns.n; index += 1)
            if (base(columns, index, end)) expect([id, within(columns, index, end)]).toEqual([id, true]);
      }),
      runs,
    );
  });
});

describe('what is behind a figure', () => {
  it('are as many feedbacks as it says, newest first', () => {
    fc.assert(
      fc.property(worlds, questions, (world, question) => {
        const columns = columnsOfWorld(world);
        const { now } = reportOf(columns, question).whole;
        for (const { id, kind } of metrics) {
          const figure = now[id];
          expect([id, asks.keys(columns, question, id, 'base').length]).toEqual([id, figure?.n]);
          expect([id, asks.keys(columns, question, id, 'open').length]).toEqual([
            id,
            figure?.span?.open ?? 0,
          ]);
          if (kind === 'share')
            expect([id, asks.keys(columns, question, id, 'counts').length]).toEqual([id, figure?.k]);
        }
        const at = new Map(world.told.map((one) => [one.feedback.key, one.feedback]));
        const moments = asks.keys(columns, question, 'volume', 'base').map((key) => {
          const feedback = at.get(key);
          const first = feedback?.revisions[0];
          return first
            ? (first.answeredAt ?? first.seenAt)
            : (feedback?.case?.openedAt ?? feedback?.bucketAt ?? 0);
        });
        expect(moments).toEqual([...moments].sort((a, b) => b - a));
      }),
      runs,
    );
  });
});

describe('a trend', () => {
  it('has the figure of each step, as a report of that step would', () => {
    fc.assert(
      fc.property(worlds, questions, fc.constantFrom('day', 'week', 'month'), (world, question, step) => {
        const columns = columnsOfWorld(world);
        const zone = 'Europe/Berlin';
        const trend = asks.trend(columns, question, 'csat', step as 'day', zone);
        expect(trend.map(({ period }) => period)).toEqual(stepsIn(question.period, step as 'day', zone));
        for (const { period, figure } of trend)
          expect(figure).toEqual(
            reportOf(columns, { ...question, period, before: null, by: null }).whole.now.csat,
          );
      }),
      { numRuns: 40 },
    );
  });
});

describe('a distribution', () => {
  it('has every answer once', () => {
    fc.assert(
      fc.property(worlds, questions, (world, question) => {
        const columns = columnsOfWorld(world);
        const { whole } = reportOf(columns, { ...question, by: null });
        const { parts } = reportOf(columns, { ...question, by: 'score', before: null });
        const own = asks.distribution(columns, question, 'csat');
        const n = (value: string) => parts.find((part) => part.value === value)?.now.volume?.n ?? 0;
        expect(own).toEqual({
          steps: ['1', '2', '3', '4', '5'].map(n),
          good: n('good'),
          bad: n('bad'),
          n: whole.now.csat?.n,
        });
        const effort = asks.distribution(columns, question, 'ces');
        expect([effort.n, effort.good, effort.bad]).toEqual([whole.now.ces?.n, 0, 0]);
        expect(effort.steps.reduce((sum, one) => sum + one, 0)).toBe(effort.n);
      }),
      runs,
    );
  });
});

describe('the map of CSAT and effort', () => {
  it('has the figures of the report and the feedbacks in its corner', () => {
    fc.assert(
      fc.property(worlds, questions, (world, question) => {
        const columns = columnsOfWorld(world);
        const by = question.by ?? 'topic';
        const { parts } = reportOf(columns, { ...question, by, before: null });
        const map = asks.map(columns, question, by);
        expect(map.map(({ value, n, csat, easy }) => ({ value, n, csat, easy }))).toEqual(
          parts.map(({ value, now }) => ({ value, n: now.volume?.n, csat: now.csat, easy: now.easy })),
        );
        expect(map.map(({ keys }) => keys.length)).toEqual(parts.map(({ now }) => now.nice_but_hard?.k));
      }),
      runs,
    );
  });
});
