/** How long cases take between any two statuses: from their facts, which reports' rows do not hold. */
import { type StatusEntry, type StatusPoint, statusEntries, timeBetween } from '../durations.ts';
import { type Fact, isReadable } from '../fold.ts';
import type { LedgerEvent } from '../ledger.ts';
import { type Figure, noFigure } from '../metrics/metric.ts';
import type { Schedule } from '../schedule.ts';
import { type Columns, keyAt } from './columns.ts';
import type { Question } from './question.ts';
import { rowsWhere } from './rows.ts';
import { medianInterval, medianOf, percentileOf } from './statistics.ts';

/** A case, and the number of its last fact that a report knows. */
export interface CaseRow {
  key: string;
  rev: number;
}

/** The cases a question is about. */
export function caseRowsOf(columns: Columns, question: Question): CaseRow[] {
  const rows = rowsWhere(columns, question.period, question);
  return Array.from(rows)
    .filter((index) => (columns.status[index] ?? 0) > 0)
    .map((index) => ({ key: keyAt(columns, index), rev: columns.rev[index] ?? 0 }));
}

/** What of a ledger its statuses depend on, in order, without anything anybody typed. */
export function movesIn(facts: readonly Fact[]): LedgerEvent[] {
  const inOrder = facts.filter(isReadable).sort((a, b) => a.seq - b.seq || a.part - b.part);
  return inOrder.flatMap((fact): LedgerEvent[] => {
    const bare = { ...fact, byId: '', operation: '' };
    switch (bare.kind) {
      case 'case_opened':
      case 'case_withdrawn':
        return [bare];
      case 'case_assigned':
        return [{ ...bare, body: { ...bare.body, reason: null } }];
      case 'case_moved':
        return [{ ...bare, body: { ...bare.body, note: null } }];
      default:
        return [];
    }
  });
}

export interface StatusTimes {
  /** By the calendar, seconds; and in the hours of the schedule, `null` without one. */
  calendar: Figure;
  business: Figure | null;
  /** Cases that came to both statuses in that order; and those that came to the first and not yet to the second. */
  keys: string[];
  openKeys: string[];
  /** Cases that did not come to the two in this order, and are not on their way: closed without, or the other way round. */
  others: number;
}

/** `courses`: by key, the moves of each case. */
export function statusTimesOf(
  courses: ReadonlyMap<string, readonly LedgerEvent[]>,
  from: StatusPoint,
  to: StatusPoint,
  schedule: Schedule | null,
): StatusTimes {
  const times: { ms: number; openMs: number | null }[] = [];
  const [keys, openKeys]: [string[], string[]] = [[], []];
  for (const [key, moves] of courses) {
    const entries = statusEntries(moves);
    const time = timeBetween(entries, from, to, schedule);
    if (time) {
      times.push(time);
      keys.push(key);
    } else if (isUnderWay(entries, from, to)) openKeys.push(key);
  }
  const open = openKeys.length;
  const business = times.flatMap(({ openMs }) => openMs ?? []);
  return {
    calendar: spread(
      times.map(({ ms }) => ms),
      open,
    ),
    business: schedule && spread(business, open),
    keys,
    openKeys,
    others: courses.size - keys.length - open,
  };
}

function isUnderWay(entries: readonly StatusEntry[], from: StatusPoint, to: StatusPoint): boolean {
  const hasBeen = ({ status }: StatusPoint) => entries.some((entry) => entry.status === status);
  return hasBeen(from) && !hasBeen(to) && entries.at(-1)?.status !== 'closed';
}

function spread(ms: readonly number[], open: number): Figure {
  const sorted = Float64Array.from(ms, (one) => one / 1000).sort();
  const n = sorted.length;
  const mean = n === 0 ? null : sorted.reduce((sum, one) => sum + one, 0) / n;
  const span = { mean, p90: percentileOf(sorted, 0.9), open };
  return { ...noFigure, value: medianOf(sorted), n, interval: medianInterval(sorted), span };
}
