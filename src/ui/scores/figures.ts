/** Figures of the scores screen in words: none travels without its n. */

import type { App } from '../../app.ts';
import type { CoverageFigures } from '../../care/coverage.ts';
import type { Mean, Rate } from '../../care/rate.ts';

/** `64 %`; below one answer a dash. */
export function percentText({ locale }: App, value: number): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value);
}

export const decimalText = ({ locale }: App, value: number) =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);

/** `64 % (32 of 50)`. */
export function rateText(app: App, { value, k, n }: Rate): string {
  if (value === null) return app.t('coverage.none');
  return app.t('coverage.rate', { percent: percentText(app, value), k, n });
}

/** `95 %: 50 % to 76 %`, `null` without data. */
export function intervalText(app: App, { interval }: Rate): string | null {
  if (!interval) return null;
  const [low, high] = interval.map((end) => percentText(app, end));
  return app.t('coverage.interval', { low: low ?? '', high: high ?? '' });
}

/** `4.2 of 5 (18 answers)`. */
export function meanText(app: App, { value, n }: Mean): string {
  if (value === null) return app.t('coverage.none');
  return app.t('coverage.mean', { value: decimalText(app, value), count: n });
}

export function meanIntervalText(app: App, { interval }: Mean): string | null {
  if (!interval) return null;
  const [low, high] = interval.map((end) => decimalText(app, Math.min(5, Math.max(1, end))));
  return app.t('coverage.interval', { low: low ?? '', high: high ?? '' });
}

/** `40 of 96, 42 %; 12 still open`. */
export function responseText(app: App, { responseRate, open }: CoverageFigures): string {
  const rate = rateText(app, responseRate);
  return open > 0 ? app.t('coverage.with_open', { rate, count: open }) : rate;
}

/** `November 2026`; months are UTC. */
export function monthText({ locale }: App, month: string): string {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}
