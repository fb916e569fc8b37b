/** How long a customer has waited and may still wait. Instants are epoch milliseconds. */
import type { Configuration } from './configuration.ts';
import type { Case } from './feedback.ts';
import { addOpenTime } from './schedule.ts';

const minute = 60_000;
const hour = 60 * minute;

export interface DueTimes {
  /** Rating time plus target, in the account's schedule or by the calendar. */
  dueAt: number;
  /** Half of the time has gone. */
  soonAt: number;
  /** When the first outreach is due; `null` without such a target. */
  firstDueAt: number | null;
}

export type Targets = Pick<Configuration, 'targetHours' | 'firstActionMinutes' | 'schedule'>;

/** A schedule that never opens counts as the calendar: a case without due time would never be overdue. */
export function dueTimes(since: number, { targetHours, firstActionMinutes, schedule }: Targets): DueTimes {
  const after = (ms: number) => (schedule && addOpenTime(since, ms, schedule)) ?? since + ms;
  return {
    dueAt: after(targetHours * hour),
    soonAt: after((targetHours * hour) / 2),
    firstDueAt: firstActionMinutes === null ? null : after(firstActionMinutes * minute),
  };
}

export const urgencies = ['calm', 'soon', 'overdue'] as const;
export type Urgency = (typeof urgencies)[number];

type Timed = Pick<Case, 'status' | 'dueAt' | 'soonAt' | 'firstDueAt' | 'firstActionAt'>;

/**
 * What is due next: the first outreach while that is open, then the case itself. `soon` from half of the time since
 * `since` (of the schedule's time where the case knows it), `overdue` once due has passed; closed cases are calm.
 */
export function urgencyOf(current: Timed, since: number, now: number): Urgency {
  if (current.status === 'closed') return 'calm';
  if (now >= nextDue(current)) return 'overdue';
  const half = isFirstOpen(current) ? null : current.soonAt;
  const soonAt = half ?? since + (nextDue(current) - since) / 2;
  return now >= soonAt ? 'soon' : 'calm';
}

/** A first-action target counts until the first outreach. */
export const isFirstOpen = ({ firstDueAt, firstActionAt }: Timed) =>
  firstDueAt !== null && firstActionAt === null;

export const nextDue = (current: Timed) =>
  isFirstOpen(current) && current.firstDueAt !== null
    ? Math.min(current.firstDueAt, current.dueAt)
    : current.dueAt;

/** Was, or is, the case not closed in time? Late stays late. */
export const isLate = ({ dueAt, closedAt }: Pick<Case, 'dueAt' | 'closedAt'>, now: number) =>
  (closedAt ?? now) > dueAt;

/**
 * Was, or is, the first outreach later than its own target? A case closed without one has its answer at that moment.
 * `false` without such a target.
 */
export const isFirstLate = (
  { firstDueAt, firstActionAt, closedAt }: Pick<Case, 'firstDueAt' | 'firstActionAt' | 'closedAt'>,
  now: number,
) => firstDueAt !== null && (firstActionAt ?? closedAt ?? now) > firstDueAt;
