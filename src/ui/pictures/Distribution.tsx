import { Bar, Line } from '@visx/shape';
import type { App } from '../../app.ts';
import { isolate } from '../formats.ts';
import { useApp } from '../useApp.ts';
import { letters } from './axisRoom.ts';
import { type DistributionRow, distributionLayout } from './distributionLayout.ts';
import { Picture } from './Picture.tsx';
import type { PictureTable } from './PictureTable.tsx';
import { toneOf } from './palette.ts';
import { valueText } from './values.ts';

export interface DistributionProps {
  title: string;
  sentence: string;
  /** In the order of the scale. `share` 0-1 of those on the scale. */
  steps: readonly { label: string; count: number; share: number | null }[];
  /** Feedbacks that have no place on the scale, such as a bad rating whose number is unknown. */
  without: readonly { label: string; count: number }[];
  /** Opens the tickets of a step, by its place in `steps`. */
  onOpen?: (index: number) => void;
}

/** How many chose each step of a scale. */
export function Distribution(props: DistributionProps) {
  const app = useApp();
  const { title, sentence, steps, onOpen } = props;
  const texts = steps.map((step) => stepText(app, step, props));
  return (
    <Picture
      title={title}
      sentence={sentence}
      table={tableOf(app, props)}
      notes={notesOf(app, props)}
      canOpen={onOpen !== undefined}
      saysAll
      draw={(width) => {
        const { rows, height, start } = distributionLayout(steps, texts, width);
        return {
          height,
          marks: (active) => <Bars rows={rows} start={start} height={height} active={active} />,
          spots: rows.map(({ top, tall }, index) => ({
            key: String(index),
            x: width / 2,
            y: top + tall / 2,
            width,
            height: tall,
            isRow: true,
            label: app.t('picture.named', {
              name: isolate(steps[index]?.label ?? ''),
              text: texts[index] ?? '',
            }),
            onOpen: onOpen && (() => onOpen(index)),
          })),
        };
      }}
    />
  );
}

const numberText = ({ locale }: App, count: number) => new Intl.NumberFormat(locale).format(count);

const totalOf = ({ steps }: Pick<DistributionProps, 'steps'>) =>
  steps.reduce((sum, { count }) => sum + count, 0);

/** `12 of 50 · 24 %`. */
function stepText(app: App, { count, share }: DistributionProps['steps'][number], props: DistributionProps) {
  const of = app.t('picture.of', { count: numberText(app, count), total: numberText(app, totalOf(props)) });
  return share === null ? of : `${of} · ${valueText(app, 'share', share)}`;
}

function tableOf(app: App, props: DistributionProps): PictureTable {
  const { t } = app;
  const { steps, without, onOpen } = props;
  const numberCell = (count: number) => ({ text: numberText(app, count), raw: String(count) });
  const none = { text: '–', raw: '' };
  return {
    head: [t('picture.step'), t('picture.count'), t('picture.n'), t('picture.share_head')],
    rows: [
      ...steps.map(({ label, count, share }, index) => ({
        key: `step:${index}`,
        cells: [
          label,
          numberCell(count),
          numberCell(totalOf(props)),
          share === null ? none : { text: valueText(app, 'share', share), raw: String(share) },
        ],
        ...(onOpen && count > 0 && { onOpen: () => onOpen(index) }),
      })),
      ...without.map(({ label, count }, index) => ({
        key: `without:${index}`,
        cells: [label, numberCell(count), none, none],
      })),
    ],
  };
}

function notesOf(app: App, { without }: DistributionProps): string[] {
  const list = without
    .filter(({ count }) => count > 0)
    .map(({ label, count }) =>
      app.t('picture.named', { name: isolate(label), text: numberText(app, count) }),
    );
  return list.length > 0 ? [app.t('picture.off_scale', { list: list.join('; ') })] : [];
}

interface BarsProps {
  rows: readonly DistributionRow[];
  start: number;
  height: number;
  active: string | null;
}

function Bars({ rows, start, height, active }: BarsProps) {
  return (
    <>
      {rows.map((row, index) => (
        <Step key={row.labelY} row={row} start={start} isActive={active === String(index)} />
      ))}
      <Line
        from={{ x: start, y: 0 }}
        to={{ x: start, y: height }}
        stroke="var(--fl-strong)"
        strokeWidth={1}
      />
    </>
  );
}

function Step({ row, start, isActive }: { row: DistributionRow; start: number; isActive: boolean }) {
  const { label, labelX, labelY, anchor, text, textX, bar } = row;
  return (
    <>
      <text x={labelX} y={labelY} fontSize={letters} textAnchor={anchor} fill="var(--fl-text)">
        {label}
      </text>
      <Bar
        x={start}
        y={bar.top}
        width={bar.width}
        height={bar.height}
        rx={2}
        fill={toneOf(0)}
        fillOpacity={isActive ? 1 : 0.85}
      />
      <text x={textX} y={bar.top + bar.height / 2 + 4} fontSize={letters} fill="var(--fl-text)">
        {text}
      </text>
    </>
  );
}
