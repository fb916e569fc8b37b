import { describe, expect, it } from 'vitest';
import {
  changed,
  completionOf,
  type Item,
  isFull,
  isLate,
  newItem,
  parseItem,
} from '../../../src/care/coaching/item.ts';
import { periodOfSpan } from '../../../src/care/coaching/span.ts';

const by = { byId: '1', at: 1_000 };
const action = (change: Partial<Item> = {}): Item => ({
  ...newItem('action', 'Read the guide', null, by),
  ...change,
});

describe('what is agreed', () => {
  it('keeps who wrote what, and grows a number with every writing', () => {
    const done = changed(action(), { state: 'done' }, { byId: '2', at: 2_000 });
    const edited = changed(done, { text: 'Read it again' }, { byId: '1', at: 3_000 });
    expect([edited.rev, edited.state, edited.text]).toEqual([3, 'done', 'Read it again']);
    expect(edited.log.map(({ byId, act }) => [byId, act])).toEqual([
      ['1', 'written'],
      ['2', 'done'],
      ['1', 'changed'],
    ]);
  });

  it('is at most five open things to do; notes and finished ones leave room', () => {
    const open = (count: number) => Array.from({ length: count }, () => action());
    expect(isFull([...open(4), action({ state: 'done' }), action({ kind: 'agreed' })])).toBe(false);
    expect(isFull(open(5))).toBe(true);
  });

  it('counts as due once it is decided, or its day has passed', () => {
    const items = [
      action({ state: 'done' }),
      action({ state: 'not_done' }),
      action({ dueOn: '2026-11-21' }),
      action({ dueOn: '2026-11-22' }),
      action(),
      action({ kind: 'agreed', state: 'done' }),
    ];
    expect(completionOf(items, '2026-11-22')).toEqual({ k: 1, n: 3 });
    expect(completionOf([], '2026-11-22')).toEqual({ k: 0, n: 0 });
    expect(isLate(action({ dueOn: '2026-11-21', state: 'done' }), '2026-11-22')).toBe(false);
  });

  it('is read as written, and not at all where it is broken', () => {
    const item = newItem('action', '  Read  ', '2026-12-01', by);
    expect(parseItem(JSON.parse(JSON.stringify(item)))).toEqual(item);
    for (const broken of [
      null,
      {},
      { ...item, text: '' },
      { ...item, dueOn: 'soon' },
      { ...item, kind: 'gossip' },
    ])
      expect(parseItem(broken)).toBeNull();
    expect(newItem('agreed', 'x', '2026-12-01', by).dueOn).toBeNull();
  });
});

describe('the period of a sheet', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  const days = (span: '28' | '90' | 'quarter', zone: string) => {
    const { from, to } = periodOfSpan(span, now, zone);
    return [new Date(from).toISOString(), new Date(to).toISOString()];
  };
  it('is whole days up to the end of today, or today’s quarter', () => {
    expect(days('28', 'UTC')).toEqual(['2026-10-26T00:00:00.000Z', '2026-11-23T00:00:00.000Z']);
    expect(days('quarter', 'UTC')).toEqual(['2026-10-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z']);
  });
  it('begins at midnight where somebody is, also across a change of the clocks', () => {
    expect(days('90', 'Europe/Berlin')).toEqual(['2026-08-24T22:00:00.000Z', '2026-11-22T23:00:00.000Z']);
  });
});
