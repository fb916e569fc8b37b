import { Line } from '@visx/shape';
import type { App } from '../../app.ts';
import { leastToJudge } from '../../care/insights/change.ts';
import { isolate } from '../formats.ts';
import { useApp } from '../useApp.ts';
import { letters } from './axisRoom.ts';
import { BottomAxis } from './BottomAxis.tsx';
import { type CompareRow, compareLayout } from './compareLayout.ts';
import { diamond, Marker } from './Marker.tsx';
import { Picture } from './Picture.tsx';
import type { PictureTable } from './PictureTable.tsx';
import { toneOf } from './palette.ts';
import { figureCells, figureHeads, isFew, pointText, shortText } from './pointText.ts';
import { axisTexts, type Unit, type Valued } from './values.ts';

export interface CompareProps {
  title: string;
  sentence: string;
  unit: Unit;
  /** Before and after, or an issue and the rest. */
  rows: readonly (Valued & { label: string })[];
  /** Opens the tickets of a row, by its place in `rows`. */
  onOpen?: (index: number) => void;
}

/** Values with their intervals on one axis, one below the other. */
export function Compare(props: CompareProps) {
  const app = useApp();
  const { t } = app;
  const { title, sentence, unit, rows, onOpen } = props;
  const texts = rows.map((row) => shortText(app, unit, row));
  const hasFew = rows.some((row) => row.value !== null && isFew(unit, row));
  const hasInterval = rows.some(({ value, interval }) => value !== null && interval !== null);
  const keys = [
    ...(hasInterval ? [t('picture.whiskers')] : []),
    ...(hasFew ? [t('picture.hollow', { minimum: leastToJudge })] : []),
  ];
  return (
    <Picture
      title={title}
      sentence={sentence}
      table={tableOf(app, props)}
      notes={keys.length > 0 ? [keys.join(' ')] : []}
      canOpen={onOpen !== undefined}
      draw={(width) => {
        const layout = compareLayout(unit, rows, texts, width);
        return {
          height: layout.height,
          marks: (active) => <Rows layout={layout} unit={unit} active={active} width={width} />,
          spots: layout.rows.map(({ top, tall }, index) => ({
            key: String(index),
            x: width / 2,
            y: top + tall / 2,
            width,
            height: tall,
            isRow: true,
            label: labelOf(app, unit, rows[index]),
            onOpen: onOpen && (() => onOpen(index)),
          })),
        };
      }}
    />
  );
}

const labelOf = (app: App, unit: Unit, row: CompareProps['rows'][number] | undefined) =>
  row ? app.t('picture.named', { name: isolate(row.label), text: pointText(app, unit, row) }) : '';

function tableOf(app: App, { rows, unit, onOpen }: CompareProps): PictureTable {
  return {
    head: [app.t('picture.name'), ...figureHeads(app)],
    rows: rows.map((row, index) => ({
      key: String(index),
      cells: [row.label, ...figureCells(app, unit, row)],
      ...(onOpen && row.n > 0 && { onOpen: () => onOpen(index) }),
    })),
  };
}

interface RowsProps {
  layout: ReturnType<typeof compareLayout>;
  unit: Unit;
  active: string | null;
  width: number;
}

function Rows({ layout, unit, active, width }: RowsProps) {
  const app = useApp();
  const { scale, ticks, rows, foot } = layout;
  return (
    <>
      {ticks.map((tick) => (
        <Line
          key={tick}
          from={{ x: scale(tick), y: 0 }}
          to={{ x: scale(tick), y: foot }}
          stroke="var(--fl-line)"
          strokeWidth={1}
        />
      ))}
      {rows.map((row, index) => (
        <Row key={row.labelY} row={row} index={index} isActive={active === String(index)} />
      ))}
      <BottomAxis scale={scale} ticks={ticks} top={foot} end={width} texts={axisTexts(app, unit, ticks)} />
    </>
  );
}

function Row({ row, index, isActive }: { row: CompareRow; index: number; isActive: boolean }) {
  const { label, labelX, labelAnchor, labelY, text, textX, textY, mark } = row;
  const color = mark?.isFaint ? 'var(--fl-strong)' : toneOf(index);
  return (
    <>
      <text x={labelX} y={labelY} fontSize={letters} textAnchor={labelAnchor} fill="var(--fl-text)">
        {label}
      </text>
      {mark?.ends && <Whisker ends={mark.ends} y={mark.y} color={color} isBold={isActive} />}
      {mark && (
        <Marker
          shape={index % 2 === 0 ? 0 : diamond}
          x={mark.x}
          y={mark.y}
          r={isActive ? 7.5 : 6}
          color={color}
          isFaint={mark.isFaint}
        />
      )}
      <text x={textX} y={textY} fontSize={letters} textAnchor="end" fontWeight="600" fill="var(--fl-text)">
        {text}
      </text>
    </>
  );
}

function Whisker(props: { ends: readonly [number, number]; y: number; color: string; isBold: boolean }) {
  const { ends, y, color, isBold } = props;
  const [low, high] = ends;
  const path = `M${low},${y - 5}v10M${high},${y - 5}v10M${low},${y}H${high}`;
  return <path d={path} stroke={color} strokeWidth={isBold ? 3 : 2} fill="none" />;
}
