/** Issues, their months and their numbers in words. */
import type { App } from '../../app.ts';
import type { Period } from '../../care/insights/question.ts';
import type { StoredIssue } from '../../care/issues/issue.ts';
import { isolate } from '../formats.ts';

type Words = Pick<App, 't' | 'locale'>;

export const whole = ({ locale }: Words, value: number) => new Intl.NumberFormat(locale).format(value);

/** Of a share that was rounded already: `64` is `64 %`. */
export function percentText({ locale }: Words, percent: number, decimals = 0): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(locale, { style: 'percent', ...digits }).format(percent / 100);
}

export function numberText({ locale }: Words, value: number, decimals = 0): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

/** `+1.2`, `−3.4` from a share of -1 to 1. */
export function pointsText({ locale }: Words, share: number): string {
  const points = Math.round(share * 1000) / 10;
  return new Intl.NumberFormat(locale, {
    signDisplay: 'exceptZero',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
    .format(points)
    .replace('-', '−');
}

/** `October 2026`; `zone` is the one the period was made in. */
export function monthText({ locale }: Pick<Words, 'locale'>, { from }: Period, zone: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: zone }).format(from);
}

/** Of a day in nobody's zone, `2026-06-30`. */
export function dayText({ locale }: Pick<Words, 'locale'>, day: string): string {
  const at = Date.parse(`${day}T12:00:00Z`);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}

/** Whose it is; `null` while nobody is named. */
export function ownerText(
  { ownerId, ownerName }: Pick<StoredIssue, 'ownerId' | 'ownerName'>,
  names: Record<string, string>,
  { t }: Pick<App, 't'>,
): string | null {
  if (ownerId !== null) return isolate(names[ownerId] ?? (ownerName || t('people.someone')));
  return ownerName === '' ? null : isolate(ownerName);
}

/** Is its day over, in the zone of whoever looks, and it is not done? `now` in epoch milliseconds. */
export function isOverdue({ dueOn, status }: StoredIssue, now: number, zone: string): boolean {
  if (dueOn === null || status === 'fixed' || status === 'declined') return false;
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: zone }).format(now) > dueOn;
}
