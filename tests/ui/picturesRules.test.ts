/** Where things of a picture stand, and how they are written: reckoned by hand, told by table. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { themeOf } from '../../src/ui/colors.ts';
import { thinned } from '../../src/ui/pictures/axisRoom.ts';
import { compareLayout } from '../../src/ui/pictures/compareLayout.ts';
import { distributionLayout } from '../../src/ui/pictures/distributionLayout.ts';
import { colorsOf, toneCount } from '../../src/ui/pictures/palette.ts';
import { circleBox, placeLabels } from '../../src/ui/pictures/placeLabels.ts';
import type { QuadrantPoint } from '../../src/ui/pictures/QuadrantMap.tsx';
import { cornerOf, corners, mapStep, quadrantLayout } from '../../src/ui/pictures/quadrantLayout.ts';
import { fileName, fileTable } from '../../src/ui/pictures/saveCsv.ts';
import { ticksOf } from '../../src/ui/pictures/scales.ts';
import { cutText, textWidth } from '../../src/ui/pictures/textSize.ts';
import { stretchText, tickText } from '../../src/ui/pictures/timeText.ts';
import { trendLayout, trendStep } from '../../src/ui/pictures/trendLayout.ts';
import type { Valued } from '../../src/ui/pictures/values.ts';
import { pictureApp } from './pictures.ts';

const none: Valued = { value: null, n: 0, interval: null };
const share = (value: number, n = 50, half = 0.1): Valued => ({
  value,
  n,
  interval: [Math.max(0, value - half), Math.min(1, value + half)],
});
const day = 86_400_000;
const stretch = (index: number) => ({ from: index * day, to: (index + 1) * day });
const series = (...values: (Valued | null)[]) => [
  { name: 'CSAT', points: values.map((value, index) => ({ ...stretch(index), ...(value ?? none) })) },
];
const trend = (lines: ReturnType<typeof series>, marks: { at: number; label: string }[] = []) =>
  trendLayout({ unit: 'share', series: lines, marks }, 540, 40);

describe('a trend', () => {
  it('stands in the middle of its period, and between nothing and all', () => {
    // Two days over 540 - 14 - 40 = 486 pixels; 190 high, from 10 at the top to 200 at the foot.
    const { placed, height } = trend(series(share(0.25), share(1)));
    const [[first, second] = []] = placed;
    expect(first?.x).toBeCloseTo(40 + 486 / 4);
    expect(first?.y).toBeCloseTo(200 - 190 / 4);
    expect(first?.band?.map(Math.round)).toEqual([
      Math.round(200 - 190 * 0.15),
      Math.round(200 - 190 * 0.35),
    ]);
    expect([second?.x, second?.y]).toEqual([40 + (486 * 3) / 4, 10]);
    expect(height).toBe(230);
  });

  it('has a gap where there is nothing, and a point between gaps stands alone', () => {
    const [line = []] = trend(series(share(0.5), share(0.5), null, share(0.4), null)).placed;
    expect(line.map((spot) => spot?.isAlone ?? null)).toEqual([false, false, null, true, null]);
  });

  it.each([
    ['no series', []],
    ['a series without points', [{ name: 'CSAT', points: [] }]],
    ['only gaps', series(null, null)],
    ['one point', series(share(0.3))],
  ])('is reckoned in whole numbers with %s', (_name, lines) => {
    const { placed, height, ticks } = trend(lines);
    expect(height).toBe(230);
    expect(ticks).toEqual([0, 0.25, 0.5, 0.75, 1]);
    for (const spot of placed.flat()) if (spot) expect([spot.x, spot.y].every(Number.isFinite)).toBe(true);
  });

  it('keeps 60 points in their order inside the plot', () => {
    const { placed } = trend(series(...Array.from({ length: 60 }, (_, index) => share((index % 11) / 10))));
    const places = placed.flat().map((spot) => spot?.x ?? Number.NaN);
    expect(places).toHaveLength(60);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(places.every((x) => x > 40 && x < 526)).toBe(true);
  });

  it('labels events side by side, on another line, or not at all, and leaves out those of other times', () => {
    const at = (days: number, label: string) => ({ at: days * day, label });
    const events = [
      at(1, 'Fixed: login'),
      at(1.01, 'Fixed: export'),
      at(1.02, 'Rule: 3 is bad'),
      at(1.03, 'Fixed: mail'),
    ];
    const { markPlaces } = trend(series(...Array.from({ length: 6 }, () => share(0.5))), [
      ...events,
      at(-3, 'before all'),
      at(5, 'Fixed: chat'),
    ]);
    expect(markPlaces.map(({ label, line }) => [label, line])).toEqual([
      ['Fixed: login', 0],
      ['Fixed: export', 1],
      ['Rule: 3 is bad', 2],
      ['', 0],
      ['Fixed: chat', 0],
    ]);
  });

  it('is walked along a line over its gaps, and across to the nearest of the next', () => {
    const [first] = series(share(0.5), null, share(0.4), share(0.3));
    const [second] = series(null, null, share(0.9), null);
    const spots = trend([first, second].flatMap((line) => line ?? []))
      .placed.flat()
      .filter((spot) => spot !== null);
    const step = trendStep(spots);
    expect(spots.map(({ key }) => key)).toEqual(['0:0', '0:2', '0:3', '1:2']);
    expect([step(0, 'ArrowRight'), step(2, 'ArrowRight'), step(0, 'ArrowLeft')]).toEqual([1, null, null]);
    expect([step(0, 'ArrowDown'), step(3, 'ArrowUp'), step(3, 'ArrowDown')]).toEqual([3, 1, null]);
    expect(step(0, 'a')).toBeNull();
  });
});

describe('an axis', () => {
  const count = (value: number): Valued => ({ value, n: value, interval: null });
  it.each<[Parameters<typeof ticksOf>[0], Valued[], number[]]>([
    ['share', [share(0.62)], [0, 0.25, 0.5, 0.75, 1]],
    ['score', [count(4.2)], [1, 2, 3, 4, 5]],
    ['count', [count(3)], [0, 1, 2, 3]],
    ['count', [count(41)], [0, 10, 20, 30, 40, 50]],
    ['count', [none], [0, 1]],
    ['span', [count(5 * 3600)], [0, 3600, 7200, 10_800, 14_400, 18_000]],
    [
      'span',
      [{ value: 3600, n: 9, interval: [60, 26 * 3600] }],
      [0, 6, 12, 18, 24, 30].map((hours) => hours * 3600),
    ],
    ['span', [], [0, 3600]],
  ])('of a %s has round steps for %j', (unit, figures, ticks) => {
    expect(ticksOf(unit, figures)).toEqual(ticks);
  });

  it('has at most six values, and all figures between its ends', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('count' as const, 'span' as const),
        fc.integer({ min: 1, max: 1e9 }),
        (unit, top) => {
          const ticks = ticksOf(unit, [count(top)]);
          expect(ticks.length).toBeLessThanOrEqual(6);
          expect(ticks.at(-1)).toBeGreaterThanOrEqual(top);
        },
      ),
    );
  });

  it('writes as many texts as have room, the last one always', () => {
    const places = [0, 30, 60, 90, 120, 150];
    expect(
      thinned(
        places,
        places.map(() => 'Aug'),
      ),
    ).toEqual([1, 3, 5]);
    expect(
      thinned(
        places,
        places.map(() => 'September 2026'),
      ),
    ).toEqual([1, 5]);
    expect(thinned([], [])).toEqual([]);
  });
});

describe('a distribution', () => {
  it('has bars as long as their counts, none for none', () => {
    const steps = [40, 10, 0].map((count) => ({ label: '5', count }));
    const { rows, start } = distributionLayout(steps, ['', '', ''], 600);
    const room = 600 - start - 16;
    expect(rows.map(({ bar }) => Math.round(bar.width))).toEqual([Math.round(room), Math.round(room / 4), 0]);
    expect(rows.map(({ top }) => top)).toEqual([0, 34, 68]);
  });
});

describe('a comparison', () => {
  it('stands on one axis with its intervals, grey below ten answers, nowhere without any', () => {
    const rows = [
      { ...share(0.5), label: 'Before' },
      { ...share(0.75, 4), label: 'After' },
      { ...none, label: 'Later' },
    ];
    const { rows: placed, scale } = compareLayout('share', rows, ['', '', ''], 400);
    // Narrow: from 14 to 386.
    expect([scale(0), scale(1)]).toEqual([14, 386]);
    expect(placed[0]?.mark).toMatchObject({ x: 200, isFaint: false });
    expect(placed[0]?.mark?.ends?.map(Math.round)).toEqual([163, 237]);
    expect(placed[1]?.mark?.isFaint).toBe(true);
    expect(placed[2]?.mark).toBeNull();
  });
});

const topic = (csat: Valued, easy: Valued, volume = 30, name = 'login'): QuadrantPoint => ({
  name,
  csat,
  easy,
  volume,
});
const splits = { xSplit: 0.5, ySplit: 0.75, minimum: 10 };
const names = { nice_hard: 'A', nice_easy: 'B', poor_hard: 'C', poor_easy: 'D' };
const map = (points: QuadrantPoint[], width = 800) => quadrantLayout(points, splits, width, 40, names);

describe('the map', () => {
  it('puts a topic where its figures are, and hard at the left of easy', () => {
    const { placed, x, y } = map([topic(share(0.75), share(0.25), 30)]);
    const [spot] = placed;
    // 54 to 774 across; 449 high from 22, 28 of them kept free at both ends.
    expect(spot?.x).toBeCloseTo(54 + 720 / 4);
    expect(spot?.y).toBeCloseTo(50 + (449 - 56) / 4);
    expect([x(0), x(1)]).toEqual([54, 774]);
    expect(y(1)).toBe(50);
    expect(spot?.across?.map(Math.round)).toEqual([Math.round(x(0.15)), Math.round(x(0.35))]);
  });

  it.each([
    [0.9, 0.2, 'nice_hard'],
    [0.9, 0.8, 'nice_easy'],
    [0.2, 0.2, 'poor_hard'],
    [0.2, 0.8, 'poor_easy'],
    [0.75, 0.5, 'nice_easy'],
  ])('calls CSAT %d and easy %d %s', (csat, easy, corner) => {
    expect(cornerOf(topic(share(csat), share(easy)), splits)).toBe(corner);
  });

  it('leaves out who has no answers to one of the two, and makes area grow with volume', () => {
    const { placed } = map([
      topic(none, share(0.5)),
      topic(share(0.2), share(0.2), 100),
      topic(share(0.9), share(0.9), 25, 'chat'),
    ]);
    expect(placed.map(({ index }) => index).sort()).toEqual([1, 2]);
    const radius = (index: number) => placed.find((spot) => spot.index === index)?.r;
    expect(radius(1)).toBe(18);
    expect(radius(2)).toBe(4 + 14 / 2);
  });

  it('is hollow below the minimum of either', () => {
    const { placed } = map([topic(share(0.5, 9), share(0.5, 40)), topic(share(0.1, 40), share(0.1, 10))]);
    expect(placed.map(({ index, isFaint }) => [index, isFaint])).toEqual([
      [1, false],
      [0, true],
    ]);
  });

  it('has no label over another, over a point, or outside, with 40 topics on any width', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    const point = fc.tuple(unit, unit, fc.integer({ min: 0, max: 300 }), fc.string({ maxLength: 30 }));
    fc.assert(
      fc.property(fc.array(point, { maxLength: 40 }), fc.integer({ min: 240, max: 1180 }), (found, width) => {
        const { placed, top, foot, right } = map(
          found.map(([csat, easy, volume, name]) => topic(share(csat), share(easy), volume, name)),
          width,
        );
        const labels = placed.flatMap(({ label, index }) => (label ? [{ ...label.box, index }] : []));
        for (const box of labels) {
          expect(box.left >= 40 && box.right <= right && box.top >= top && box.bottom <= foot).toBe(true);
          const others = [
            ...labels.filter(({ index }) => index !== box.index),
            ...placed.filter(({ index }) => index !== box.index).map(circleBox),
          ];
          const isOver = others.some(
            (other) =>
              box.left < other.right &&
              other.left < box.right &&
              box.top < other.bottom &&
              other.top < box.bottom,
          );
          expect(isOver).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives a name to the first of two that stand in one place', () => {
    const spot = { x: 100, y: 100, r: 6 };
    const [first, second] = placeLabels(
      [
        { ...spot, text: 'one' },
        { ...spot, text: 'two' },
      ],
      { left: 0, right: 120, top: 80, bottom: 120 },
      [],
      12,
    );
    expect([first === null, second === null]).toEqual([false, false]);
    expect(first?.box).not.toEqual(second?.box);
    const tight = { left: 90, right: 110, top: 90, bottom: 110 };
    expect(placeLabels([{ ...spot, text: 'one' }], tight, [], 12)).toEqual([null]);
  });

  it('is walked by how easy and by CSAT', () => {
    const step = mapStep([
      { x: 50, y: 10 },
      { x: 10, y: 30 },
      { x: 90, y: 20 },
    ]);
    expect([step(1, 'ArrowRight'), step(0, 'ArrowRight'), step(2, 'ArrowRight')]).toEqual([0, 2, null]);
    expect([step(0, 'ArrowDown'), step(2, 'ArrowDown'), step(0, 'ArrowUp')]).toEqual([2, 1, null]);
  });

  it('is walked from end to end, and back, past every topic, also where several stand in one place', () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 9 }), y: fc.integer({ min: 0, max: 9 }) });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), (spots) => {
        const step = mapStep(spots);
        for (const [on, back] of [
          ['ArrowRight', 'ArrowLeft'],
          ['ArrowDown', 'ArrowUp'],
        ]) {
          const walk = (from: number, key = ''): number[] => {
            const to = step(from, key);
            return to === null ? [from] : [from, ...walk(to, key)];
          };
          const start = walk(0, back).at(-1) ?? 0;
          expect(new Set(walk(start, on)).size).toBe(spots.length);
        }
      }),
    );
  });

  it('names its corners in one order', () => {
    expect(map([]).corners.map(({ corner }) => corner)).toEqual([...corners]);
  });
});

describe('texts', () => {
  it('are cut to their room with a sign, whatever they are written in', () => {
    expect(cutText('login', 100, 12)).toBe('login');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 20, max: 300 }),
        (text, room) => {
          const cut = cutText(text, room, 12);
          expect(textWidth(cut, 12)).toBeLessThanOrEqual(room);
          expect(cut === text || cut.endsWith('…')).toBe(true);
        },
      ),
    );
  });

  it('say a stretch of time in the person’s zone', () => {
    const berlin = pictureApp({ timeZone: 'Europe/Berlin' });
    const at = (iso: string) => Date.parse(iso);
    // March in Berlin is an hour short.
    const march = { from: at('2026-02-28T23:00Z'), to: at('2026-03-31T22:00Z') };
    expect(stretchText(berlin, march)).toBe('March 2026');
    expect(tickText(berlin, march, false)).toBe('Mar');
    expect(tickText(berlin, march, true)).toBe('Mar 2026');
    const week = { from: at('2026-05-03T22:00Z'), to: at('2026-05-10T22:00Z') };
    expect(stretchText(berlin, week).replaceAll('\u2009', ' ')).toBe('May 4 – 10, 2026');
    expect(stretchText(berlin, { from: week.from, to: week.from + day })).toBe('May 4, 2026');
    expect(tickText(berlin, week, false)).toBe('May 4');
    const nowhere = pictureApp({ timeZone: 'Mars/Olympus' });
    expect(stretchText(nowhere, march)).toMatch(/2026/);
  });

  it('make a file’s name of a title', () => {
    expect(fileName('CSAT by month: “login/../page”')).toBe('csat-by-month-login-page');
    expect(fileName('顧客満足')).toBe('顧客満足');
    expect(fileName('../')).toBe('picture');
    expect(fileName('a'.repeat(300))).toHaveLength(60);
  });

  it('go into a file raw, without marks of direction', () => {
    const rows = [{ key: '1', cells: ['\u2068=1+1\u2069', { text: '64 %', raw: '0.64' }] }];
    expect(fileTable({ head: ['Name', 'Value'], rows })).toEqual({
      fields: ['Name', 'Value'],
      data: [['=1+1', '0.64']],
    });
  });
});

function luminance(hex: string): number {
  const short = hex.slice(1);
  const full = short.length === 3 ? [...short].map((digit) => digit + digit).join('') : short;
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const contrast = (a: string, b: string) => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (high + 0.05) / (low + 0.05);
};

describe.each(['light', 'dark'] as const)('colours of the %s scheme', (scheme) => {
  const colors = colorsOf(themeOf(scheme));
  const ofPaper = (name: string) => contrast(colors.get(name) ?? '', colors.get('--fl-bg') ?? '');
  it('are told from the paper: 4.5:1 for letters and series, 3:1 for what is hollow', () => {
    const tones = Array.from({ length: toneCount }, (_, index) => `--fl-tone${index + 1}`);
    for (const name of [...tones, '--fl-text', '--fl-quiet'])
      expect(ofPaper(name)).toBeGreaterThanOrEqual(4.5);
    expect(ofPaper('--fl-strong')).toBeGreaterThanOrEqual(3);
    expect(new Set(tones.map((name) => colors.get(name))).size).toBe(toneCount);
  });
});
