/** Figures in words: a value never without what it rests on. */
import { type Change, leastToJudge } from '../../care/insights/change.ts';
import type { Figure, Metric } from '../../care/metrics/metric.ts';
import type { Translate } from '../../i18n.ts';

const number = (locale: string, value: number, digits = 0) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);

const oneDigit = (locale: string, value: number) =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);

const percent = (locale: string, share: number) =>
  new Intl.NumberFormat(locale, { style: 'percent' }).format(share);

const hour = 3600;
const units = [
  { unit: 'day', size: 24 * hour, from: 72 * hour },
  { unit: 'hour', size: hour, from: hour },
  { unit: 'minute', size: 60, from: 0 },
] as const;

/** Hours the account is open make no days: those of `days_to_close_open` stay hours. */
const isOpenHours = (metric: Pick<Metric, 'id'> | undefined) => metric?.id.endsWith('_open') ?? false;

/** The unit a span is told in, by how long it is: minutes, from an hour on hours, from three days on days. */
const unitFor = (metric: Pick<Metric, 'id'> | undefined, seconds: number) =>
  units.find(({ unit, from }) => Math.abs(seconds) >= from && !(unit === 'day' && isOpenHours(metric))) ??
  units[2];

/** `of` decides the unit, where several stand together. */
function spanText(
  locale: string,
  metric: Pick<Metric, 'id'> | undefined,
  seconds: number,
  of = seconds,
): string {
  const { unit, size } = unitFor(metric, of);
  const value = seconds / size;
  const digits = Math.abs(value) < 10 && unit !== 'minute' ? 1 : 0;
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(locale, options).format(value);
}

export const isFew = ({ n }: Figure) => n < leastToJudge;

/** The value alone: `64 %`, `3.9 of 5`, `5.2 hr`, `1,204`; `—` for none. */
export function valueText(t: Translate, locale: string, metric: Metric, { value }: Figure): string {
  if (value === null) return '—';
  if (metric.kind === 'share') return percent(locale, value);
  if (metric.kind === 'score') return t('insights.score_value', { value: oneDigit(locale, value) });
  return metric.kind === 'span' ? spanText(locale, metric, value) : number(locale, value);
}

/** What it rests on: `32 of 50`, `n 40`, and of spans those still open. Empty for counts. */
export function sampleText(t: Translate, locale: string, metric: Metric, figure: Figure): string {
  if (metric.kind === 'count') return '';
  const open = figure.span?.open ? t('insights.still_open', { count: figure.span.open }) : null;
  const isNone = figure.value === null;
  const own =
    metric.kind === 'share' && !isNone
      ? t('insights.k_of_n', { k: number(locale, figure.k ?? 0), n: number(locale, figure.n) })
      : t(isNone ? 'insights.no_data' : 'insights.n', { n: number(locale, figure.n) });
  return [own, open].filter((text) => text !== null).join('; ');
}

/** Both ends in the unit of the value: `50-76 %`. `null` where there is none. */
function ends(
  locale: string,
  metric: Metric,
  { value, interval }: Figure,
): { low: string; high: string } | null {
  if (!interval || value === null) return null;
  const [low, high] = interval;
  if (metric.kind === 'share') return { low: number(locale, low * 100), high: percent(locale, high) };
  if (metric.kind === 'score')
    return { low: oneDigit(locale, Math.max(1, low)), high: oneDigit(locale, Math.min(5, high)) };
  const { size } = unitFor(metric, value);
  return { low: number(locale, low / size, 1), high: spanText(locale, metric, high, value) };
}

/** `95 % 50-76 %`; `null` where there is none. */
export function intervalText(t: Translate, locale: string, metric: Metric, figure: Figure): string | null {
  const both = ends(locale, metric, figure);
  return both && t('insights.interval', both);
}

/** The mean and the 90th percentile of a span. */
export function spreadText(
  t: Translate,
  locale: string,
  { value, span }: Figure,
  metric?: Pick<Metric, 'id'>,
): string[] {
  if (!span || value === null) return [];
  const { mean, p90 } = span;
  return [
    ...(mean === null ? [] : [t('insights.span_mean', { mean: spanText(locale, metric, mean, value) })]),
    ...(p90 === null ? [] : [t('insights.span_p90', { p90: spanText(locale, metric, p90, value) })]),
  ];
}

/** All of it in one line, for rows, files and people who listen: `64 % (32 of 50; 95 % 50-76 %)`. */
export function figureText(t: Translate, locale: string, metric: Metric, figure: Figure): string {
  if (metric.kind === 'count') return valueText(t, locale, metric, figure);
  const sample = sampleText(t, locale, metric, figure);
  if (figure.value === null) return sample;
  const few = isFew(figure) ? t('insights.few') : null;
  return `${headText(t, locale, metric, figure)}${few ? `, ${few}` : ''}`;
}

function headText(t: Translate, locale: string, metric: Metric, figure: Figure): string {
  const both = ends(locale, metric, figure);
  const n = number(locale, figure.n);
  const value = valueText(t, locale, metric, figure);
  if (metric.kind === 'share' && both)
    return t('insights.share', { percent: value, k: number(locale, figure.k ?? 0), n, ...both });
  if (metric.kind === 'score') {
    const mean = oneDigit(locale, figure.value ?? 0);
    return both
      ? t('insights.score', { value: mean, n, ...both })
      : t('insights.score_bare', { value: mean, n });
  }
  const interval = intervalText(t, locale, metric, figure);
  const sample = sampleText(t, locale, metric, figure);
  const more = [...spreadText(t, locale, figure, metric), sample, ...(interval ? [interval] : [])].join('; ');
  return t('insights.span', { median: value, more });
}

/** `+4 points (−2 to +10): no clear change`. */
export function changeText(t: Translate, locale: string, metric: Metric, change: Change): string {
  const said = changeValueText(t, locale, metric, change.value);
  if (change.verdict === 'untested') return said;
  const verdict = t(`insights.verdict_${change.verdict}`);
  if (!change.interval) return t('insights.change_bare', { change: said, verdict });
  const [low, high] = change.interval.map((end) => signed(locale, ...inUnit(metric, end, change.value)));
  return t('insights.change', { change: said, low: low ?? '', high: high ?? '', verdict });
}

/** `+4 points`, `−0.3`, `−2.1 hr`. */
function changeValueText(t: Translate, locale: string, metric: Metric, value: number): string {
  const [own, digits] = inUnit(metric, value, value);
  if (metric.kind === 'share')
    return t('insights.points', { count: Math.abs(Math.round(own)), change: signed(locale, own, 0) });
  if (metric.kind !== 'span') return signed(locale, own, digits);
  const { unit } = unitFor(metric, value);
  return signed(locale, own, digits, { style: 'unit', unit, unitDisplay: 'short' });
}

/** The number shown, and how many digits behind its point. */
function inUnit(metric: Metric, value: number, of: number): [number, number] {
  if (metric.kind === 'share') return [value * 100, 0];
  if (metric.kind === 'score') return [value, 1];
  return metric.kind === 'span' ? [value / unitFor(metric, of).size, 1] : [value, 0];
}

const signed = (locale: string, value: number, digits: number, options: Intl.NumberFormatOptions = {}) =>
  new Intl.NumberFormat(locale, {
    signDisplay: 'exceptZero',
    maximumFractionDigits: digits,
    ...options,
  }).format(value);
