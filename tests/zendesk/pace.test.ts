import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPace } from '../../src/zendesk/pace.ts';

const minute = 60_000;

/** A pace whose time passes only while it waits. */
function paced() {
  const time = { now: 0 };
  const wait = async (ms: number) => {
    time.now += ms;
  };
  const pace = createPace({ now: () => time.now, wait });
  const times: number[] = [];
  const call = async (url = '/api/v2/x') => {
    await pace.turn(url);
    times.push(time.now);
  };
  return { pace, time, times, call };
}

const mostWithin = (times: readonly number[], ms: number) =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));

describe('background calls', () => {
  it('go out at once until there are sixty in a minute, 300 in five', async () => {
    const { call, times } = paced();
    for (let number = 0; number < 700; number += 1) await call();
    expect(times[59]).toBe(0);
    expect(mostWithin(times, minute)).toBe(60);
    expect(mostWithin(times, 5 * minute)).toBe(300);
  });

  it('leave other frames of the same person the room they take', async () => {
    const { call, times, pace } = paced();
    pace.note(70);
    for (let number = 0; number < 40; number += 1) await call();
    expect(times.filter((at) => at < minute)).toHaveLength(15);
  });

  it('never stop altogether, however busy the person is', async () => {
    const { call, times, pace, time } = paced();
    for (let number = 0; number < 30; number += 1) {
      pace.note(100);
      await call();
    }
    expect(times).toHaveLength(30);
    expect(time.now).toBeLessThanOrEqual(5 * minute);
  });

  it('read exports far below what the whole account may', async () => {
    const { call, times } = paced();
    for (let number = 0; number < 20; number += 1) await call('/api/v2/incremental/tickets/cursor.json');
    expect(mostWithin(times, minute)).toBe(6);
  });

  it('keep every limit in any mixture, and in their order', async () => {
    const kinds = fc.array(fc.record({ isExport: fc.boolean(), others: fc.nat(30) }), { maxLength: 150 });
    await fc.assert(
      fc.asyncProperty(kinds, async (course) => {
        const { call, times, pace } = paced();
        for (const { isExport, others } of course) {
          if (others > 25) pace.note(others);
          await call(isExport ? '/api/v2/incremental/x' : '/api/v2/y');
        }
        expect([...times].sort((a, b) => a - b)).toEqual(times);
        if (times.length > 0) expect(mostWithin(times, minute)).toBeLessThanOrEqual(60);
      }),
      { numRuns: 30 },
    );
  });

  it('asked for at once take their turns', async () => {
    const { call, times } = paced();
    await Promise.all(Array.from({ length: 130 }, () => call()));
    expect(mostWithin(times, minute)).toBe(60);
  });

  it('know how long nobody has clicked; a list’s own look is no click', async () => {
    const { pace, time } = paced();
    pace.note(1);
    expect(pace.calm()).toBe(Number.POSITIVE_INFINITY);
    pace.note(7, 0);
    expect(pace.calm()).toBe(Number.POSITIVE_INFINITY);
    pace.note(3);
    time.now += 500;
    expect(pace.calm()).toBe(500);
  });
});
