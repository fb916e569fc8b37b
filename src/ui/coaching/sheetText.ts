/** Periods, points and days of sheets in words. */
import type { App } from '../../app.ts';
import type { Period } from '../../care/insights/question.ts';
import type { Difference } from '../../care/rate.ts';

/** `Aug 25 - Nov 22, 2026`: the first and the last whole day. */
export function daysText({ locale, user }: App, { from, to }: Period): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: user.timeZone });
  return format.formatRange(from, to - 1);
}

/** A day as it was typed, `YYYY-MM-DD`: it is of no zone. */
export const dayText = ({ locale }: App, day: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );

/** `YYYY-MM-DD` of an instant where somebody is. */
export const dayOf = ({ user }: App, at: number): string =>
  new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: user.timeZone }).format(at);

/** Percentage points, with their interval and whether they tell the two apart. */
export function differenceText({ t, locale }: App, { value, interval, isDistinct }: Difference): string {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const points = (share: number) => format.format(share * 100);
  const values = { points: points(value), low: points(interval[0]), high: points(interval[1]) };
  return t(isDistinct ? 'coaching.difference' : 'coaching.no_difference', values);
}

/** One digit after the point. */
export const numberText = ({ locale }: App, value: number): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
