/** Where the bars of a distribution stand: a pure reckoning, in pixels. */
import { letters } from './axisRoom.ts';
import { cutText, textWidth } from './textSize.ts';

const narrow = 460;
const thick = 20;

export interface DistributionRow {
  top: number;
  tall: number;
  label: string;
  labelX: number;
  labelY: number;
  anchor: 'start' | 'end';
  text: string;
  textX: number;
  bar: { top: number; width: number; height: number };
}

/** `texts` stand behind the bars. On a narrow page the label goes above its bar. */
export function distributionLayout(
  steps: readonly { label: string; count: number }[],
  texts: readonly string[],
  width: number,
) {
  const isNarrow = width < narrow;
  const widest = Math.max(0, ...steps.map(({ label }) => textWidth(label, letters)));
  const start = isNarrow ? 1 : Math.ceil(Math.min(widest, width * 0.3)) + 12;
  const room = width - start - Math.max(0, ...texts.map((text) => textWidth(text, letters))) - 16;
  const most = Math.max(1, ...steps.map(({ count }) => count));
  const tall = isNarrow ? 44 : 34;
  const rows = steps.map(({ label, count }, index): DistributionRow => {
    const top = index * tall;
    const barTop = top + (isNarrow ? 18 : (tall - thick) / 2);
    const long = count === 0 ? 0 : Math.max(2, (count / most) * Math.max(24, room));
    return {
      top,
      tall,
      label: cutText(label, isNarrow ? width - 8 : start - 12, letters),
      labelX: isNarrow ? start + 6 : start - 10,
      labelY: isNarrow ? top + 13 : top + tall / 2 + 4,
      anchor: isNarrow ? 'start' : 'end',
      text: texts[index] ?? '',
      textX: start + long + 8,
      bar: { top: barTop, width: long, height: thick },
    };
  });
  return { rows, start, height: Math.max(tall, steps.length * tall) };
}
