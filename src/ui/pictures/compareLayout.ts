/** Where the rows of a comparison stand: a pure reckoning, in pixels. */
import { letters } from './axisRoom.ts';
import { isFew } from './pointText.ts';
import { scaleOver, ticksOf } from './scales.ts';
import { cutText, textWidth } from './textSize.ts';
import type { Unit, Valued } from './values.ts';

const narrow = 560;

export interface CompareRow {
  top: number;
  tall: number;
  label: string;
  labelX: number;
  labelY: number;
  labelAnchor: 'start' | 'end';
  text: string;
  textX: number;
  textY: number;
  /** `null` where there is no value. */
  mark: { x: number; y: number; ends: readonly [number, number] | null; isFaint: boolean } | null;
}

/** Label, axis and value beside each other; on a narrow page label and value stand above the axis. */
export function compareLayout(
  unit: Unit,
  rows: readonly (Valued & { label: string })[],
  texts: readonly string[],
  width: number,
) {
  const isNarrow = width < narrow;
  const widest = Math.max(0, ...rows.map(({ label }) => textWidth(label, letters)));
  const values = Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, letters) * 1.06)));
  const left = isNarrow ? 14 : Math.ceil(Math.min(widest, width * 0.28)) + 20;
  const right = isNarrow ? width - 14 : width - values - 20;
  const ticks = ticksOf(unit, rows);
  const scale = scaleOver(ticks, [left, right]);
  const tall = isNarrow ? 54 : 40;
  const placed = rows.map((row, index): CompareRow => {
    const top = index * tall;
    const y = isNarrow ? top + 36 : top + tall / 2;
    const wide = isNarrow ? width - values - 12 : left - 20;
    return {
      top,
      tall,
      label: cutText(row.label, wide, letters),
      labelX: isNarrow ? 0 : left - 16,
      labelY: isNarrow ? top + 16 : y + 4,
      labelAnchor: isNarrow ? 'start' : 'end',
      text: texts[index] ?? '',
      textX: width,
      textY: isNarrow ? top + 16 : y + 4,
      mark:
        row.value === null
          ? null
          : {
              x: scale(row.value),
              y,
              ends: row.interval && [scale(row.interval[0]), scale(row.interval[1])],
              isFaint: isFew(unit, row),
            },
    };
  });
  const foot = Math.max(tall, rows.length * tall);
  return { scale, ticks, rows: placed, foot, height: foot + 30 };
}
