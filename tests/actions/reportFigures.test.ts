/** Figures of an account's own feedbacks, the story's and some hundred made ones. */
import { beforeAll, describe, expect, it } from 'vitest';
import { backfill, newBackfill } from '../../src/actions/backfill.ts';
import type { Configuration } from '../../src/care/configuration.ts';
import { type Columns, columnsOf } from '../../src/care/insights/columns.ts';
import { dimensions, type Question } from '../../src/care/insights/question.ts';
import { type Figures, reportOf } from '../../src/care/insights/report.ts';
import { nowhere, type Row, rowOf } from '../../src/care/insights/row.ts';
import { slowFigures, slowlyAsked, slowValue } from '../care/insights/slow.ts';
import type { Told } from '../care/insights/worlds.ts';
import { adminOf, day, listedIn, openAccount } from './syncWorld.ts';

let told: Told[];
let columns: Columns;
let configuration: Configuration;
let question: Question;

beforeAll(async () => {
  const workspace = await openAccount({ scale: 300 });
  const app = await adminOf(workspace);
  const now = app.now();
  const plan = newBackfill(app, { id: 'one', from: now - 366 * day, to: now });
  await backfill(app, plan, { isStopped: () => false, clock: () => 0 });
  configuration = app.configuration;
  told = [...listedIn(workspace.world).values()].map((feedback) => ({ feedback, place: nowhere }));
  const rows = told.map(({ feedback, place }) => rowOf(feedback, place, configuration));
  columns = columnsOf(rows.filter((row): row is Row => row !== null));
  const middle = now - 30 * day;
  question = {
    period: { from: middle, to: now + day },
    before: { from: now - 366 * day, to: middle },
    filters: {},
    by: null,
    hasSuspected: false,
    now,
  };
}, 60_000);

/** As far as both tell it; the slow one knows no intervals. */
function expectSame(figures: Figures | null | undefined, own: readonly Told[]): void {
  const feedbacks = own.map(({ feedback }) => feedback);
  for (const [id, slow] of Object.entries(slowFigures(feedbacks, configuration, question.now))) {
    const figure = figures?.[id];
    expect([id, figure?.n, figure?.k]).toEqual([id, slow.n, slow.k]);
    if (slow.value === null) expect([id, figure?.value]).toEqual([id, null]);
    else expect(figure?.value, id).toBeCloseTo(slow.value, 2);
    if (slow.open !== undefined) expect([id, figure?.span?.open]).toEqual([id, slow.open]);
  }
}

describe('a report on an account', () => {
  it('equals the slow computation from its feedbacks, now and before', () => {
    const { whole } = reportOf(columns, question);
    expect(whole.now.csat?.n).toBeGreaterThan(5);
    expect(whole.before?.csat?.n).toBeGreaterThan(5);
    expectSame(whole.now, slowlyAsked(told, question.period, question, configuration));
    expectSame(whole.before, slowlyAsked(told, question.before ?? question.period, question, configuration));
  });

  it.each(dimensions)('equals it in every part by %s', (by) => {
    const { parts } = reportOf(columns, { ...question, by });
    const own = slowlyAsked(told, question.period, question, configuration);
    for (const { value, now } of parts)
      expectSame(
        now,
        own.filter((one) => slowValue(one, by, configuration) === value),
      );
    expect(parts.reduce((sum, { now }) => sum + (now.volume?.n ?? 0), 0)).toBe(own.length);
  });
});
