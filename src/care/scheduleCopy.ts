/** What a kept copy of a schedule says, and whether the account's own says something else by now. */
import { addOpenTime, type Schedule } from './schedule.ts';

export const copiedParts = ['name', 'timeZone', 'intervals', 'holidays'] as const;
export type CopiedPart = (typeof copiedParts)[number];

/** What differs; when the copies were made does not count. */
export const differencesOf = (one: Schedule, other: Schedule): CopiedPart[] =>
  copiedParts.filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]));

export interface OpenHours {
  /** 0 is Sunday. */
  weekdays: number[];
  /** Minutes of the day; an end at midnight is 1440. */
  hours: { from: number; to: number }[];
}

const dayMinutes = 1440;

/** Days that follow each other with the same hours as one, from Monday on; days without hours are left out. */
export function openHours({ intervals }: Pick<Schedule, 'intervals'>): OpenHours[] {
  const found: OpenHours[] = [];
  for (const weekday of [1, 2, 3, 4, 5, 6, 0]) {
    const hours = hoursOf(weekday, intervals);
    const last = found.at(-1);
    const isNext = last !== undefined && (last.weekdays.at(-1) ?? 0) + 1 === (weekday || 7);
    if (hours.length === 0) continue;
    if (isNext && JSON.stringify(last.hours) === JSON.stringify(hours)) last.weekdays.push(weekday);
    else found.push({ weekdays: [weekday], hours });
  }
  return found;
}

function hoursOf(weekday: number, intervals: Schedule['intervals']): OpenHours['hours'] {
  const begin = weekday * dayMinutes;
  return intervals
    .map(({ start, end }) => ({
      from: Math.max(start - begin, 0),
      to: Math.min(end - begin, dayMinutes),
    }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
}

/** Is there any open minute in the next year or so? */
export const isEverOpen = (schedule: Schedule, now: number) => addOpenTime(now, 1, schedule) !== null;

/** Holidays that are not over on a day `YYYY-MM-DD`, the next first. */
export const holidaysFrom = ({ holidays }: Pick<Schedule, 'holidays'>, day: string) =>
  holidays.filter(({ to }) => to >= day).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
