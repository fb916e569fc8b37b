/** Business hours on the time line: whether a schedule is open at an instant, and how much of a span it was open. */
import type { Schedule } from './entities.ts';
import type { World } from './world.ts';
import { instantOf, shownAt } from './zones.ts';

const day = 86_400_000;
const minute = 60_000;

/** The schedule rules count in: the account's first; `undefined` where the plan has no business hours. */
export function officeOf(world: World): Schedule | undefined {
  return world.plan.endsWith('_team') ? undefined : world.schedules.values().next().value;
}

export function isOpen(schedule: Schedule, at: number): boolean {
  const shown = shownAt(schedule.time_zone, at);
  const ofDay = shown % day;
  return hoursOf(schedule, shown - ofDay).some(([from, to]) => from <= ofDay && ofDay < to);
}

export function isHoliday({ holidays, time_zone }: Schedule, at: number): boolean {
  const date = dateOf(shownAt(time_zone, at));
  return holidays.some(({ start_date, end_date }) => start_date <= date && date <= end_date);
}

/** Milliseconds of business hours between two instants; 0 where `to` is not later. */
export function businessMs(schedule: Schedule, from: number, to: number): number {
  if (to <= from) return 0;
  const calendar = calendarOf(schedule, from);
  return openUntil(calendar, to) - openUntil(calendar, from);
}

interface Span {
  start: number;
  end: number;
  /** Open time of all spans before this one. */
  before: number;
}

/** Spans of all dates from `first` to before `next`, both as UTC midnights; it grows as far as it is asked. */
interface Calendar {
  schedule: Schedule;
  first: number;
  next: number;
  spans: Span[];
}

/** Schedules are put anew when they change, so that a calendar is its schedule's for good. */
const calendars = new WeakMap<Schedule, Calendar>();

function calendarOf(schedule: Schedule, from: number): Calendar {
  const known = calendars.get(schedule);
  if (known && known.first <= from - day) return known;
  const first = from - (from % day) - 30 * day;
  const calendar: Calendar = { schedule, first, next: first, spans: [] };
  calendars.set(schedule, calendar);
  return calendar;
}

/** Open time from the calendar's first date to `at`. */
function openUntil(calendar: Calendar, at: number): number {
  while (calendar.next < at + 2 * day) addDay(calendar);
  const { spans } = calendar;
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const span = spans[low - 1];
  return span ? span.before + Math.min(at, span.end) - span.start : 0;
}

function addDay(calendar: Calendar): void {
  const { schedule, spans, next } = calendar;
  calendar.next += day;
  for (const [from, to] of hoursOf(schedule, next)) {
    const last = spans.at(-1);
    spans.push({
      start: instantOf(schedule.time_zone, next + from),
      end: instantOf(schedule.time_zone, next + to),
      before: last ? last.before + last.end - last.start : 0,
    });
  }
}

/** Opening and closing of a date (a UTC midnight), in milliseconds after midnight on the schedule's own clock. */
function hoursOf({ intervals, holidays }: Schedule, midnight: number): [number, number][] {
  const date = dateOf(midnight);
  if (holidays.some(({ start_date, end_date }) => start_date <= date && date <= end_date)) return [];
  const start = new Date(midnight).getUTCDay() * 1440;
  return intervals
    .map(({ start_time, end_time }): [number, number] => [
      Math.max(start_time - start, 0) * minute,
      Math.min(end_time - start, 1440) * minute,
    ])
    .filter(([from, to]) => from < to)
    .sort((a, b) => a[0] - b[0]);
}

const dateOf = (shown: number): string => new Date(shown).toISOString().slice(0, 10);
