/** Where everything of a trend stands: a pure reckoning from its props and a width, in pixels. */
import { scaleLinear } from '@visx/scale';
import { letters } from './axisRoom.ts';
import type { Step } from './Spots.tsx';
import { scaleOver, ticksOf } from './scales.ts';
import type { TrendPoint, TrendProps } from './Trend.tsx';
import { cutText, textWidth } from './textSize.ts';

export const legendLine = 22;
const markLine = 18;
/** Labels of events stand in so many lines at most; who finds no room keeps the line and its place in the words. */
const markLines = 3;
const plotHeight = 190;
const bottom = 30;
const sample = 34;

export interface Placed {
  key: string;
  series: number;
  point: TrendPoint;
  value: number;
  x: number;
  y: number;
  /** Ends of its interval, low first: pixels. */
  band: readonly [number, number] | null;
  /** Stands alone: no line leads to it, so its interval is drawn as a whisker. */
  isAlone: boolean;
}

export interface LegendEntry {
  series: number;
  name: string;
  x: number;
  y: number;
}

export interface MarkPlace {
  /** Among the marks, in the order of time: several may have one name and instant. */
  place: number;
  x: number;
  /** What there is room for; empty where there is none. */
  label: string;
  line: number;
  anchor: 'start' | 'end';
}

const middle = ({ from, to }: TrendPoint) => (from + to) / 2;

export function trendLayout(
  { unit, series, marks }: Pick<TrendProps, 'unit' | 'series' | 'marks'>,
  width: number,
  left: number,
) {
  const all = series.flatMap(({ points }) => points);
  const from = all.reduce((least, point) => Math.min(least, point.from), Number.POSITIVE_INFINITY);
  const to = all.reduce((most, point) => Math.max(most, point.to), Number.NEGATIVE_INFINITY);
  const right = width - 14;
  const legend =
    series.length > 1
      ? legendOf(
          series.map(({ name }) => name),
          width,
        )
      : [];
  const x = scaleLinear<number>({ domain: all.length > 0 ? [from, to] : [0, 1], range: [left, right] });
  const legendHeight = legend.length > 0 ? (legend.at(-1)?.y ?? 0) + legendLine : 0;
  const inside = marks.filter(({ at }) => at >= from && at <= to).sort((a, b) => a.at - b.at);
  const markPlaces = placeMarks(
    inside.map(({ at, label }) => ({ x: x(at), label })),
    left,
    width,
  );
  const markHeight =
    markPlaces.length > 0 ? (Math.max(...markPlaces.map(({ line }) => line)) + 1) * markLine : 0;
  const top = 10 + legendHeight + markHeight;
  const foot = top + plotHeight;
  const ticks = ticksOf(unit, all);
  const y = scaleOver(ticks, [foot, top]);
  const placed = series.map(({ points }, index) => placePoints(points, index, x, y));
  const markTop = 10 + legendHeight;
  return {
    x,
    y,
    ticks,
    legend,
    top,
    foot,
    right,
    placed,
    markPlaces,
    markTop,
    markLine,
    height: foot + bottom,
  };
}

/** A line of points; the places of those that have nothing to tell stay `null`, so that the line breaks there. */
function placePoints(
  points: readonly TrendPoint[],
  series: number,
  x: (at: number) => number,
  y: (value: number) => number,
): (Placed | null)[] {
  const sorted = [...points].sort((a, b) => a.from - b.from);
  return sorted.map((point, index) => {
    const { value, interval } = point;
    if (value === null || !Number.isFinite(value)) return null;
    const isEmpty = (other: TrendPoint | undefined) => (other?.value ?? null) === null;
    return {
      key: `${series}:${index}`,
      series,
      point,
      value,
      x: x(middle(point)),
      y: y(value),
      band: interval && [y(interval[0]), y(interval[1])],
      isAlone: isEmpty(sorted[index - 1]) && isEmpty(sorted[index + 1]),
    };
  });
}

function legendOf(names: readonly string[], width: number): LegendEntry[] {
  let [x, y] = [0, 0];
  return names.map((full, series) => {
    const name = cutText(full, Math.min(width, 320) - sample, letters);
    const size = sample + textWidth(name, letters) + 18;
    if (x > 0 && x + size > width) [x, y] = [0, y + legendLine];
    const entry = { series, name, x, y };
    x += size;
    return entry;
  });
}

/** Greedy, first come first placed: the first line in which a label touches none before it. */
function placeMarks(
  marks: readonly { x: number; label: string }[],
  left: number,
  width: number,
): MarkPlace[] {
  const taken: number[] = [];
  return marks.map(({ x, label: full }, place) => {
    const label = cutText(full, Math.min(240, width * 0.45), letters);
    const size = textWidth(label, letters) + 8;
    const anchor = x + size > width && x - size >= left - 8 ? 'end' : 'start';
    const begin = anchor === 'start' ? x : x - size;
    const line = Array.from({ length: markLines }, (_, index) => index).find(
      (index) => (taken[index] ?? Number.NEGATIVE_INFINITY) <= begin,
    );
    if (line === undefined) return { place, x, label: '', line: 0, anchor };
    taken[line] = begin + size;
    return { place, x, label, line, anchor };
  });
}

/** Left and right along a line, up and down to the nearest point of the next one. */
export const trendStep =
  (spots: readonly Placed[]): Step =>
  (from, key) => {
    const here = spots[from];
    if (!here) return null;
    const along = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (along !== 0) return spots[from + along]?.series === here.series ? from + along : null;
    const across = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    const lines = [...new Set(spots.map(({ series }) => series))];
    const next = across === 0 ? undefined : lines[lines.indexOf(here.series) + across];
    if (next === undefined) return null;
    const near = spots
      .filter(({ series }) => series === next)
      .reduce((best, spot) => (Math.abs(spot.x - here.x) < Math.abs(best.x - here.x) ? spot : best));
    return spots.indexOf(near);
  };
