/** Days as people name them: `2026-11-22`. */

const dayMs = 86_400_000;

/** So many days earlier, by the calendar. */
export const daysBefore = (day: string, count: number): string =>
  new Date(Date.parse(day) - count * dayMs).toISOString().slice(0, 10);

/** Days from the first to the second, by the calendar; negative where the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
