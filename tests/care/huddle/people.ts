/** Feedbacks huddles are made of. */
import type { Candidate } from '../../../src/care/huddle/candidates.ts';
import type { Memory } from '../../../src/care/huddle/memory.ts';
import { columnsOf } from '../../../src/care/insights/columns.ts';
import type { Row } from '../../../src/care/insights/row.ts';
import { blankRow } from '../insights/blankRow.ts';

export const nothing: Memory = { keys: new Set(), constructiveIds: new Set(), praisedIds: new Set() };

export const candidate = (given: Partial<Candidate> = {}): Candidate => ({
  key: 'ticket:1',
  slot: 'constructive',
  cause: 'process',
  at: Date.parse('2026-11-21T10:00:00Z'),
  day: '2026-11-21',
  groupId: null,
  agentId: null,
  topic: null,
  csat: 200,
  ces: 0,
  isGood: false,
  ...given,
});

const blank: Row = { ...blankRow, at: Date.parse('2026-11-21T10:00:00Z') / 1000 };

/** Rows of tickets 1, 2, 3 … */
export const rowsOf = (...given: Partial<Row>[]) =>
  columnsOf(given.map((one, index) => ({ ...blank, key: `ticket:${index + 1}`, ticket: index + 1, ...one })));
