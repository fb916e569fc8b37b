/** A schedule in words: hours by weekday, the days that are off. */
import type { App } from '../../app.ts';
import { isoDay } from '../../care/dueExamples.ts';
import { offsetAt, type Schedule } from '../../care/schedule.ts';
import { holidaysFrom, type OpenHours, openHours } from '../../care/scheduleCopy.ts';
import { isolate } from '../formats.ts';

type Words = Pick<App, 't' | 'locale'>;

const utc = { timeZone: 'UTC' } as const;
const dayMs = 86_400_000;
/** A Sunday. */
const sunday = Date.UTC(2026, 0, 4);

/** `Open: Mon–Thu 09:00–18:00, Fri 09:00–16:00, Europe/Berlin`. */
export function hoursText({ t, locale }: Words, schedule: Schedule): string {
  const found = openHours(schedule);
  const [first] = found;
  const isWhole = found.length === 1 && first?.weekdays.length === 7;
  if (isWhole && isRoundTheClock(first)) return t('setup.clock.always');
  const days = ({ weekdays }: OpenHours) =>
    weekdays.length === 7 ? t('setup.clock.every_day') : daysText(weekdays, locale);
  const hours = found.map((one) => `${days(one)} ${timesText(one, locale)}`).join(', ');
  return t('setup.clock.open', { hours, zone: schedule.timeZone });
}

const isRoundTheClock = ({ hours }: OpenHours) =>
  hours.length === 1 && hours.every(({ from, to }) => from === 0 && to === 1440);

function daysText(weekdays: readonly number[], locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', ...utc });
  const name = (weekday: number | undefined) => format.format(sunday + (weekday ?? 0) * dayMs);
  return weekdays.length === 1 ? name(weekdays[0]) : `${name(weekdays[0])}–${name(weekdays.at(-1))}`;
}

function timesText({ hours }: OpenHours, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { timeStyle: 'short', ...utc });
  const time = (minutes: number) => format.format(minutes * 60_000);
  return hours.map(({ from, to }) => `${time(from)}–${time(to)}`).join(', ');
}

const shown = 3;

/** The next of them, by their names. */
export function holidaysText({ t, locale }: Words, schedule: Schedule, now: number): string {
  const ahead = holidaysFrom(schedule, isoDay(now + offsetAt(now, schedule.timeZone)));
  if (ahead.length === 0) return t('setup.clock.no_holidays');
  const days = ahead
    .slice(0, shown)
    .map(({ name, from, to }) => `${isolate(name)} (${periodText(from, to, locale)})`)
    .join(', ');
  const count = ahead.length - shown;
  return count > 0 ? t('setup.clock.holidays_more', { days, count }) : t('setup.clock.holidays', { days });
}

/** Days are whole ones there: no zone moves them. */
function periodText(from: string, to: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...utc });
  return format.formatRange(Date.parse(from), Date.parse(to));
}

/** `Friday 17:40`; with the date where the weekday alone could be another week's. */
export function momentText(at: number, near: number, locale: string, timeZone: string): string {
  const isFar = Math.abs(at - near) >= 6 * dayMs;
  const date = isFar ? ({ day: 'numeric', month: 'short' } as const) : {};
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    ...date,
  }).format(at);
}
