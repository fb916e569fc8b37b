/** Instants and spans in the person's language and zone. Instants are epoch milliseconds. */

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** Text of others inside a line of our own: its direction, and its tricks with it, end where it ends. */
export const isolate = (text: string) => `\u2068${text}\u2069`;

/** `2 hours ago`, `in 3 days`; below a minute `now`. */
export function relative(at: number, now: number, locale: string): string {
  const difference = at - now;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, size] = units.find(([, length]) => Math.abs(difference) >= length) ?? ['second', Infinity];
  return format.format(unit === 'second' ? 0 : Math.trunc(difference / size), unit);
}

/** Day and time. */
export function absolute(at: number, locale: string, timeZone: string | undefined): string {
  return format(at, locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
}

/** The time alone where it is today, day and time otherwise. */
export function clockTime(at: number, now: number, locale: string, timeZone: string | undefined): string {
  const day = (instant: number) => format(instant, 'en-CA', { dateStyle: 'short', timeZone });
  return day(at) === day(now)
    ? format(at, locale, { timeStyle: 'short', timeZone })
    : absolute(at, locale, timeZone);
}

/** `3 hr 10 min`, `2 days 4 hr`; never negative, minutes rounded down. `isShort` leaves hours beside days out. */
export function span(milliseconds: number, locale: string, isShort = false): string {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  const parts: [number, string][] = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor((minutes % 1440) / 60), 'hour'],
    [minutes % 60, 'minute'],
  ];
  const first = parts.findIndex(([count]) => count > 0);
  const shown =
    first < 0
      ? parts.slice(2)
      : parts.slice(first, first + (isShort && first === 0 ? 1 : 2)).filter(([count]) => count > 0);
  return shown
    .map(([count, unit]) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(count),
    )
    .join(' ');
}

/** A zone this browser does not know gives way to its own. */
function format(at: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  try {
    return new Intl.DateTimeFormat(locale, options).format(at);
  } catch {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: undefined }).format(at);
  }
}
