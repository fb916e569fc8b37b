import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankParts } from '../../../src/care/insights/ranking.ts';
import type { Part } from '../../../src/care/insights/report.ts';
import { noFigure } from '../../../src/care/metrics/metric.ts';

const part = (value: string, score: number | null, n: number): Part => ({
  value,
  now: { csat: { ...noFigure, value: score, n } },
  before: null,
});
const nameOf = (value: string | null) => value ?? '';
const down = { by: 'csat', isDown: true };
const values = (parts: readonly Part[]) => parts.map(({ value }) => value);

describe('the order of parts', () => {
  const parts = [part('b', 0.2, 50), part('none', null, 0), part('a', 0.9, 40), part('c', 1, 3)];

  it('is that of the figure chosen, and parts without it come last either way', () => {
    expect(values(rankParts(parts, 'group', down, nameOf).ranked)).toEqual(['c', 'a', 'b', 'none']);
    const up = rankParts(parts, 'group', { by: 'csat', isDown: false }, nameOf);
    expect(values(up.ranked)).toEqual(['b', 'a', 'c', 'none']);
  });

  it.each(['agent', 'owner'] as const)('ranks no %s below thirty: they stand by name', (dimension) => {
    const { ranked, unranked } = rankParts([part('z', 1, 29), ...parts], dimension, down, nameOf);
    expect(values(ranked)).toEqual(['a', 'b']);
    expect(values(unranked)).toEqual(['c', 'none', 'z']);
  });

  it('loses nobody and shows nobody twice', () => {
    const any = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(60)));
    fc.assert(
      fc.property(any, fc.boolean(), (made, isDown) => {
        const all = made.map(([score, n], index) => part(String(index), score, n));
        const { ranked, unranked } = rankParts(all, 'agent', { by: 'csat', isDown }, nameOf);
        expect(values([...ranked, ...unranked]).sort()).toEqual(values(all).sort());
        expect(ranked.every(({ now }) => (now.csat?.n ?? 0) >= 30)).toBe(true);
      }),
    );
  });
});
