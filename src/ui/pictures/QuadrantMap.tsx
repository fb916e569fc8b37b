import type { App } from '../../app.ts';
import { isolate } from '../formats.ts';
import { useApp } from '../useApp.ts';
import { leftRoom } from './axisRoom.ts';
import { type Drawn, Picture } from './Picture.tsx';
import type { PictureTable } from './PictureTable.tsx';
import { figureCells, isFew, shortText } from './pointText.ts';
import { QuadrantMarks } from './QuadrantMarks.tsx';
import { type Corner, cornerOf, isBelow, mapStep, quadrantLayout } from './quadrantLayout.ts';
import { ticksOf } from './scales.ts';
import { axisTexts, type Valued } from './values.ts';

export interface QuadrantPoint {
  /** Often typed by a person: text only. */
  name: string;
  /** Share of the satisfied, 0-1. */
  csat: Valued;
  /** Share of those for whom it was easy, 0-1. */
  easy: Valued;
  /** Feedbacks in all; sets the size. */
  volume: number;
}

export interface QuadrantMapProps {
  title: string;
  sentence: string;
  points: readonly QuadrantPoint[];
  /** Where easy ends and hard begins, as a share 0-1 of `easy`. */
  xSplit: number;
  /** Where satisfied ends, as a share 0-1 of `csat`. */
  ySplit: number;
  /** Below so many answers (of either) a point is grey and hollow. */
  minimum: number;
  onOpen?: (index: number) => void;
}

/** CSAT against ease by topic: finds the nice team with the hard process. */
export function QuadrantMap(props: QuadrantMapProps) {
  const app = useApp();
  const { title, sentence, onOpen } = props;
  return (
    <Picture
      title={title}
      sentence={sentence}
      table={tableOf(app, props)}
      notes={notesOf(app, props)}
      canOpen={onOpen !== undefined}
      draw={(width) => drawMap(app, props, width)}
    />
  );
}

const namesOf = ({ t }: App): Record<Corner, string> => ({
  nice_hard: t('picture.nice_hard'),
  nice_easy: t('picture.nice_easy'),
  poor_hard: t('picture.poor_hard'),
  poor_easy: t('picture.poor_easy'),
});

function drawMap(app: App, props: QuadrantMapProps, width: number): Drawn {
  const { points, onOpen } = props;
  const left = leftRoom(axisTexts(app, 'share', ticksOf('share', [])));
  const layout = quadrantLayout(points, props, width, left, namesOf(app));
  // Big ones lie at the bottom: whoever is small can still be reached.
  const topics = [...layout.placed].sort((a, b) => b.r - a.r || a.index - b.index);
  return {
    height: layout.height,
    marks: (active) => <QuadrantMarks layout={layout} left={left} width={width} active={active} />,
    step: mapStep(topics),
    spots: topics.map(({ index, x, y, r }) => ({
      key: String(index),
      x,
      y,
      width: Math.max(24, 2 * r),
      height: Math.max(24, 2 * r),
      label: labelOf(app, props, points[index]),
      onOpen: onOpen && (() => onOpen(index)),
    })),
  };
}

function labelOf(app: App, { minimum }: QuadrantMapProps, point: QuadrantPoint | undefined): string {
  const { t, locale } = app;
  if (!point) return '';
  const text = t('picture.on_map', {
    csat: shortText(app, 'share', point.csat),
    easy: shortText(app, 'share', point.easy),
  });
  const count = new Intl.NumberFormat(locale).format(point.volume);
  const whole = t('picture.volume_of', { text, count });
  const few = isFew('share', point.csat, minimum) || isFew('share', point.easy, minimum);
  return t('picture.named', {
    name: isolate(point.name),
    text: few ? `${whole} · ${t('picture.few', { minimum })}` : whole,
  });
}

function tableOf(app: App, props: QuadrantMapProps): PictureTable {
  const { t, locale } = app;
  const names = namesOf(app);
  const heads = (name: string) => [
    name,
    t('picture.head_n', { name }),
    t('picture.head_low', { name }),
    t('picture.head_high', { name }),
  ];
  return {
    head: [
      t('picture.name'),
      t('picture.corner'),
      t('picture.volume'),
      ...heads(t('picture.csat')),
      ...heads(t('picture.easy')),
    ],
    rows: props.points.map((point, index) => {
      const corner = cornerOf(point, props);
      return {
        key: String(index),
        cells: [
          point.name,
          corner === null ? { text: '–', raw: '' } : names[corner],
          { text: new Intl.NumberFormat(locale).format(point.volume), raw: String(point.volume) },
          ...figureCells(app, 'share', point.csat),
          ...figureCells(app, 'share', point.easy),
        ],
        ...(props.onOpen && { onOpen: () => props.onOpen?.(index) }),
      };
    }),
  };
}

function notesOf(app: App, props: QuadrantMapProps): string[] {
  const { t } = app;
  const { points, minimum } = props;
  const placed = points.filter((point) => cornerOf(point, props) !== null);
  const found = placed.filter((point) => cornerOf(point, props) === 'nice_hard' && !isBelow(point, minimum));
  const keys = [
    ...(placed.some(({ csat, easy }) => csat.interval || easy.interval) ? [t('picture.whiskers')] : []),
    ...(placed.some((point) => isBelow(point, minimum)) ? [t('picture.hollow', { minimum })] : []),
  ];
  const off = points.length - placed.length;
  return [
    ...(found.length > 0
      ? [t('picture.in_corner', { list: found.map(({ name }) => isolate(name)).join('; ') })]
      : []),
    ...(keys.length > 0 ? [keys.join(' ')] : []),
    ...(off > 0 ? [t('picture.off_map', { count: off })] : []),
  ];
}
