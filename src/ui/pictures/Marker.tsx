/** The shape of a point: series are told apart by it where colours cannot be told apart. */

const shapes: ((r: number) => string)[] = [
  (r) => `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`,
  (r) => polygon([-1, -1], [1, -1], [1, 1], [-1, 1])(r * 0.9),
  (r) => polygon([0, -1.25], [1.15, 0.85], [-1.15, 0.85])(r),
  (r) => polygon([0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0])(r),
  (r) => polygon([0, 1.25], [1.15, -0.85], [-1.15, -0.85])(r),
];

export const diamond = 3;

const dashes = [null, '7 4', '2 4', '10 4 2 4', '5 3'];

/** Pattern of a series' line; `undefined` draws it through. */
export const dashOf = (index: number) => dashes[index % dashes.length] ?? undefined;

function polygon(...corners: [number, number][]) {
  return (r: number) => `M${corners.map(([x, y]) => `${round(x * r)},${round(y * r)}`).join('L')}Z`;
}

const round = (value: number) => Math.round(value * 100) / 100;

interface Props {
  shape: number;
  x: number;
  y: number;
  r: number;
  color: string;
  /** Too few answers: hollow and grey. */
  isFaint: boolean;
}

export function Marker({ shape, x, y, r, color, isFaint }: Props) {
  return (
    <path
      d={shapes[shape % shapes.length]?.(r)}
      transform={`translate(${round(x)},${round(y)})`}
      fill={isFaint ? 'var(--fl-bg)' : color}
      stroke={isFaint ? 'var(--fl-strong)' : 'var(--fl-bg)'}
      strokeWidth={isFaint ? 1.75 : 1.25}
    />
  );
}
