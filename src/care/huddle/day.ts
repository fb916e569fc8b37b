/** Days as people name them: `2026-11-22` in somebody's zone. */
import { offsetAt } from '../schedule.ts';

const dayMs = 86_400_000;

/** `at` in epoch milliseconds, `zone` IANA; one nobody knows counts as UTC. */
export const dayOf = (at: number, zone: string): string =>
  new Date(at + offsetAt(at, zone)).toISOString().slice(0, 10);

/** So many days earlier, by the calendar. */
export const daysBefore = (day: string, count: number): string =>
  new Date(Date.parse(day) - count * dayMs).toISOString().slice(0, 10);

/** Days from the first to the second, by the calendar; negative where the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
