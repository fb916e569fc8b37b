import { describe, expect, it } from 'vitest';
import {
  type DigestRow,
  type DigestWords,
  digestText,
  mostLines,
} from '../../../src/care/workflows/digest.ts';

const hour = 3_600_000;
const words: DigestWords = {
  line: ({ ticketId, dueAt }) => `#${ticketId} due ${dueAt === null ? '-' : dueAt / hour}`,
  more: (count) => `and ${count} more`,
};
const row = (ticketId: string, dueAt: number | null, ratedAt: number | null = 90): DigestRow => ({
  ticketId,
  dueAt: dueAt === null ? null : dueAt * hour,
  ratedAt: ratedAt === null ? null : ratedAt * hour,
});

describe('a digest', () => {
  it('names what is due next first, then the oldest', () => {
    const rows = [row('4', null), row('10', 120), row('9', 120), row('1', 110, null), row('99', 120, 80)];
    expect(digestText(rows, words).split('\n')).toEqual([
      '#1 due 110',
      '#99 due 120',
      '#9 due 120',
      '#10 due 120',
      '#4 due -',
    ]);
  });

  it('is never longer than a screen, and says how much is left out', () => {
    const rows = Array.from({ length: 200 }, (_, index) => row(String(index + 1), 110));
    const lines = digestText(rows, words).split('\n');
    expect(lines).toHaveLength(mostLines);
    expect(lines.at(-1)).toBe('and 141 more');
    expect(digestText(rows.slice(0, mostLines), words).split('\n').at(-1)).toContain('#60');
  });

  it('keeps each ticket on one line', () => {
    const odd: DigestWords = { ...words, line: () => 'a\n b\tc' };
    expect(digestText([row('1', null)], odd)).toBe('a b c');
  });
});
