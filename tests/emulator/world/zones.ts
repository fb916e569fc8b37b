/** Instants on the clocks of a zone, named as Rails does or as IANA does. */

/** Rails' names that are not simply the city of an IANA zone. */
const renamed: Record<string, string> = {
  'Pacific Time (US & Canada)': 'America/Los_Angeles',
  'Mountain Time (US & Canada)': 'America/Denver',
  'Central Time (US & Canada)': 'America/Chicago',
  'Eastern Time (US & Canada)': 'America/New_York',
  Beijing: 'Asia/Shanghai',
  Mumbai: 'Asia/Kolkata',
  'New Delhi': 'Asia/Kolkata',
};
const areas = ['Europe', 'Asia', 'America', 'Australia', 'Africa', 'Pacific', 'Atlantic'];

const clocks = new Map<string, Intl.DateTimeFormat>();

/** UTC where nobody knows the zone. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const city = zone.replaceAll(' ', '_');
  const names = [renamed[zone] ?? zone, ...areas.map((area) => `${area}/${city}`), 'UTC'];
  const clock = names.map(tryClock).find((each) => each !== null);
  if (!clock) throw new RangeError(`no clock for ${zone}`);
  clocks.set(zone, clock);
  return clock;
}

function tryClock(timeZone: string): Intl.DateTimeFormat | null {
  const digits = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', second: '2-digit', ...digits });
  } catch {
    return null;
  }
}

/** What the zone's clocks show at `at`, as the epoch milliseconds at which UTC's clocks would show the same. */
export function shownAt(zone: string, at: number): number {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** When the zone's clocks show `shown`; a time that spring skips is the one an hour later. */
export function instantOf(zone: string, shown: number): number {
  const first = shown - (shownAt(zone, shown) - shown);
  return first + (shown - shownAt(zone, first));
}
