/** What pictures are drawn from: figures in their own unit, and how a person reads them. */
import type { App } from '../../app.ts';

/**
 * A share is 0-1, a score 1-5, a count a whole number, a span seconds. `hours` are seconds as well, of time that makes
 * no days: hours the account is open.
 */
export type Unit = 'share' | 'score' | 'count' | 'span' | 'hours';

/** Every `Figure` is one. The interval is 95 %, in the unit of the value; `null` where there is nothing to tell. */
export interface Valued {
  value: number | null;
  n: number;
  interval: readonly [number, number] | null;
}

type Speaker = Pick<App, 'locale'>;

const hour = 3600;
const day = 24 * hour;
const sizes = { minute: 60, hour, day };

function spanText({ locale }: Speaker, value: number, unit: keyof typeof sizes): string {
  const amount = value / sizes[unit];
  const digits = Math.abs(amount) < 10 && unit !== 'minute' ? 1 : 0;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  }).format(amount);
}

/** Minutes, from an hour on hours, from three days on days, as everywhere where spans are told. */
function spanUnit(unit: Unit, value: number): keyof typeof sizes {
  if (Math.abs(value) >= 3 * day && unit === 'span') return 'day';
  return Math.abs(value) >= hour ? 'hour' : 'minute';
}

/** `64 %`, `4.2`, `1,204`, `3.2 hr`. */
export function valueText(app: Speaker, unit: Unit, value: number): string {
  if (unit === 'span' || unit === 'hours') return spanText(app, value, spanUnit(unit, value));
  if (unit === 'share')
    return new Intl.NumberFormat(app.locale, { style: 'percent', maximumFractionDigits: 0 }).format(value);
  const digits = unit === 'score' ? 1 : 0;
  return new Intl.NumberFormat(app.locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** What stands at the values of an axis: all of them in one unit. */
export function axisTexts(app: Speaker, unit: Unit, ticks: readonly number[]): string[] {
  if (unit !== 'span' && unit !== 'hours') return ticks.map((tick) => valueText(app, unit, tick));
  const step = (ticks[1] ?? hour) - (ticks[0] ?? 0);
  const one = step >= day && unit === 'span' ? 'day' : step >= hour / 2 ? 'hour' : 'minute';
  return ticks.map((tick) => spanText(app, tick, one));
}
