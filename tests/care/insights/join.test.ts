import { describe, expect, it } from 'vitest';
import { defaultConfiguration } from '../../../src/care/configuration.ts';
import { emptyFeedback } from '../../../src/care/feedback.ts';
import { columnsOf, rowAt } from '../../../src/care/insights/columns.ts';
import { joinColumns, type Lot, withoutRepeats } from '../../../src/care/insights/join.ts';
import { nowhere, type Row, rowOf } from '../../../src/care/insights/row.ts';

function row(key: string, change: Partial<Row> = {}): Row {
  const base = rowOf(
    { ...emptyFeedback(key), bucket: 'agent', bucketAt: 5_000 },
    nowhere,
    defaultConfiguration,
  );
  if (!base) throw new Error('no row');
  return { ...base, ...change };
}

const lot = (...rows: Row[]): Lot => ({ columns: columnsOf(rows), rows: Uint32Array.from(rows.keys()) });
const rowsIn = (lots: readonly Lot[]) => {
  const columns = joinColumns(lots);
  return Array.from({ length: columns.n }, (_, index) => rowAt(columns, index));
};

describe('joining columns', () => {
  it('keeps every row with its own names, in order', () => {
    const first = [row('ticket:1', { topic: 'A', agentId: '7' }), row('conversation:x', { topic: 'B' })];
    const second = [
      row('ticket:2', { topic: 'B', agentId: '8' }),
      row('ticket:3', { topic: null, agentId: '7' }),
    ];
    expect(rowsIn([lot(...first), lot(), lot(...second)])).toEqual([...first, ...second]);
  });

  it('takes only the rows asked for', () => {
    const rows = [row('ticket:1'), row('conversation:x'), row('ticket:3', { topic: 'T' })];
    expect(rowsIn([{ columns: columnsOf(rows), rows: Uint32Array.of(2, 1) }])).toEqual([rows[2], rows[1]]);
  });
});

describe('the same feedback twice', () => {
  it('counts once: the highest number of facts stands', () => {
    const [old, current] = [row('ticket:1', { rev: 2 }), row('ticket:1', { rev: 3 })];
    const other = row('ticket:2');
    expect(rowsIn(withoutRepeats([lot(current, other), lot(old)]))).toEqual([current, other]);
    expect(rowsIn(withoutRepeats([lot(old, other), lot(current)]))).toEqual([other, current]);
  });

  it('is what was read last where the numbers are equal, also without a ticket', () => {
    const [one, later] = [row('conversation:x', { topic: 'A' }), row('conversation:x', { topic: 'B' })];
    expect(rowsIn(withoutRepeats([lot(one), lot(later)]))).toEqual([later]);
  });
});
