/** The month's sentence: where it must speak, where it must not, and what its rounded numbers say. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { leastRated, neededRatings } from '../../../src/care/issues/neededRatings.ts';
import { type IssueFigures, type Sentence, sentenceOf } from '../../../src/care/issues/sentence.ts';
import { rateOf } from '../../../src/care/rate.ts';
import { newcombe } from './newcombe.ts';

const nobody = { ask: '', ownerId: null, ownerName: '' };
const share = (k: number, n: number) => ({ k, n });

function figures(
  own: [number, number],
  rest: [number, number],
  given: Partial<IssueFigures> = {},
): IssueFigures {
  const handled = Math.max(own[1], 1) * 10;
  const counted = { handled, byTopic: handled, bySearch: 0, all: handled + rest[1] };
  return { basis: 'topics', isCut: false, own: share(...own), rest: share(...rest), ...counted, ...given };
}

const said = (...of: Parameters<typeof figures>) => sentenceOf(figures(...of), nobody);
const kindOf = (sentence: Sentence) =>
  sentence.kind === 'not_yet' ? `not_yet ${sentence.lack}` : sentence.kind;

describe('the mission’s own example', () => {
  const sentence = sentenceOf(figures([32, 50], [360, 450], { handled: 500 }), {
    ask: 'Bring the old login back',
    ownerId: null,
    ownerName: 'Paula of Product',
  });

  it('is said: 64 % (32 of 50; 50-76 %) against 80 %, 16 points, 20 % lower, 50 of 500 rated', () => {
    expect(sentence).toMatchObject({
      kind: 'claim',
      ask: 'Bring the old login back',
      ownerName: 'Paula of Product',
      figures: { handled: 500 },
      response: { k: 50, n: 500, value: 0.1 },
      shown: {
        decimals: 0,
        rate: 64,
        rateInterval: [50, 76],
        rest: 80,
        points: 16,
        percent: 20,
        interval: { decimals: 0, ends: [-30, -4] },
      },
    });
  });

  test.each([
    [[16, 25], [180, 225], 'not_yet unclear', [-36, 1]],
    [[32, 50], [360, 450], 'claim', [-30, -4]],
    [[67, 105], [756, 945], 'claim', [-26, -7]],
  ] as const)('%j rated against %j: %s, %j', (own, rest, kind, ends) => {
    const one = said([...own], [...rest]);
    expect(kindOf(one)).toBe(kind);
    expect(one.shown?.interval.ends).toEqual(ends);
  });

  it('with 25 ratings needs about 50, 25 more, and 500 tickets could give them', () => {
    const early = sentenceOf(figures([16, 25], [180, 225], { handled: 500 }), nobody);
    expect(early).toMatchObject({ kind: 'not_yet', lack: 'unclear', needed: 50, more: 25, isWithin: true });
    const small = sentenceOf(figures([16, 25], [180, 225], { handled: 40 }), nobody);
    expect(small).toMatchObject({ needed: 50, isWithin: false });
  });
});

/** Each from the interval of a paper calculation: own and rest as good of rated, what may be said, ends as printed. */
const borderline: [[number, number], [number, number], string, ...string[]][] = [
  // Nobody to compare.
  [[0, 0], [0, 0], 'not_yet few'],
  [[0, 0], [80, 100], 'not_yet few'],
  [[80, 100], [0, 0], 'not_yet few_rest'],
  // Nine are not enough, however clear; ten are.
  [[0, 9], [900, 1000], 'not_yet few'],
  [[0, 10], [900, 1000], 'claim'],
  [[0, 10], [9, 9], 'not_yet few_rest'],
  [[0, 10], [10, 10], 'claim'],
  [[9, 9], [10, 1000], 'not_yet few'],
  [[10, 10], [10, 1000], 'better'],
  [[1, 9], [1, 9], 'not_yet few'],
  // Equal, to the last rating.
  [[8, 10], [80, 100], 'no_gap'],
  [[40, 50], [400, 500], 'no_gap'],
  [[0, 20], [0, 200], 'no_gap'],
  [[20, 20], [200, 200], 'no_gap'],
  [[500, 1000], [5000, 10000], 'no_gap'],
  // One rating makes the difference.
  [[17, 25], [180, 225], 'not_yet unclear'],
  [[15, 25], [180, 225], 'claim'],
  [[5, 10], [80, 100], 'claim'],
  [[6, 10], [80, 100], 'not_yet unclear'],
  [[33, 50], [400, 500], 'claim'],
  [[34, 50], [400, 500], 'claim'],
  [[35, 50], [400, 500], 'not_yet unclear'],
  [[66, 100], [800, 1000], 'claim'],
  [[71, 100], [800, 1000], 'claim'],
  [[72, 100], [800, 1000], 'not_yet unclear'],
  [[79, 100], [800, 1000], 'not_yet unclear'],
  [[81, 100], [800, 1000], 'no_gap'],
  [[86, 100], [800, 1000], 'no_gap'],
  [[88, 100], [800, 1000], 'no_gap'],
  [[89, 100], [800, 1000], 'better'],
  // Both ends of the scale.
  [[9, 10], [1000, 1000], 'claim'],
  [[10, 10], [990, 1000], 'no_gap'],
  [[29, 30], [3000, 3000], 'claim'],
  [[1, 10], [0, 1000], 'better'],
  [[0, 10], [10, 1000], 'not_yet unclear'],
  [[0, 500], [10, 1000], 'claim'],
  // The interval ends a hair from 0.
  [[16, 25], [3600, 4500], 'claim', '-35.5', '-0.2'],
  [[773, 1000], [8000, 10000], 'claim', '-5.5', '-0.1'],
  [[774, 1000], [8000, 10000], 'not_yet unclear', '-5.40', '0.01'],
  [[775, 1000], [8000, 10000], 'not_yet unclear'],
  [[826, 1000], [8000, 10000], 'better'],
  [[824, 1000], [8000, 10000], 'no_gap'],
  // 79.6 against 80.4: a matter of how many said so.
  [[796, 1000], [8040, 10000], 'not_yet unclear'],
  [[19900, 25000], [201000, 250000], 'claim'],
  [[796, 1000], [804, 1000], 'not_yet unclear'],
  [[7960, 10000], [80400, 100000], 'not_yet unclear'],
  [[79600, 100000], [804000, 1000000], 'claim'],
  [[399_600, 500_000], [400_400, 500_000], 'claim', '-0.317', '-0.003'],
  [[399_800, 500_000], [400_200, 500_000], 'not_yet unclear'],
];

