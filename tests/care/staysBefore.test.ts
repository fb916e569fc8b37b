import { describe, expect, it } from 'vitest';
import { staysBefore } from '../../src/care/durations.ts';
import type { LedgerEvent, NewEvent } from '../../src/care/ledger.ts';

const at = (fact: NewEvent, seq: number, when: number, part = 0): LedgerEvent => ({
  ...fact,
  seq,
  part,
  byId: '1',
  at: when,
  operation: '',
  isEdited: false,
});
const opened: NewEvent = {
  kind: 'case_opened',
  body: { rule: 'by_hand', threshold: null, dueAt: 9, soonAt: null, firstDueAt: null, isProvisional: false },
};
const moved = (to: 'in_progress' | 'closed'): NewEvent => ({
  kind: 'case_moved',
  body: { to, outcome: 'recovered', note: null },
});

describe('how long a case stayed where it was', () => {
  it('is told with each move, reopening included', () => {
    const events = [
      at(opened, 1, 100),
      at({ kind: 'contacted', body: { channel: 'call', result: 'reached', note: null } }, 2, 300, 0),
      at(moved('in_progress'), 2, 300, 1),
      at(moved('closed'), 3, 1_000),
      at(moved('in_progress'), 4, 5_000),
    ];
    expect([...staysBefore(events, null)].map(([fact, { status, ms }]) => [fact, { status, ms }])).toEqual([
      ['2.1', { status: 'new', ms: 200 }],
      ['3.0', { status: 'in_progress', ms: 700 }],
      ['4.0', { status: 'closed', ms: 4_000 }],
    ]);
  });

  it('says nothing of moves to where the case is already, or before there was one', () => {
    const events = [at(moved('closed'), 1, 50), at(opened, 2, 100), at(opened, 3, 200)];
    expect(staysBefore(events, null).size).toBe(0);
  });
});
