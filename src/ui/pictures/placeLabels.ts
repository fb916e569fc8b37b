/** Names beside points so that none lies over another: whoever comes first chooses, who finds no room has none. */
import { textWidth } from './textSize.ts';

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Labelled {
  x: number;
  y: number;
  r: number;
  text: string;
}

export interface LabelPlace {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  box: Box;
}

const gap = 4;

const touches = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const lies = (inner: Box, outer: Box) =>
  inner.left >= outer.left &&
  inner.right <= outer.right &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom;

export const circleBox = ({ x, y, r }: Omit<Labelled, 'text'>): Box => ({
  left: x - r,
  right: x + r,
  top: y - r,
  bottom: y + r,
});

/** Aslant first, beside the lines that go out from a point; then right, left, above, below. `size` of the letters. */
function choices({ x, y, r, text }: Labelled, size: number): LabelPlace[] {
  const width = textWidth(text, size);
  const at = (anchor: LabelPlace['anchor'], placeX: number, placeY: number): LabelPlace => {
    const left = anchor === 'start' ? placeX : anchor === 'end' ? placeX - width : placeX - width / 2;
    const box = { left, right: left + width, top: placeY - size + 1, bottom: placeY + 3 };
    return { x: placeX, y: placeY, anchor, box };
  };
  const slant = r * 0.72 + 2;
  const drop = slant + size - 2;
  return [
    at('start', x + slant, y - slant),
    at('start', x + slant, y + drop),
    at('end', x - slant, y - slant),
    at('end', x - slant, y + drop),
    at('start', x + r + gap, y + size * 0.35),
    at('end', x - r - gap, y + size * 0.35),
    at('middle', x, y - r - gap),
    at('middle', x, y + r + size),
  ];
}

/** In the order of `points`; `null` where there is no room. `taken` is what no label may lie over. */
export function placeLabels(
  points: readonly Labelled[],
  within: Box,
  taken: readonly Box[],
  size: number,
): (LabelPlace | null)[] {
  const circles = points.map(circleBox);
  const boxes: Box[] = [...taken];
  return points.map((point, index) => {
    const isFree = ({ box }: LabelPlace) =>
      lies(box, within) &&
      !boxes.some((other) => touches(box, other)) &&
      !circles.some((circle, other) => other !== index && touches(box, circle));
    const place = choices(point, size).find(isFree) ?? null;
    if (place) boxes.push(place.box);
    return place;
  });
}
