import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effortOf } from '../../../src/care/coaching/effort.ts';
import { isToolsTrainingHinted } from '../../../src/care/coaching/hint.ts';
import {
  cesOf,
  compared,
  csatOf,
  minus,
  noSums,
  plus,
  type Sums,
  sumsOf,
} from '../../../src/care/coaching/sums.ts';
import { meanOf } from '../../../src/care/rate.ts';

const easy = (k: number, n: number): Sums => ({ ...noSums, n, ces: n, easy: k });

describe('the hint “low CES: training on the internal tools”', () => {
  // Newcombe’s interval of the difference of two shares: its upper end decides.
  it.each([
    ['29 answers are too few, however low', easy(0, 29), easy(90, 100), false],
    ['30 answers and plainly below', easy(6, 30), easy(70, 100), true],
    ['the others have too few', easy(6, 30), easy(29, 29), false],
    ['below, and the interval reaches 0', easy(17, 30), easy(70, 100), false],
    ['just wholly below: 15 of 30 against 70 of 100', easy(15, 30), easy(70, 100), true],
    ['just not: 16 of 30 against 70 of 100', easy(16, 30), easy(70, 100), false],
    ['above the team', easy(28, 30), easy(20, 100), false],
    ['the same', easy(60, 100), easy(60, 100), false],
    ['nobody to compare with', easy(0, 40), noSums, false],
  ])('%s', (_, own, others, isHinted) => {
    expect(isToolsTrainingHinted(own, others)).toBe(isHinted);
  });

  it('is never given where the agent does not do worse', () => {
    const count = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const [own, others] = [easy(Math.min(a, b), b), easy(Math.min(c, d), d)];
        if (isToolsTrainingHinted(own, others))
          expect(own.easy / own.ces).toBeLessThan(others.easy / others.ces);
      }),
    );
  });
});

describe('sums', () => {
  it('tell the same mean and interval as the answers themselves', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 60 }), (answers) => {
        const own = cesOf(sumsOf(answers.map((answer) => ({ verdict: 0, ces: answer * 100 }))));
        const slow = meanOf(answers.map((value) => ({ value, count: 1 })));
        expect(own.n).toBe(slow.n);
        if (slow.value === null) expect(own.value).toBeNull();
        else expect(own.value).toBeCloseTo(slow.value, 8);
        expect(own.interval === null).toBe(slow.interval === null);
        if (own.interval && slow.interval) expect(own.interval[0]).toBeCloseTo(slow.interval[0], 6);
      }),
    );
  });

  it('taken out of a team leave the others, and never less than nobody', () => {
    const one = sumsOf([{ verdict: 2, ces: 400 }]);
    const two = sumsOf([
      { verdict: 1, ces: 0 },
      { verdict: 2, ces: 100 },
    ]);
    expect(minus(plus(one, two), one)).toEqual(two);
    expect(minus(one, two).rated).toBe(0);
  });

  it('of nobody compare with nobody', () => {
    expect(csatOf(noSums)).toEqual({ value: null, n: 0, k: 0, interval: null });
    expect(compared(noSums, easy(1, 2))).toEqual({ csat: null, easy: null });
  });

  it('tell Newcombe’s own example apart: 56 of 70 against 48 of 80', () => {
    const share = (good: number, rated: number): Sums => ({ ...noSums, n: rated, rated, good });
    const difference = compared(share(56, 70), share(48, 80)).csat;
    expect(difference?.interval[0]).toBeCloseTo(0.0524, 4);
    expect(difference?.interval[1]).toBeCloseTo(0.3339, 4);
  });
});

it('effort is an average for each figure, over the tickets Zendesk tells it of', () => {
  const none = { transfers: null, reopens: null, replies: null, waited: null };
  expect(
    effortOf([
      { ...none, transfers: 2, waited: 30 },
      { ...none, transfers: 0 },
    ]),
  ).toEqual({
    transfers: { n: 2, value: 1 },
    reopens: { n: 0, value: null },
    replies: { n: 0, value: null },
    waited: { n: 1, value: 30 },
  });
});
