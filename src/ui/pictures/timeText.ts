/** Stretches of time in the person's language and zone; from inclusive, to exclusive, epoch milliseconds. */
import type { App } from '../../app.ts';

const day = 86_400_000;

interface Stretch {
  from: number;
  to: number;
}

type Options = Intl.DateTimeFormatOptions;

/** A zone this browser does not know gives way to its own. */
function dates({ locale, user: { timeZone } }: Pick<App, 'locale' | 'user'>, options: Options) {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat(locale, options);
  }
}

/** Months have 28 days and more, an hour less where clocks go forward. */
const isMonth = ({ from, to }: Stretch) => to - from > 27.5 * day && to - from < 31.5 * day;

/** `May 2026`, `May 4 – 10, 2026`, `May 4, 2026`. */
export function stretchText(app: Pick<App, 'locale' | 'user'>, { from, to }: Stretch): string {
  const numbers = dates(app, { day: 'numeric' });
  const isWholeMonth = isMonth({ from, to }) && numbers.format(from) === numbers.format(to);
  if (isWholeMonth) return dates(app, { month: 'long', year: 'numeric' }).format(from);
  return dates(app, { dateStyle: 'medium' }).formatRange(from, Math.max(from, to - 1));
}

/** For an axis: `May`, or `May 4` where it is no whole month; with its year where asked. */
export const tickText = (app: Pick<App, 'locale' | 'user'>, { from, to }: Stretch, withYear: boolean) =>
  dates(app, {
    month: 'short',
    ...(to - from <= 27.5 * day && { day: 'numeric' }),
    ...(withYear && { year: 'numeric' }),
  }).format(from);

/** `May 12, 2025`. */
export const dayText = (app: Pick<App, 'locale' | 'user'>, at: number) =>
  dates(app, { dateStyle: 'medium' }).format(at);

/** `2025`, in the person's zone. */
export const yearText = (app: Pick<App, 'locale' | 'user'>, at: number) =>
  dates(app, { year: 'numeric' }).format(at);

export const rawStretch = ({ from, to }: Stretch) =>
  `${new Date(from).toISOString()}/${new Date(to).toISOString()}`;
