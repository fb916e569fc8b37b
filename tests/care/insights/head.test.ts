import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostText, placeOf } from '../../../src/care/insights/chunk.ts';
import {
  type ChunkEntry,
  chunksAt,
  chunksOfPeriod,
  emptyHead,
  fitted,
  type Head,
  neighboursOf,
  packHead,
  parseHead,
} from '../../../src/care/insights/head.ts';

const day = 86_400;
const start = Date.parse('2024-11-01T00:00:00Z');

/** Chunks of 1,400 feedbacks that came evenly over so many days. */
function entries(count: number, days: number): ChunkEntry[] {
  const span = (days * day) / count;
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor(start / 1000 + index * span);
    const rest = Math.imul(index, 2_654_435_761) >>> 22;
    const id = (Math.imul(index + 1, 2_246_822_519) >>> 0).toString(36).padStart(7, '7');
    return {
      id,
      first: placeOf((from + 77) * 1000, rest),
      n: 1_400,
      from,
      to: from + Math.ceil(span) + 40_000,
    };
  });
}

const headWith = (chunks: ChunkEntry[], change: Partial<Head> = {}): Head => ({
  ...emptyHead('0123456789abcdef', 12),
  id: 'f3a0c6de-0000-4000-8000-123456789012',
  chunks,
  until: start + 5,
  asOf: start + 9,
  byId: '361000000001',
  ...change,
});

const size = (head: Head) => JSON.stringify(packHead(head)).length;

describe('the head', () => {
  it('is read as it was written', () => {
    const gone = [{ id: '0abcdef', at: start }];
    const head = headWith(entries(30, 90), { cursor: 'MTYwMDA=', gone, since: start, floor: 7 });
    expect(parseHead(JSON.parse(JSON.stringify(packHead(head))))).toEqual(head);
    expect(parseHead(packHead(emptyHead('x', 1)))).toEqual(emptyHead('x', 1));
  });

  it('tells a newer version from what cannot be read', () => {
    const body = packHead(headWith(entries(2, 2)));
    expect(parseHead({ v: 99, anything: true })).toBe('newer');
    expect(parseHead({ ...body, v: 0 })).toBeNull();
    expect(parseHead({ ...body, chunks: 'a,b' })).toBeNull();
    expect(parseHead({ isRemoved: true })).toBeNull();
    expect(parseHead(undefined)).toBeNull();
  });

  it.each([365, 3 * 365])('holds a million feedbacks of %i days in one record', (days) => {
    const head = headWith(entries(Math.ceil(1_000_000 / 1_400), days));
    expect(size(head)).toBeLessThanOrEqual(mostText);
    expect(fitted(head)).toEqual(head);
  });

  it('forgets chunks that are gone before it leaves out feedbacks', () => {
    const gone = Array.from({ length: 2_000 }, (_, index) => ({ id: `0${index}`, at: start }));
    const fit = fitted(headWith(entries(700, 700), { gone }));
    expect(size(fit)).toBeLessThanOrEqual(mostText);
    expect([fit.chunks.length, fit.since, fit.gone.length > 0]).toEqual([700, null, true]);
  });

  it('leaves out the oldest feedbacks, and says since when it counts', () => {
    const all = entries(2_000, 1_000);
    const fit = fitted(headWith(all));
    const left = all.slice(0, all.length - fit.chunks.length);
    expect(size(fit)).toBeLessThanOrEqual(mostText);
    expect(left.length).toBeGreaterThan(0);
    expect(fit.chunks).toEqual(all.slice(left.length));
    expect(fit.floor).toBe(fit.chunks[0]?.first);
    for (const { to } of left) expect(fit.since).toBeGreaterThan(to * 1000);
  });
});

describe('choosing chunks', () => {
  it('finds those a period touches, and no others', () => {
    const head = headWith([
      { id: 'a', first: 1, n: 1, from: 100, to: 200 },
      { id: 'b', first: 2, n: 1, from: 50, to: 150 },
      { id: 'c', first: 3, n: 1, from: 300, to: 400 },
    ]);
    const ids = (from: number, to: number) =>
      chunksOfPeriod(head, { from: from * 1000, to: to * 1000 }).map(({ id }) => id);
    expect(ids(160, 300)).toEqual(['a']);
    expect(ids(150, 301)).toEqual(['a', 'b', 'c']);
    expect(ids(401, 500)).toEqual([]);
    expect(ids(400, 401)).toEqual(['c']);
  });

  it('finds where a record belongs: the chunk that begins before it, and all that share its place', () => {
    const firsts = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 12 });
    fc.assert(
      fc.property(firsts, fc.integer({ min: 0, max: 22 }), (some, place) => {
        const sorted = some.sort((a, b) => a - b);
        const chunks = sorted.map((first, index) => ({ id: `${index}`, first, n: 1, from: 0, to: 0 }));
        const may = (index: number) => {
          const [own = 0, next = Number.POSITIVE_INFINITY] = [sorted[index], sorted[index + 1]];
          return (own <= place || index === 0) && next >= place;
        };
        const expected = sorted.flatMap((_, index) => (may(index) ? [index] : []));
        expect(chunksAt(chunks, place)).toEqual(expected);
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it('puts small neighbours together, and leaves full ones alone', () => {
    const chunks = [1_400, 200, 300, 900].map((n, index) => ({
      id: `${index}`,
      first: index,
      n,
      from: 0,
      to: 0,
    }));
    expect(neighboursOf(chunks, new Set([1]))).toEqual([2]);
    expect(neighboursOf(chunks, new Set([0]))).toEqual([]);
    expect(neighboursOf(chunks, new Set([1, 2]))).toEqual([]);
  });
});
