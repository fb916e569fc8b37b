import { Axis, Orientation } from '@visx/axis';
import { Line } from '@visx/shape';
import { letters, type Scale, type TickProps } from './axisRoom.ts';

/** Values at the left, each with a line across; `width` of the plot. */
export function LeftAxis(props: {
  scale: Scale;
  ticks: readonly number[];
  left: number;
  width: number;
  /** What stands at the ticks. */
  texts: readonly string[];
  /** Do marks stand on the first line? It is stronger then. */
  hasFloor?: boolean;
}) {
  const { scale, ticks, left, width, texts, hasFloor = true } = props;
  return (
    <>
      {ticks.map((tick, index) => (
        <Line
          key={tick}
          from={{ x: left, y: scale(tick) }}
          to={{ x: left + width, y: scale(tick) }}
          stroke={index === 0 && hasFloor ? 'var(--fl-strong)' : 'var(--fl-line)'}
          strokeWidth={1}
        />
      ))}
      <Axis
        orientation={Orientation.left}
        scale={scale}
        left={left}
        tickValues={[...ticks]}
        tickFormat={(_, index) => texts[index]}
        tickLength={0}
        hideAxisLine
        hideTicks
        tickComponent={({ x, y, formattedValue }: TickProps) => (
          <text x={x - 8} y={y + 4} fontSize={letters} textAnchor="end" fill="var(--fl-quiet)">
            {formattedValue}
          </text>
        )}
      />
    </>
  );
}
