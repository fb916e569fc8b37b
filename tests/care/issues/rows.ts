/** Feedbacks as reports know them, for tests of issues. */
import { type Columns, columnsOf } from '../../../src/care/insights/columns.ts';
import type { Row } from '../../../src/care/insights/row.ts';
import { blankRow } from '../insights/blankRow.ts';

export const day = 86_400_000;
/** 2026-05-01 and 2026-06-01 in UTC. */
export const may = { from: Date.UTC(2026, 4, 1), to: Date.UTC(2026, 5, 1) };
export const april = { from: Date.UTC(2026, 3, 1), to: Date.UTC(2026, 4, 1) };

/** `at` in epoch milliseconds, the middle of May unless told. */
export function row(ticket: number, given: Partial<Omit<Row, 'at'>> & { at?: number } = {}): Row {
  const { at = may.from + 14 * day, ...rest } = given;
  return { ...blankRow, ticket, key: `ticket:${ticket}`, ...rest, at: Math.floor(at / 1000) };
}

export interface Lot {
  topic: string | null;
  good?: number;
  bad?: number;
  unrated?: number;
  at?: number;
  given?: Partial<Row>;
}

/** So many of each, with tickets numbered from 1. */
export function columnsWith(...lots: Lot[]): Columns {
  const rows: Row[] = [];
  for (const { topic, good = 0, bad = 0, unrated = 0, at, given } of lots)
    for (const [verdict, count] of [
      [2, good],
      [1, bad],
      [0, unrated],
    ] as const)
      for (let index = 0; index < count; index += 1) {
        const bucket = topic === null ? 0 : 2;
        rows.push({ ...row(rows.length + 1, { topic, verdict, bucket, ...(at && { at }) }), ...given });
      }
  return columnsOf(rows);
}
