/** Time between any two statuses of a case, from its facts. Instants are epoch milliseconds. */
import type { CaseStatus, LedgerEvent } from './ledger.ts';
import { impossibilityOf, isUntouched } from './moves.ts';
import { openTimeBetween, type Schedule } from './schedule.ts';

/** The moment a case came to a status. */
export interface StatusEntry {
  status: CaseStatus;
  at: number;
  /** The fact that brought it there: see `factId`. */
  fact: string;
}

/** Facts of one record share its number. */
export const factId = ({ seq, part }: Pick<LedgerEvent, 'seq' | 'part'>) => `${seq}.${part}`;

/** As much of a case as its moves depend on. */
interface Course {
  current: { status: CaseStatus; ownerId: string | null } | null;
  entries: readonly StatusEntry[];
}

/**
 * Every entry to a status, oldest first. Facts in the order of their numbers; those the fold leaves out are left out
 * here, and a case that was withdrawn never was.
 */
export function statusEntries(events: readonly LedgerEvent[]): readonly StatusEntry[] {
  return events.reduce(goOn, { current: null, entries: [] } as Course).entries;
}

function goOn(course: Course, event: LedgerEvent): Course {
  const { current, entries } = course;
  if (!current) return event.kind === 'case_opened' ? comeTo([], 'new', null, event) : course;
  switch (event.kind) {
    case 'case_withdrawn':
      return isUntouched(current) ? { current: null, entries: [] } : course;
    case 'case_assigned':
      return { entries, current: { ...current, ownerId: event.body.ownerId } };
    case 'case_moved':
      return impossibilityOf(current, event.body)
        ? course
        : comeTo(entries, event.body.to, current.ownerId, event);
    default:
      return course;
  }
}

const comeTo = (
  entries: Course['entries'],
  status: CaseStatus,
  ownerId: string | null,
  event: LedgerEvent,
): Course => ({
  current: { status, ownerId },
  entries: [...entries, { status, at: event.at, fact: factId(event) }],
});

export interface Duration {
  /** Milliseconds by the calendar. */
  ms: number;
  /** Milliseconds the schedule was open; `null` without a schedule. */
  openMs: number | null;
}

export const durationOf = (from: number, to: number, schedule: Schedule | null): Duration => ({
  ms: to - from,
  openMs: schedule && openTimeBetween(from, to, schedule),
});

/** The first or the last time the case came to the status. */
export interface StatusPoint {
  status: CaseStatus;
  entry: 'first' | 'last';
}

/** `null` where the case never came to one of the two, or came to `to` before `from`. */
export function timeBetween(
  entries: readonly StatusEntry[],
  from: StatusPoint,
  to: StatusPoint,
  schedule: Schedule | null,
): Duration | null {
  const [start, end] = [momentOf(entries, from), momentOf(entries, to)];
  return start === null || end === null || end < start ? null : durationOf(start, end, schedule);
}

function momentOf(entries: readonly StatusEntry[], { status, entry }: StatusPoint): number | null {
  const isThere = (one: StatusEntry) => one.status === status;
  return (entry === 'first' ? entries.find(isThere) : entries.findLast(isThere))?.at ?? null;
}

/** One stay in a status. */
export interface Stay extends Duration {
  status: CaseStatus;
  from: number;
  /** `null` while it lasts; its duration then counts until `now`. */
  to: number | null;
}

/** How long the case was in each status, one stay after the other. */
export function staysOf(entries: readonly StatusEntry[], now: number, schedule: Schedule | null): Stay[] {
  return entries.map(({ status, at }, index) => {
    const to = entries[index + 1]?.at ?? null;
    return { status, from: at, to, ...durationOf(at, to ?? Math.max(at, now), schedule) };
  });
}

/** By the fact that ended it: the stay in the status before. Events in the order of their numbers. */
export function staysBefore(events: readonly LedgerEvent[], schedule: Schedule | null): Map<string, Stay> {
  const entries = statusEntries(events);
  const stays = staysOf(entries, 0, schedule);
  return new Map(entries.slice(1).flatMap(({ fact }, index) => (stays[index] ? [[fact, stays[index]]] : [])));
}
