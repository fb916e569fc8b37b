import { describe, expect, it } from 'vitest';
import {
  commitmentBefore,
  type Held,
  type Huddle,
  heldIn,
  huddleKey,
  noHuddle,
} from '../../../src/care/huddle/huddle.ts';
import { memoryOf } from '../../../src/care/huddle/memory.ts';
import { candidate } from './people.ts';

const held = (day: string, huddle: Partial<Huddle>, team = 'all'): Held => ({
  day,
  team,
  huddle: { ...noHuddle, ...huddle },
});
const today = '2026-11-22';

describe('a huddle’s record', () => {
  it('is found again by its day and team', () => {
    const key = huddleKey('2026-11-22', '360001');
    expect(key).toBe('2026-11:22:360001');
    expect(heldIn(key, noHuddle)).toEqual({ day: '2026-11-22', team: '360001', huddle: noHuddle });
  });

  it('is none where it was taken away or is broken, and keeps what can be read', () => {
    expect(heldIn('2026-11:22:all', { isRemoved: true })).toBeNull();
    expect(heldIn('nonsense', noHuddle)).toBeNull();
    expect(heldIn('2026-11:22:all', { positive: 'a', constructive: null, passed: 7 })?.huddle).toEqual({
      ...noHuddle,
      positive: 'a',
    });
  });
});

describe('the commitment that opens a huddle', () => {
  const open = (all: Held[], now = noHuddle) => commitmentBefore(all, 'all', today, now);

  it('is the team’s last one, also when days lie between', () => {
    const all = [held('2026-11-19', { commitment: 'old' }), held('2026-11-20', { commitment: 'Call back' })];
    expect(open([...all, held('2026-11-21', {})])).toEqual({
      day: '2026-11-20',
      text: 'Call back',
      result: null,
    });
  });

  it('is nobody else’s, and not today’s', () => {
    expect(open([held('2026-11-21', { commitment: 'x' }, '7'), held(today, { commitment: 'y' })])).toBeNull();
  });

  it('is gone once an earlier day said what became of it, and says so while it is today that did', () => {
    const settled = { day: '2026-11-20', result: 'done' as const };
    const all = [held('2026-11-20', { commitment: 'Call back' })];
    expect(open([...all, held('2026-11-21', { before: settled })])).toBeNull();
    expect(open(all, { ...noHuddle, before: settled })).toMatchObject({ result: 'done' });
  });
});

describe('what huddles remember', () => {
  const place = { today, team: 'all', days: 14 };
  const all = [
    candidate({ key: 'a', cause: 'agent', agentId: '1' }),
    candidate({ key: 'p', cause: 'process', agentId: '2' }),
    candidate({ key: 'g', slot: 'positive', cause: 'agent', agentId: '3' }),
  ];

  it('is what was shown and passed over, in whatever team', () => {
    const memory = memoryOf(
      [
        held('2026-11-21', { positive: 'g', constructive: 'a', passed: ['x'] }, '7'),
        held(today, { passed: ['y'] }),
      ],
      place,
      all,
    );
    expect([...memory.keys].sort()).toEqual(['a', 'g', 'x', 'y']);
    expect([...memory.constructiveIds]).toEqual(['1']);
    expect([...memory.praisedIds]).toEqual(['3']);
  });

  it('leaves the own huddle of today as it is', () => {
    expect([...memoryOf([held(today, { constructive: 'a' })], place, all).keys]).toEqual([]);
  });

  it('is over after so many days', () => {
    const shown = { constructive: 'a' };
    expect(memoryOf([held('2026-11-09', shown)], place, all).keys.size).toBe(1);
    expect(memoryOf([held('2026-11-08', shown)], place, all).keys.size).toBe(0);
  });

  it('holds nobody responsible for a process', () => {
    expect(memoryOf([held('2026-11-21', { constructive: 'p' })], place, all).constructiveIds.size).toBe(0);
  });
});
