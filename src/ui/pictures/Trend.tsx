import type { App } from '../../app.ts';
import { leastToJudge } from '../../care/insights/change.ts';
import { isolate } from '../formats.ts';
import { useApp } from '../useApp.ts';
import { leftRoom } from './axisRoom.ts';
import { type Drawn, Picture } from './Picture.tsx';
import type { PictureRow, PictureTable } from './PictureTable.tsx';
import { figureCells, figureHeads, isFew, pointText } from './pointText.ts';
import { ticksOf } from './scales.ts';
import { TrendMarks } from './TrendMarks.tsx';
import { dayText, rawStretch, stretchText } from './timeText.ts';
import { type Placed, trendLayout, trendStep } from './trendLayout.ts';
import { axisTexts, type Unit, type Valued } from './values.ts';

/** `from` (inclusive) to `to` (exclusive) in epoch milliseconds. */
export interface TrendPoint extends Valued {
  from: number;
  to: number;
}

export interface TrendSeries {
  name: string;
  points: readonly TrendPoint[];
}

export interface TrendProps {
  title: string;
  /** What the picture says, in one sentence above it. */
  sentence: string;
  unit: Unit;
  series: readonly TrendSeries[];
  /** Events beside the line, such as an issue that was fixed: epoch milliseconds. */
  marks: readonly { at: number; label: string }[];
  /** Opens the tickets of one point. */
  onOpen?: (from: number, to: number, seriesIndex: number) => void;
}

/** A figure over time with its interval: gaps where there is nothing, hollow where there is too little. */
export function Trend(props: TrendProps) {
  const app = useApp();
  const { title, sentence, onOpen } = props;
  return (
    <Picture
      title={title}
      sentence={sentence}
      table={tableOf(app, props)}
      notes={notesOf(app, props)}
      canOpen={onOpen !== undefined}
      draw={(width) => drawTrend(app, props, width)}
    />
  );
}

function drawTrend(app: App, props: TrendProps, width: number): Drawn {
  const { unit, series, onOpen } = props;
  const all = series.flatMap(({ points }) => points);
  const left = leftRoom(axisTexts(app, unit, ticksOf(unit, all)));
  const layout = trendLayout(props, width, left);
  const shown = layout.placed.flat().filter((spot): spot is Placed => spot !== null);
  const gap = gapOf(layout.placed);
  const nameOf = ({ series: index, point }: Placed) =>
    series.length > 1
      ? `${isolate(series[index]?.name ?? '')} · ${stretchText(app, point)}`
      : stretchText(app, point);
  return {
    height: layout.height,
    marks: (active) => <TrendMarks layout={layout} unit={unit} left={left} width={width} active={active} />,
    step: trendStep(shown),
    spots: shown.map((spot) => ({
      key: spot.key,
      x: spot.x,
      y: spot.y,
      width: Math.min(32, Math.max(8, gap)),
      height: 32,
      label: app.t('picture.named', { name: nameOf(spot), text: pointText(app, unit, spot.point) }),
      onOpen: onOpen && (() => onOpen(spot.point.from, spot.point.to, spot.series)),
    })),
  };
}

/** Pixels between neighbours. */
function gapOf(placed: readonly (readonly (Placed | null)[])[]): number {
  const gaps = placed.flatMap((line) => {
    const places = line.flatMap((spot) => (spot ? [spot.x] : []));
    return places.slice(1).map((x, index) => x - (places[index] ?? 0));
  });
  return Math.min(32, ...gaps);
}

function tableOf(app: App, { series, unit, onOpen }: TrendProps): PictureTable {
  const { t } = app;
  const hasNames = series.length > 1;
  const rows = series.flatMap(({ name, points }, index) =>
    points.map(
      (point, place): PictureRow => ({
        key: `${index}:${place}`,
        cells: [
          ...(hasNames ? [name] : []),
          { text: stretchText(app, point), raw: rawStretch(point) },
          ...figureCells(app, unit, point),
        ],
        ...(onOpen && point.n > 0 && { onOpen: () => onOpen(point.from, point.to, index) }),
      }),
    ),
  );
  const heads = [...(hasNames ? [t('picture.series')] : []), t('picture.period'), ...figureHeads(app)];
  return { head: heads, rows, named: hasNames ? 2 : 1 };
}

function notesOf(app: App, { series, unit, marks }: TrendProps): string[] {
  const { t } = app;
  const points = series.flatMap((line) => line.points).filter(({ value }) => value !== null);
  const keys = [
    ...(points.some(({ interval }) => interval) ? [t('picture.band')] : []),
    ...(points.some((point) => isFew(unit, point)) ? [t('picture.hollow', { minimum: leastToJudge })] : []),
  ];
  const list = [...marks]
    .sort((a, b) => a.at - b.at)
    .map(({ at, label }) => t('picture.named', { name: dayText(app, at), text: isolate(label) }));
  return [
    ...(keys.length > 0 ? [keys.join(' ')] : []),
    ...(list.length > 0 ? [t('picture.marks', { list: list.join('; ') })] : []),
  ];
}
