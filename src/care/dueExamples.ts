/** Ratings somebody can picture, and when they would be due under rules that are being chosen. */
import { type DueTimes, dueTimes, type Targets } from './due.ts';
import { offsetAt } from './schedule.ts';
import { holidaysFrom } from './scheduleCopy.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

export interface DueExample extends DueTimes {
  at: number;
  /** Of the holiday it falls on. */
  holiday: string | null;
}

/** Wednesday morning, Friday evening, Sunday night, as minutes since Sunday 00:00. */
const moments = [(3 * 24 + 10) * 60 + 20, (5 * 24 + 17) * 60 + 40, 2 * 60 + 15];

/**
 * From tomorrow on, in the order in which they come; with a schedule, one on its next holiday, too. Wall clocks are
 * those of `timeZone`.
 */
export function dueExamples(now: number, targets: Targets, timeZone: string): DueExample[] {
  const today = Math.floor((now + offsetAt(now, timeZone)) / day) * day;
  const weekBegin = today - new Date(today).getUTCDay() * day;
  const walls = moments
    .map((moment) => weekBegin + moment * minute)
    .map((wall) => ({ wall: wall < today + day ? wall + 7 * day : wall, holiday: null }));
  const off = targets.schedule && holidaysFrom(targets.schedule, isoDay(today + day))[0];
  const offDay = off && Math.max(Date.parse(off.from), today + day);
  return [...walls, ...(off && offDay ? [{ wall: offDay + 11 * 60 * minute, holiday: off.name }] : [])]
    .map(({ wall, holiday }) => ({ at: instantAt(wall, timeZone), holiday }))
    .sort((a, b) => a.at - b.at)
    .map((example) => ({ ...example, ...dueTimes(example.at, targets) }));
}

export const isoDay = (wall: number) => new Date(wall).toISOString().slice(0, 10);

/** The instant at which a wall clock there shows `wall`, given as if it were UTC. */
function instantAt(wall: number, timeZone: string): number {
  const near = wall - offsetAt(wall, timeZone);
  return wall - offsetAt(near, timeZone);
}
