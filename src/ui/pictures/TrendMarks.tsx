import { Area, Line, LinePath } from '@visx/shape';
import { useApp } from '../useApp.ts';
import { letters, thinned } from './axisRoom.ts';
import { PlaceAxis } from './BottomAxis.tsx';
import { LeftAxis } from './LeftAxis.tsx';
import { dashOf, Marker } from './Marker.tsx';
import { toneOf } from './palette.ts';
import { isFew } from './pointText.ts';
import { tickText, yearText } from './timeText.ts';
import type { LegendEntry, MarkPlace, Placed, trendLayout } from './trendLayout.ts';
import { axisTexts, type Unit } from './values.ts';

type Layout = ReturnType<typeof trendLayout>;

interface Props {
  layout: Layout;
  unit: Unit;
  left: number;
  width: number;
  active: string | null;
}

/** What a trend is drawn of, from the back to the front. */
export function TrendMarks({ layout, unit, left, width, active }: Props) {
  const app = useApp();
  const { y, ticks, foot, right, placed, legend, markPlaces, top, markTop, markLine } = layout;
  const lines = placed.map((spots, series) => ({ series, spots }));
  const shown = placed.flat().filter((spot): spot is Placed => spot !== null);
  const pointed = shown.find(({ key }) => key === active);
  return (
    <>
      {legend.map((entry) => (
        <Entry key={entry.series} entry={entry} />
      ))}
      <LeftAxis
        scale={y}
        ticks={ticks}
        left={left}
        width={right - left}
        texts={axisTexts(app, unit, ticks)}
      />
      <Time layout={layout} width={width} />
      {lines.map(({ series, spots }) => (
        <Band key={series} line={spots} series={series} hasEdge={lines.length === 1} />
      ))}
      {markPlaces.map((mark) => (
        <Event key={mark.place} mark={mark} top={top} foot={foot} y={markTop + mark.line * markLine} />
      ))}
      {pointed && (
        <Line
          from={{ x: pointed.x, y: top }}
          to={{ x: pointed.x, y: foot }}
          stroke="var(--fl-edge)"
          strokeWidth={1}
        />
      )}
      {lines.map(({ series, spots }) => (
        <Course key={series} line={spots} series={series} />
      ))}
      {shown.map((spot) => (
        <Marker
          key={spot.key}
          shape={spot.series}
          x={spot.x}
          y={spot.y}
          r={(shown.length > 80 ? 3 : 4.5) + (spot === pointed ? 2 : 0)}
          color={toneOf(spot.series)}
          isFaint={isFew(unit, spot.point)}
        />
      ))}
    </>
  );
}

/** As many labels as there is room for; the year where it is another than at the label before. */
function Time({ layout: { x, placed, foot }, width }: { layout: Layout; width: number }) {
  const app = useApp();
  const points = [
    ...new Map(placed.flat().flatMap((spot) => (spot ? [[spot.x, spot.point] as const] : []))),
  ].sort(([a], [b]) => a - b);
  const years = points.map(([, { from }]) => yearText(app, from));
  const hasYears = new Set(years).size > 1;
  const named = thinned(
    points.map(([place]) => place),
    points.map(([, point]) => tickText(app, point, hasYears)),
  );
  const texts = new Map(
    named.flatMap((index, order) => {
      const [place, point] = points[index] ?? [];
      if (place === undefined || !point) return [];
      const isNewYear = hasYears && years[index] !== years[named[order - 1] ?? -1];
      return [[place, tickText(app, point, isNewYear)]];
    }),
  );
  return <PlaceAxis x={x} texts={texts} top={foot} end={width} />;
}

const isThere = (spot: Placed | null) => spot !== null;
const xOf = (spot: Placed | null) => spot?.x ?? 0;

/** Its edge is drawn where no other band is crossed by it. */
function Band(props: { line: readonly (Placed | null)[]; series: number; hasEdge: boolean }) {
  const { line, series, hasEdge } = props;
  return (
    <>
      <Area
        data={[...line]}
        defined={(spot) => isThere(spot) && spot?.band !== null}
        x={xOf}
        y0={(spot) => spot?.band?.[0] ?? 0}
        y1={(spot) => spot?.band?.[1] ?? 0}
        fill={toneOf(series)}
        fillOpacity={0.14}
        stroke={hasEdge ? toneOf(series) : 'none'}
        strokeOpacity={0.75}
        strokeWidth={1}
      />
      {line.map((spot) =>
        spot?.band && spot.isAlone ? (
          <Whisker key={spot.key} x={spot.x} band={spot.band} color={toneOf(series)} />
        ) : null,
      )}
    </>
  );
}

function Whisker({
  x,
  band: [low, high],
  color,
}: {
  x: number;
  band: readonly [number, number];
  color: string;
}) {
  const path = `M${x - 4},${low}h8M${x - 4},${high}h8M${x},${low}V${high}`;
  return <path d={path} stroke={color} strokeWidth={1.5} fill="none" />;
}

function Course({ line, series }: { line: readonly (Placed | null)[]; series: number }) {
  return (
    <LinePath
      data={[...line]}
      defined={isThere}
      x={xOf}
      y={(spot) => spot?.y ?? 0}
      stroke={toneOf(series)}
      strokeWidth={2}
      strokeDasharray={dashOf(series)}
      strokeLinejoin="round"
      strokeLinecap="round"
      fill="none"
    />
  );
}

function Entry({ entry: { series, name, x, y } }: { entry: LegendEntry }) {
  const color = toneOf(series);
  return (
    <>
      <Line
        from={{ x, y: y + 8 }}
        to={{ x: x + 26, y: y + 8 }}
        stroke={color}
        strokeWidth={2}
        strokeDasharray={dashOf(series)}
      />
      <Marker shape={series} x={x + 13} y={y + 8} r={4.5} color={color} isFaint={false} />
      <text x={x + 34} y={y + 12} fontSize={letters} fill="var(--fl-text)">
        {name}
      </text>
    </>
  );
}

function Event(props: { mark: MarkPlace; top: number; foot: number; y: number }) {
  const { mark, top, foot, y } = props;
  const { x, label, anchor } = mark;
  return (
    <>
      <Line
        from={{ x, y: label === '' ? top - 4 : y }}
        to={{ x, y: foot }}
        stroke="var(--fl-quiet)"
        strokeWidth={1}
        strokeDasharray="3 3"
      />
      <text
        x={anchor === 'start' ? x + 5 : x - 5}
        y={y + 11}
        fontSize={letters}
        textAnchor={anchor}
        fill="var(--fl-text)"
      >
        {label}
      </text>
    </>
  );
}
