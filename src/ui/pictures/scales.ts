/** From figures to places on an axis, and the round numbers written beside it. */
import { scaleLinear } from '@visx/scale';
import type { Unit, Valued } from './values.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const spanSteps = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 4, 6, 8, 12].map((count) => count * hour),
  ...[1, 2, 3, 5, 7, 14, 30, 60, 90, 180, 365].map((count) => count * day),
];

/** At most so many steps from one end of an axis to the other. */
const steps = 5;

/** A step that is round in its unit: 1, 2 or 5 of a power of ten; of time as clocks and calendars have it. */
function stepOf(unit: Unit, top: number): number {
  const least = top / steps;
  if (unit === 'span' || unit === 'hours')
    return spanSteps.find((step) => step >= least) ?? Math.ceil(least / day) * day;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= least) ?? 10) * power;
  return unit === 'count' ? Math.max(1, step) : step;
}

/** Values an axis names, first to last: all of its scale for shares and scores, from nothing upwards for the rest. */
export function ticksOf(unit: Unit, figures: readonly Valued[]): number[] {
  if (unit === 'share') return [0, 0.25, 0.5, 0.75, 1];
  if (unit === 'score') return [1, 2, 3, 4, 5];
  const ends = figures.flatMap(({ value, interval }) => [value ?? 0, interval?.[1] ?? 0]);
  const top = ends.reduce((most, end) => Math.max(most, Number.isFinite(end) ? end : 0), 0);
  if (top === 0) return unit === 'span' || unit === 'hours' ? [0, hour] : [0, 1];
  const step = stepOf(unit, top);
  return Array.from({ length: Math.ceil(top / step) + 1 }, (_, index) => index * step);
}

/** What lies outside of the axis, such as the end of a mean's interval, is drawn at its end. */
export const scaleOver = (ticks: readonly number[], range: [number, number]) =>
  scaleLinear<number>({ domain: [ticks[0] ?? 0, ticks.at(-1) ?? 1], range, clamp: true });
