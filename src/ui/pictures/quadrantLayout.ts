/** Where everything of a CSAT × CES map stands: a pure reckoning, in pixels. */
import { scaleSqrt } from '@visx/scale';
import { letters } from './axisRoom.ts';
import { type Box, type LabelPlace, placeLabels } from './placeLabels.ts';
import type { QuadrantMapProps, QuadrantPoint } from './QuadrantMap.tsx';
import type { Step } from './Spots.tsx';
import { scaleOver, ticksOf } from './scales.ts';
import { cutText, textWidth } from './textSize.ts';

export const corners = ['nice_hard', 'nice_easy', 'poor_hard', 'poor_easy'] as const;
export type Corner = (typeof corners)[number];

/** Bold letters are wider. */
const bold = (size: number) => size * 1.06;
export const cornerLine = 15;

export interface PlacedTopic {
  /** Its place in the points that were given. */
  index: number;
  x: number;
  y: number;
  r: number;
  isFaint: boolean;
  corner: Corner;
  /** Ends of its intervals in pixels. */
  across: readonly [number, number] | null;
  up: readonly [number, number] | null;
  text: string;
  label: LabelPlace | null;
}

export interface CornerPlace extends Box {
  corner: Corner;
  /** One, or two where it is narrow; none where it would say nothing. */
  lines: string[];
  /** Of its letters. */
  size: number;
  textX: number;
  /** Of the first line. */
  textY: number;
  anchor: 'start' | 'end';
}

type Splits = Pick<QuadrantMapProps, 'xSplit' | 'ySplit' | 'minimum'>;

/** Which corner a topic lies in; `null` where one of the two has no answers. A value on the line is good. */
export function cornerOf({ csat, easy }: QuadrantPoint, { xSplit, ySplit }: Omit<Splits, 'minimum'>) {
  if (csat.value === null || easy.value === null) return null;
  const team = csat.value >= ySplit ? 'nice' : 'poor';
  return `${team}_${easy.value >= xSplit ? 'easy' : 'hard'}` as Corner;
}

export const isBelow = ({ csat, easy }: QuadrantPoint, minimum: number) =>
  csat.n < minimum || easy.n < minimum;

const head = 22;
/** Between the edge and nothing or all: room for the names of the corners, and for points that lie there. */
const aside = 14;
const bottom = 50;

export function quadrantLayout(
  points: readonly QuadrantPoint[],
  splits: Splits,
  width: number,
  left: number,
  names: Record<Corner, string>,
) {
  const right = width - 12;
  const isNarrow = width < 480;
  const above = isNarrow ? 42 : 28;
  const tall = Math.round(Math.min(480, Math.max(320, (right - left) * 0.6)));
  const [top, foot] = [head, head + tall];
  const ticks = ticksOf('share', []);
  const x = scaleOver(ticks, [left + aside, right - aside]);
  const y = scaleOver(ticks, [foot - above, top + above]);
  const most = points.reduce((sum, { volume }) => Math.max(sum, volume), 1);
  const size = scaleSqrt<number>({ domain: [0, most], range: [4, isNarrow ? 12 : 18] });
  const cornerPlaces = placeCorners(
    { left, right, top, foot, x: x(splits.xSplit), y: y(splits.ySplit) },
    names,
  );
  const topics = points.flatMap((point, index): Omit<PlacedTopic, 'label'>[] => {
    const corner = cornerOf(point, splits);
    const { csat, easy } = point;
    if (corner === null || csat.value === null || easy.value === null) return [];
    return [
      {
        index,
        corner,
        x: x(easy.value),
        y: y(csat.value),
        r: size(Math.max(0, point.volume)),
        isFaint: isBelow(point, splits.minimum),
        across: easy.interval && [x(easy.interval[0]), x(easy.interval[1])],
        up: csat.interval && [y(csat.interval[0]), y(csat.interval[1])],
        text: cutText(point.name, Math.min(150, width * 0.3), letters),
      },
    ];
  });
  topics.sort(byWeight);
  const taken = cornerPlaces.flatMap(({ lines, size: own, textX, textY, anchor }) =>
    lines.map((text, index) => {
      const wide = textWidth(text, bold(own));
      const begin = anchor === 'start' ? textX : textX - wide;
      const base = textY + index * cornerLine;
      return { left: begin, right: begin + wide, top: base - 11, bottom: base + 3 };
    }),
  );
  const labels = placeLabels(topics, { left, right, top, bottom: foot }, taken, letters);
  const placed = topics.map((topic, index): PlacedTopic => ({ ...topic, label: labels[index] ?? null }));
  return { x, y, ticks, top, foot, right, corners: cornerPlaces, placed, height: foot + bottom };
}

/** Who gets a name first: the corner this map is for, what can be gone by, what is many. */
const byWeight = (a: Omit<PlacedTopic, 'label'>, b: Omit<PlacedTopic, 'label'>) =>
  Number(a.isFaint) - Number(b.isFaint) ||
  Number(b.corner === 'nice_hard') - Number(a.corner === 'nice_hard') ||
  b.r - a.r ||
  a.index - b.index;

interface Plot {
  left: number;
  right: number;
  top: number;
  foot: number;
  x: number;
  y: number;
}

/** The four fields; the name of each stands at its outer edge, cut to the field, left out where it would say nothing. */
function placeCorners({ left, right, top, foot, x, y }: Plot, names: Record<Corner, string>): CornerPlace[] {
  return corners.map((corner) => {
    const isHard = corner.endsWith('hard');
    const isNice = corner.startsWith('nice');
    const box = {
      left: isHard ? left : x,
      right: isHard ? x : right,
      top: isNice ? top : y,
      bottom: isNice ? y : foot,
    };
    const room = box.right - box.left - 12;
    const isTooSmall = room < 40 || box.bottom - box.top < 24;
    const { lines, size } = isTooSmall ? { lines: [], size: letters } : linesOf(names[corner], room);
    return {
      ...box,
      corner,
      lines,
      size,
      textX: isHard ? box.left + 6 : box.right - 6,
      textY: isNice ? box.top + 17 : box.bottom - 9 - (lines.length - 1) * cornerLine,
      anchor: isHard ? 'start' : 'end',
    };
  });
}

/** Broken at its comma where it is too long for one line, and a little smaller where a half is too long as well. */
function linesOf(name: string, room: number): { lines: string[]; size: number } {
  if (textWidth(name, bold(letters)) <= room) return { lines: [name], size: letters };
  const [first = '', ...rest] = name.split(/(?<=,)\s*/);
  const parts = [first, rest.join(' ')].filter((line) => line !== '');
  const size = parts.every((part) => textWidth(part, bold(letters)) <= room) ? letters : letters - 1;
  return { lines: parts.map((line) => cutText(line, room, bold(size))), size };
}

/** Left and right by how easy it was, up and down by CSAT, each to the next topic there is. */
export const mapStep =
  (spots: readonly { x: number; y: number }[]): Step =>
  (from, key) => {
    const isAcross = key === 'ArrowLeft' || key === 'ArrowRight';
    if (!isAcross && key !== 'ArrowUp' && key !== 'ArrowDown') return null;
    const by = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
    const order = spots
      .map((spot, index) => ({ index, place: isAcross ? spot.x : spot.y }))
      .sort((a, b) => a.place - b.place || a.index - b.index)
      .map(({ index }) => index);
    return order[order.indexOf(from) + by] ?? null;
  };
