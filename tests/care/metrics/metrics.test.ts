import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/care/insights/columns.ts';
import { figureOf } from '../../../src/care/insights/figure.ts';
import { flags, type Row } from '../../../src/care/insights/row.ts';
import { rowsWhere } from '../../../src/care/insights/rows.ts';
import { metricOf, metrics } from '../../../src/care/metrics/index.ts';
import english from '../../../translations/en.json' with { type: 'json' };
import { blankRow } from '../insights/blankRow.ts';

const now = 10_000;
const figure = (id: string, ...rows: Partial<Row>[]) => {
  const columns = columnsOf(rows.map((row) => ({ ...blankRow, ...row })));
  return figureOf(metricOf(id), columns, Uint32Array.from(rows.keys()), now);
};
const open = { status: 1, openedAt: 1500, dueAt: 9000 };
const closed = { ...open, status: 3, closedAt: 4000 };

describe('metrics', () => {
  it('have ids of their own, a name and a definition each', () => {
    const ids = metrics.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(english.metric).sort()).toEqual([...ids].sort());
    expect(Object.keys(english.metric_means).sort()).toEqual([...ids].sort());
    expect(() => metricOf('unheard')).toThrow('unheard');
  });

  it('tell shares with their number and interval', () => {
    const found = figure('csat', { verdict: 2 }, { verdict: 2 }, { verdict: 1 }, {});
    expect([found.n, found.k, found.value]).toEqual([3, 2, 2 / 3]);
    expect(found.interval?.map((end) => end.toFixed(2))).toEqual(['0.21', '0.94']);
  });

  it('tell times with median, mean, 90th percentile and what is open', () => {
    const times = [100, 200, 300, 400, 500, 600, 700].map((time) => ({
      ...open,
      firstActionAt: 1000 + time,
    }));
    expect(figure('first_action', ...times, open, closed)).toEqual({
      value: 400,
      n: 7,
      k: null,
      interval: [100, 700],
      span: { mean: 400, p90: 700, open: 1 },
    });
  });
});

describe('low scores', () => {
  it('are 1 and 2 of 5, of those with a number', () => {
    const rows = [100, 200, 260, 300, 400].map((csat) => ({ csat, verdict: csat > 300 ? 2 : 1 }));
    expect(figure('bottom', ...rows, { verdict: 1 })).toMatchObject({ n: 5, k: 3 });
  });

  it('are bare bads where the account asks nothing else', () => {
    const flag = { flags: flags.isLegacy };
    expect(figure('bottom', { verdict: 1, ...flag }, { verdict: 2, ...flag })).toMatchObject({ n: 2, k: 1 });
  });
});

describe('overdue', () => {
  it.each([
    ['closed in the last second', { ...closed, closedAt: 9000 }, 0],
    ['closed a second later', { ...closed, closedAt: 9001 }, 1],
    ['open with its time passed', { ...open, dueAt: now - 1 }, 1],
    ['open at the very end of its time', { ...open, dueAt: now }, 0],
  ])('%s: %d', (_, row, k) => {
    expect(figure('overdue', row)).toMatchObject({ n: 1, k });
  });
});

describe('the time to the first action', () => {
  it('leaves out a case that was closed without one', () => {
    expect(figure('first_action', closed)).toMatchObject({ n: 0, value: null, span: { open: 0 } });
  });

  it('in business hours rests on what a schedule timed, and on open cases', () => {
    const begun = { ...open, firstActionAt: 2000 };
    expect(figure('first_action_open', { ...begun, firstActionOpen: 61 }, begun, open)).toMatchObject({
      n: 1,
      value: 60,
      span: { open: 1 },
    });
    expect(figure('first_action_open', { ...begun, firstActionOpen: 1 })).toMatchObject({ n: 1, value: 0 });
  });
});

describe('recovery', () => {
  const { isContacted, isRecovered, isRecoveredByOutcome, isNoRecovery } = flags;
  const rows = [
    { ...closed, flags: isContacted | isRecovered },
    { ...closed, flags: isContacted },
    { ...closed, flags: isRecovered | isRecoveredByOutcome },
    { ...closed, flags: isRecovered },
    { ...closed, flags: isRecovered | isContacted | isNoRecovery },
    { ...open, flags: isContacted | isRecovered },
  ];

  it('is told of those contacted and of all closed; who changed their mind alone is nobody’s work', () => {
    expect(figure('recovered_of_contacted', ...rows)).toMatchObject({ n: 2, k: 1 });
    expect(figure('recovered_of_closed', ...rows)).toMatchObject({ n: 4, k: 2 });
    expect(figure('spontaneous', ...rows)).toMatchObject({ n: 2, k: 1 });
  });
});

describe('a period', () => {
  it('begins with its first instant and ends before its last', () => {
    const columns = columnsOf([999, 1000, 1999, 2000].map((at) => ({ ...blankRow, at })));
    const rows = rowsWhere(columns, { from: 1_000_000, to: 2_000_000 }, { filters: {}, hasSuspected: false });
    expect([...rows]).toEqual([1, 2]);
  });
});
