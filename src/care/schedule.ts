/** Business hours: when a team's clock runs. Instants are epoch milliseconds. */
import { tzOffset } from '@date-fns/tz/tzOffset';
import * as v from 'valibot';

const week = 7 * 24 * 60;
const minuteOfWeek = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(week));
const day = v.pipe(v.string(), v.isoDate());

/** A copy of one of the account's schedules: agents may not list them, and their zones have names of their own. */
export const scheduleSchema = v.object({
  id: v.string(),
  name: v.string(),
  /** IANA. */
  timeZone: v.string(),
  /** Minutes since Sunday 00:00 in that zone, `end` not included. */
  intervals: v.array(v.object({ start: minuteOfWeek, end: minuteOfWeek })),
  /** Whole days there, `from` and `to` included. */
  holidays: v.array(v.object({ name: v.string(), from: day, to: day })),
  /** When the copy was made. */
  readAt: v.number(),
});
export type Schedule = v.InferOutput<typeof scheduleSchema>;

const minute = 60_000;
const dayMs = 24 * 60 * minute;
/** A schedule that opens nowhere in so long never does. */
const stretch = 400 * dayMs;

interface Span {
  start: number;
  end: number;
}

/**
 * The instant at which the schedule has been open for `ms` since `from`. An instant is open when its own wall clock
 * lies in an interval: an hour the clocks repeat counts twice, one they skip not at all. `null` where it never is.
 */
export function addOpenTime(from: number, ms: number, schedule: Schedule): number | null {
  let left = ms;
  for (let reached = from, before = Infinity; left < before; reached += stretch) {
    before = left;
    for (const { start, end } of openSpans(reached, reached + stretch, schedule)) {
      if (end - start >= left) return start + left;
      left -= end - start;
    }
  }
  return null;
}

/** Milliseconds the schedule was open between two instants; 0 where `to` is not later. */
export function openTimeBetween(from: number, to: number, schedule: Schedule): number {
  let sum = 0;
  for (const { start, end } of openSpans(from, to, schedule)) sum += end - start;
  return sum;
}

function* openSpans(from: number, to: number, schedule: Schedule): Generator<Span> {
  const intervals = [...schedule.intervals].sort((a, b) => a.start - b.start);
  for (let start = from; start < to; ) {
    const offset = offsetAt(start, schedule.timeZone);
    const nextMidnight = (Math.floor((start + offset) / dayMs) + 1) * dayMs - offset;
    const end = Math.min(to, sameOffsetUntil(start, nextMidnight, offset, schedule.timeZone));
    yield* openIn(start, end, offset, intervals, schedule.holidays);
    start = end;
  }
}

/** Within one local day of one offset. */
function* openIn(
  start: number,
  end: number,
  offset: number,
  intervals: Schedule['intervals'],
  holidays: Schedule['holidays'],
): Generator<Span> {
  const midnight = Math.floor((start + offset) / dayMs) * dayMs;
  const date = new Date(midnight);
  const iso = date.toISOString().slice(0, 10);
  if (holidays.some((holiday) => holiday.from <= iso && iso <= holiday.to)) return;
  let reached = start;
  for (const interval of intervals) {
    const base = midnight - offset - date.getUTCDay() * dayMs;
    const from = Math.max(reached, base + interval.start * minute);
    const to = Math.min(end, base + interval.end * minute);
    if (to <= from) continue;
    yield { start: from, end: to };
    // Intervals that overlap are open once.
    reached = to;
  }
}

/** The first instant, to the minute, with another offset; `until` where there is none before. */
function sameOffsetUntil(from: number, until: number, offset: number, timeZone: string): number {
  if (offsetAt(until - 1, timeZone) === offset) return until;
  let [same, other] = [from, until];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsetAt(middle, timeZone) === offset) same = middle;
    else other = middle;
  }
  return other;
}

/** Does this browser know the zone? */
export const isZone = (timeZone: string) => !Number.isNaN(tzOffset(timeZone, new Date(0)));

/** Milliseconds east of UTC; a zone nobody knows counts as UTC. */
export function offsetAt(at: number, timeZone: string): number {
  const minutes = tzOffset(timeZone, new Date(at));
  return Number.isNaN(minutes) ? 0 : minutes * minute;
}

/** The day people there call it: `2026-11-03`. */
export const dayOf = (at: number, timeZone: string): string =>
  new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 10);