describe('borderline cases', () => {
  test.each(borderline)('%j against %j: %s', (own, rest, kind, ...ends) => {
    const sentence = said(own, rest);
    expect(kindOf(sentence)).toBe(kind);
    const { interval } = sentence.shown ?? {};
    if (ends.length > 0) expect(interval?.ends.map((end) => end.toFixed(interval.decimals))).toEqual(ends);
  });

  it('are forty at least, and every verdict is among them', () => {
    expect(borderline.length).toBeGreaterThanOrEqual(40);
    const kinds = new Set(borderline.map(([, , kind]) => kind));
    expect(kinds).toEqual(
      new Set(['claim', 'better', 'no_gap', 'not_yet few', 'not_yet few_rest', 'not_yet unclear']),
    );
  });

  it('says nothing of no tickets, and nothing for sure of a search that found more than is read', () => {
    expect(said([0, 0], [80, 100], { handled: 0 }).kind).toBe('nothing');
    const cut = said([32, 50], [360, 450], { isCut: true, basis: 'search' });
    expect(cut).toMatchObject({ kind: 'not_yet', lack: 'cut', needed: null, more: null });
  });

  it('never prints 80 % against 80 %, lower', () => {
    const { kind, shown } = said([19900, 25000], [201000, 250000]);
    expect(kind).toBe('claim');
    expect(shown).toMatchObject({ decimals: 1, rate: 79.6, rest: 80.4, points: 0.8, percent: 1 });
    const closer = said([1_999_000, 2_500_000], [2_001_000, 2_500_000]);
    expect(closer).toMatchObject({
      kind: 'claim',
      shown: { decimals: 2, rate: 79.96, rest: 80.04, points: 0.08 },
    });
  });

  it('never prints 100 % of some, nor 0 % of somebody', () => {
    expect(said([999, 1000], [9999, 10000]).shown).toMatchObject({ rate: 99.9, rest: 99.99 });
    expect(said([1, 1000], [0, 1000]).shown).toMatchObject({
      decimals: 1,
      rate: 0.1,
      rest: 0,
      percent: null,
    });
  });
});

/** Good of rated, up to a million. */
const rated = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 1_000_000 })),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([n, part]): [number, number] => [Math.round(n * part), n]);
/** Close to each other, where rounding bites. */
const close = fc
  .tuple(
    fc.integer({ min: 10, max: 200_000 }),
    fc.integer({ min: 10, max: 200_000 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: -0.02, max: 0.02, noNaN: true }),
  )
  .map(([n, m, rate, off]): [[number, number], [number, number]] => [
    [Math.round(n * rate), n],
    [Math.round(m * Math.min(1, Math.max(0, rate + off))), m],
  ]);
const pairs = fc.oneof(fc.tuple(rated, rated), close);
const runs = { numRuns: 2000 };

