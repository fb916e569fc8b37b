/** Who would have heard how often, and on which day most. */
import { dayOf } from '../schedule.ts';

export interface DayCount {
  /** `2026-11-03`. */
  day: string;
  count: number;
}

export interface Listener {
  kind: 'person' | 'group';
  /** Zendesk id. */
  id: string;
  /** Alerts, those in digests included, and the days that had any, in order. */
  total: number;
  days: DayCount[];
  worst: DayCount;
}

/** One alert for one of those it went to. */
export interface Heard {
  kind: Listener['kind'];
  id: string;
  day: string;
}

/** In order. */
export const daysOf = (perDay: ReadonlyMap<string, number>): DayCount[] =>
  [...perDay].map(([day, count]) => ({ day, count })).sort((a, b) => (a.day < b.day ? -1 : 1));

/** The earliest of equals. */
export const worstOf = (days: readonly DayCount[]): DayCount | null =>
  days.reduce<DayCount | null>((worst, one) => (one.count > (worst?.count ?? 0) ? one : worst), null);

/** Who hears most comes first. */
export function listenersIn(heard: readonly Heard[]): Listener[] {
  const byWho = new Map<string, Heard[]>();
  for (const one of heard) {
    const who = `${one.kind}:${one.id}`;
    const own = byWho.get(who);
    if (own) own.push(one);
    else byWho.set(who, [one]);
  }
  return [...byWho.values()]
    .flatMap((own) => listenerOf(own) ?? [])
    .sort((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1));
}

function listenerOf(own: readonly Heard[]): Listener | null {
  const [first] = own;
  const perDay = new Map<string, number>();
  for (const { day } of own) perDay.set(day, (perDay.get(day) ?? 0) + 1);
  const days = daysOf(perDay);
  const worst = worstOf(days);
  return first && worst ? { kind: first.kind, id: first.id, total: own.length, days, worst } : null;
}

/** Every local day from one instant to another, both included; epoch milliseconds. */
export function daysBetween(from: number, to: number, timeZone: string): string[] {
  const last = Date.parse(dayOf(to, timeZone));
  const days: string[] = [];
  for (let at = Date.parse(dayOf(from, timeZone)); at <= last; at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
