/** What stands below a picture. */
import { Axis, Orientation } from '@visx/axis';
import { letters, type Scale, type TickProps } from './axisRoom.ts';
import { textWidth } from './textSize.ts';

interface BelowProps {
  top: number;
  /** As far right as letters may reach. */
  end: number;
}

/** Values below. */
export function BottomAxis(
  props: BelowProps & { scale: Scale; ticks: readonly number[]; texts: readonly string[] },
) {
  const { scale, ticks, texts, ...place } = props;
  return (
    <PlaceAxis
      x={scale}
      texts={new Map(ticks.map((tick, index) => [scale(tick), texts[index] ?? '']))}
      {...place}
    />
  );
}

/** Texts below, by their place in pixels. */
export function PlaceAxis(props: BelowProps & { x: Scale; texts: ReadonlyMap<number, string> }) {
  const { x: scale, texts, top, end } = props;
  const entries = [...texts];
  return (
    <Axis
      orientation={Orientation.bottom}
      scale={scale}
      top={top}
      tickValues={entries.map(([place]) => scale.invert(place))}
      tickFormat={(_, index) => entries[index]?.[1]}
      tickLength={4}
      hideAxisLine
      tickStroke="var(--fl-strong)"
      tickComponent={({ x, formattedValue = '' }: TickProps) => {
        const half = textWidth(formattedValue, letters) / 2;
        return (
          <text
            x={Math.max(half, Math.min(x, end - half))}
            y={20}
            fontSize={letters}
            textAnchor="middle"
            fill="var(--fl-quiet)"
          >
            {formattedValue}
          </text>
        );
      }}
    />
  );
}
