import { describe, expect, it } from 'vitest';
import { emptyFeedback, type Feedback } from '../../src/care/feedback.ts';
import { repeatOf } from '../../src/care/repeat.ts';
import { rating } from './ratings.ts';

const day = 86_400_000;

const given = (key: string, value: number, onDay: number): Feedback => ({
  ...emptyFeedback(key),
  revisions: [{ ...rating({ value, answeredAt: onDay * day }), seenAt: onDay * day }],
});

describe('a repeat', () => {
  const now = given('ticket:9', 1, 30);
  it('counts the bad ratings of the days before, this one included', () => {
    const others = [given('ticket:1', 2, 21), given('ticket:2', 1, 25), now];
    expect(repeatOf(now, others, 14)).toEqual({ count: 3, days: 9 });
  });

  it.each([
    ['good ones', given('ticket:1', 5, 25)],
    ['older ones', given('ticket:1', 1, 15)],
    ['later ones', given('ticket:1', 1, 31)],
    [
      'those set aside',
      { ...given('ticket:1', 1, 25), setAside: { reason: 'test' as const, note: null, byId: '1', at: 1 } },
    ],
  ])('does not count %s', (_, other) => {
    expect(repeatOf(now, [other], 14)).toBeNull();
  });

  it('is nothing for a good rating', () => {
    expect(repeatOf(given('ticket:9', 5, 30), [given('ticket:1', 1, 29)], 14)).toBeNull();
  });
});
