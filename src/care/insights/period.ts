/** Calendar periods in a zone: days, weeks (from Monday), months and quarters as people there name them. */
import { offsetAt } from '../schedule.ts';
import type { Period, Step } from './question.ts';

export type PeriodKind = Step | 'quarter';

const dayMs = 86_400_000;

/** The calendar period an instant lies in. `zone` is IANA; one nobody knows counts as UTC. */
export function periodOf(kind: PeriodKind, at: number, zone: string): Period {
  const first = firstDay(kind, at + offsetAt(at, zone));
  return { from: midnight(first, zone), to: midnight(move(kind, first, 1), zone) };
}

/**
 * The one before: the calendar period of that kind that ends where `period` begins. A period that is none of the
 * calendar's is one of its kind all the same: it goes back as many days, weeks, months or quarters as it touches.
 */
export function periodBefore({ from, to }: Period, kind: PeriodKind, zone: string): Period {
  const [first, end] = [from + offsetAt(from, zone), to + offsetAt(to, zone)];
  const count = Math.max(1, countOf(kind, firstDay(kind, first), firstDay(kind, end - 1)));
  return { from: moved(from, kind, -count, zone), to: moved(to, kind, -count, zone) };
}

/** The steps a period is made of, oldest first; the first and the last are cut where the period begins and ends. */
export function stepsIn({ from, to }: Period, step: Step, zone: string): Period[] {
  const found: Period[] = [];
  for (let at = from; at < to; ) {
    const end = Math.min(to, periodOf(step, at, zone).to);
    found.push({ from: at, to: end });
    at = end;
  }
  return found;
}

/** The last `n` calendar months, oldest first; the last one is the month of `now`. */
export function monthsBack(n: number, now: number, zone: string): Period[] {
  const first = firstDay('month', now + offsetAt(now, zone));
  return Array.from({ length: n }, (_, index) => {
    const month = move('month', first, index + 1 - n);
    return { from: midnight(month, zone), to: midnight(move('month', month, 1), zone) };
  });
}

// Days are told by the UTC instant at which their date begins there: 2026-03-29 is Date.UTC(2026, 2, 29).

const floorDay = (local: number) => Math.floor(local / dayMs) * dayMs;

function firstDay(kind: PeriodKind, local: number): number {
  const day = floorDay(local);
  if (kind === 'day') return day;
  const date = new Date(day);
  if (kind === 'week') return day - ((date.getUTCDay() + 6) % 7) * dayMs;
  const month = date.getUTCMonth();
  return Date.UTC(date.getUTCFullYear(), kind === 'quarter' ? month - (month % 3) : month, 1);
}

function move(kind: PeriodKind, day: number, count: number): number {
  if (kind === 'day' || kind === 'week') return day + count * (kind === 'week' ? 7 : 1) * dayMs;
  const date = new Date(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + count * (kind === 'quarter' ? 3 : 1)];
  // The 31st of a shorter month is its last day.
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last));
}

/** How many calendar periods there are from the one that begins at `first` to the one that begins at `last`. */
function countOf(kind: PeriodKind, first: number, last: number): number {
  if (kind === 'day' || kind === 'week') return (last - first) / (kind === 'week' ? 7 * dayMs : dayMs) + 1;
  const [a, b] = [new Date(first), new Date(last)];
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  return months / (kind === 'quarter' ? 3 : 1) + 1;
}

/** The same time of day, so many periods later. */
function moved(at: number, kind: PeriodKind, count: number, zone: string): number {
  const local = at + offsetAt(at, zone);
  const day = floorDay(local);
  return midnight(move(kind, day, count), zone) + (at - midnight(day, zone));
}

/** The instant a day begins: of a midnight the clocks repeat the first one, of one they skip the hour after it. */
function midnight(day: number, zone: string): number {
  const [before, after] = [offsetAt(day - dayMs, zone), offsetAt(day + dayMs, zone)];
  const real = [day - before, day - after].filter((at) => at + offsetAt(at, zone) === day);
  return real.length > 0 ? Math.min(...real) : day - before;
}
