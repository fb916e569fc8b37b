/** Letters of axes, and the room they take. */
import type { scaleLinear } from '@visx/scale';
import { textWidth } from './textSize.ts';

/** Size of all letters in a picture, in pixels. */
export const letters = 12;

export type Scale = ReturnType<typeof scaleLinear<number>>;

/** What a tick's text is drawn of. */
export interface TickProps {
  x: number;
  y: number;
  formattedValue: string | undefined;
}

/** Room a left axis takes. */
export const leftRoom = (texts: readonly string[]) =>
  Math.ceil(Math.max(...texts.map((text) => textWidth(text, letters)))) + 12;

/** Those whose texts have room beside each other: the last one always, then as many as fit before it. */
export function thinned(places: readonly number[], texts: readonly string[]): number[] {
  const widest = Math.max(0, ...texts.map((text) => textWidth(text, letters))) + 12;
  let next = Number.POSITIVE_INFINITY;
  const kept: number[] = [];
  for (const [index, place] of [...places.entries()].reverse()) {
    if (next - place < widest) continue;
    kept.unshift(index);
    next = place;
  }
  return kept;
}
