/** A figure of a picture in words: never without its n, and with its interval where it has one. */
import type { App } from '../../app.ts';
import { leastToJudge } from '../../care/insights/change.ts';
import type { Cell } from './PictureTable.tsx';
import { type Unit, type Valued, valueText } from './values.ts';

type Speaker = Pick<App, 't' | 'locale'>;

const countText = ({ locale }: Speaker, count: number) => new Intl.NumberFormat(locale).format(count);

/** Too few to go by; a count is what it is. */
export const isFew = (unit: Unit, { n }: Valued, minimum = leastToJudge) => unit !== 'count' && n < minimum;

/** `64 % (32 of 50)`, `4.2 (n = 50)`, `12`. */
export function shortText(app: Speaker, unit: Unit, { value, n }: Valued): string {
  if (value === null) return app.t('picture.nothing');
  const text = valueText(app, unit, value);
  if (unit === 'count') return text;
  if (unit !== 'share') return app.t('picture.with_n', { value: text, n: countText(app, n) });
  return app.t('picture.share', {
    value: text,
    k: countText(app, Math.round(value * n)),
    n: countText(app, n),
  });
}

/** The same with its interval, and with a word where it rests on too few. */
export function pointText(app: Speaker, unit: Unit, figure: Valued, minimum = leastToJudge): string {
  const { value, interval } = figure;
  const parts = [shortText(app, unit, figure)];
  if (value !== null && interval) {
    const [low, high] = interval.map((end) => valueText(app, unit, end));
    parts.push(app.t('picture.interval', { low: low ?? '', high: high ?? '' }));
  }
  if (value !== null && isFew(unit, figure, minimum)) parts.push(app.t('picture.few', { minimum }));
  return parts.join(' · ');
}

/** Value, n and both ends of the interval, as a table and a file have them. */
export function figureCells(app: Speaker, unit: Unit, { value, n, interval }: Valued): Cell[] {
  const cell = (number: number | null | undefined): Cell =>
    number === null || number === undefined
      ? { text: '–', raw: '' }
      : { text: valueText(app, unit, number), raw: String(Number(number.toFixed(6))) };
  return [
    cell(value),
    { text: countText(app, n), raw: String(n) },
    cell(value === null ? null : interval?.[0]),
    cell(value === null ? null : interval?.[1]),
  ];
}

/** Heads of those four. */
export const figureHeads = ({ t }: Speaker) => [
  t('picture.value'),
  t('picture.n'),
  t('picture.low'),
  t('picture.high'),
];
