import { describe, expect, it } from 'vitest';
import { defaultConfiguration } from '../../../src/care/configuration.ts';
import { type Case, emptyFeedback, type Feedback, unbegun } from '../../../src/care/feedback.ts';
import { columnsOf, rowAt } from '../../../src/care/insights/columns.ts';
import { figureOf } from '../../../src/care/insights/figure.ts';
import { mostRev, nowhere, type Row, rowOf } from '../../../src/care/insights/row.ts';
import { metricOf } from '../../../src/care/metrics/index.ts';
import type { Rating } from '../../../src/care/rating.ts';
import { rating } from '../ratings.ts';

const hour = 3_600_000;
const answered = (hours: number, given: Partial<Rating>) => ({
  ...rating({ answeredAt: hours * hour, ...given }),
  seenAt: hours * hour,
});
const openedAt = 240 * hour;
const opened: Case = {
  ...unbegun,
  status: 'in_progress',
  rule: 'csat_below',
  threshold: 3,
  openedAt,
  dueAt: openedAt + 24 * hour,
  soonAt: null,
  firstDueAt: null,
  isProvisional: false,
  ownerId: '7',
  firstActionAt: openedAt + hour,
};

function rowOfState(state: Partial<Feedback>): Row {
  const row = rowOf({ ...emptyFeedback('ticket:1'), ...state }, nowhere, defaultConfiguration);
  if (!row) throw new Error('no row');
  return row;
}

describe('a row', () => {
  it('times the first action from the answer its case is about, not from a good one before', () => {
    const revisions = [
      answered(0, { value: 5, verdict: 'good' }),
      answered(239, { value: 1, verdict: 'bad' }),
    ];
    const row = rowOfState({ revisions, case: opened });
    expect([row.at, row.ratedAt]).toEqual([0, 239 * 3600]);
    const figure = figureOf(metricOf('first_action'), columnsOf([row]), Uint32Array.of(0), openedAt / 1000);
    expect(figure.value).toBe(2 * 3600);
  });

  it('does not take a later, better answer for the one its case is about', () => {
    const revisions = [
      answered(239, { value: 1, verdict: 'bad' }),
      answered(250, { value: 5, verdict: 'good' }),
    ];
    expect(rowOfState({ revisions, case: opened }).ratedAt).toBe(239 * 3600);
  });

  it('of a case nobody rated is timed from when it was opened', () => {
    const row = rowOfState({ case: { ...opened, rule: 'by_hand' } });
    const figure = figureOf(metricOf('first_action'), columnsOf([row]), Uint32Array.of(0), openedAt / 1000);
    expect([row.ratedAt, figure.value]).toEqual([0, 3600]);
  });

  it('keeps an answer beyond its scale at the end of it, so that no other part is counted wrong', () => {
    const scores = [9, 0].map((value) => rowOfState({ revisions: [answered(1, { value, scale: 5 })] }).csat);
    expect(scores).toEqual([500, 100]);
  });

  it('with more facts than a column counts comes last all the same', () => {
    const row = rowOfState({ rev: mostRev + 5, bucketAt: 1 });
    expect(rowAt(columnsOf([row]), 0).rev).toBe(mostRev);
  });
});