describe('whatever the ratings', () => {
  it('it claims exactly where both have ten and the interval worked out by hand leaves 0 out', () => {
    fc.assert(
      fc.property(pairs, ([own, rest]) => {
        const { kind } = said(own, rest);
        const [low, high] = newcombe(own, rest) ?? [-1, 1];
        const isEnough = Math.min(own[1], rest[1]) >= 10;
        expect(kind === 'claim').toBe(isEnough && high < 0);
        expect(kind === 'better').toBe(isEnough && low > 0);
      }),
      runs,
    );
  });

  it('whoever reads the printed numbers comes to the same decision', () => {
    fc.assert(
      fc.property(pairs, ([own, rest]) => {
        const { kind, shown } = said(own, rest);
        if (!shown || Math.min(own[1], rest[1]) < 10) return;
        const print = (value: number, decimals: number) => Number(value.toFixed(decimals));
        const [rate, other, points] = [shown.rate, shown.rest, shown.points].map((one) =>
          print(one, shown.decimals),
        );
        const [low = 0, high = 0] = shown.interval.ends.map((end) => print(end, shown.interval.decimals));
        expect((rate ?? 0) < (other ?? 0) && (points ?? 0) > 0 && high < 0).toBe(kind === 'claim');
        expect((rate ?? 0) > (other ?? 0) && (points ?? 0) > 0 && low > 0).toBe(kind === 'better');
        const isLower = own[0] * rest[1] < rest[0] * own[1];
        if ((rate ?? 0) !== (other ?? 0)) expect((rate ?? 0) < (other ?? 0)).toBe(isLower);
        if (kind === 'claim' && shown.percent !== null) expect(shown.percent).toBeGreaterThan(0);
      }),
      runs,
    );
  });

  it('every printed number is the exact one within its last decimal, and lies in the printed interval', () => {
    fc.assert(
      fc.property(pairs, ([own, rest]) => {
        const { shown } = said(own, rest);
        if (!shown) return;
        const [a, b] = [(100 * own[0]) / own[1], (100 * rest[0]) / rest[1]];
        const unit = 10 ** -shown.decimals;
        for (const [printed, exact] of [
          [shown.rate, a],
          [shown.rest, b],
          [shown.points, Math.abs(a - b)],
        ] as const)
          expect(Math.abs(printed - exact)).toBeLessThanOrEqual(unit / 2 + 1e-6);
        const signed = Math.sign(a - b) * shown.points;
        expect(shown.interval.ends[0]).toBeLessThanOrEqual(signed);
        expect(shown.interval.ends[1]).toBeGreaterThanOrEqual(signed);
        expect(shown.decimals).toBeLessThan(5);
      }),
      runs,
    );
  });
});

describe('how many more ratings it asks for', () => {
  it('is a number with which it would speak, also when one more than now turns out good, and half of it is not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 10, max: 5000 }),
        (n, part, m) => {
          const own: [number, number] = [Math.floor(n * part), n];
          const rest: [number, number] = [Math.round(m * 0.85), m];
          const needed = neededRatings(rateOf(...own), rateOf(...rest));
          if (needed === null) return;
          for (const then of [needed, needed + 1, needed + 7, needed * 3]) {
            const good = Math.ceil((then * own[0]) / own[1] - 1e-9) + 1;
            expect(said([good, then], rest).kind).toBe('claim');
          }
          const sentence = said(own, rest);
          if (sentence.kind === 'not_yet') expect(needed).toBeGreaterThan(n);
          expect(needed).toBeGreaterThanOrEqual(leastRated);
        },
      ),
      runs,
    );
  });

  it('is the first such number, rounded up', () => {
    const cases: [[number, number], [number, number]][] = [
      [
        [16, 25],
        [180, 225],
      ],
      [
        [72, 100],
        [800, 1000],
      ],
      [
        [3, 5],
        [80, 100],
      ],
      [
        [780, 1000],
        [8000, 10000],
      ],
    ];
    for (const [own, rest] of cases) {
      const speaks = (n: number) => {
        const good = Math.ceil((n * own[0]) / own[1] - 1e-9) + 1;
        const ends = newcombe([Math.min(good, n), n], rest);
        return n >= 10 && ends !== null && ends[1] < 0 && good / n < rest[0] / rest[1];
      };
      const top = 60_000;
      let first = top;
      while (first > 0 && speaks(first - 1)) first -= 1;
      const needed = neededRatings(rateOf(...own), rateOf(...rest)) ?? 0;
      expect(first).toBeLessThan(top);
      expect(needed).toBeGreaterThanOrEqual(first);
      expect(needed - first).toBeLessThan(Math.max(5, first / 10));
    }
  });

  it('is ten of none, and of those that are no lower than the rest so far', () => {
    expect(said([0, 0], [80, 100])).toMatchObject({ needed: 10, more: 10 });
    expect(said([7, 7], [80, 100])).toMatchObject({ lack: 'few', needed: 10, more: 3 });
  });

  it('is no number where the rest is too small for any, or is what is missing', () => {
    expect(said([7, 10], [9, 10])).toMatchObject({
      lack: 'unclear',
      needed: null,
      more: null,
      isWithin: false,
    });
    expect(said([32, 50], [7, 9])).toMatchObject({ lack: 'few_rest', needed: null });
  });
});
