/**
 * Who must have been mailed, when: told by hand, minute by minute, from what the workflows promise. It knows tickets as
 * a handful of facts and shares no code with the app or the account's rules.
 */
import type { GroupKey } from '../emulator/world/people.ts';

const minute = 60_000;
const hour = 60 * minute;
const second = 1_000;

export type Act = { at: number; ticket: number } & (
  | { do: 'open'; group: GroupKey }
  | { do: 'rate'; csat: number; comment?: string }
  | { do: 'move'; group: GroupKey }
  | { do: 'reopen' | 'solve' | 'say' }
);

export interface Promised {
  workflow: string;
  /** `night`: at any hour. `office`: within business hours. `held`: there is a budget, the hourly run mails. */
  when: 'night' | 'office' | 'held';
  /** Where it looks; everywhere where absent. */
  group?: GroupKey;
  to: (group: GroupKey) => string[];
}

export interface Expected {
  at: number;
  to: string;
  ticket: number;
  workflow: string;
}

const berlin = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Monday to Thursday 9-18, Friday 9-16, in Berlin, but for Easter. */
export function isOffice(at: number): boolean {
  const part = Object.fromEntries(berlin.formatToParts(at).map(({ type, value }) => [type, value]));
  const date = `${part.year}-${part.month}-${part.day}`;
  const holidays = ['2027-03-26', '2027-03-27', '2027-03-28', '2027-03-29'];
  if (holidays.includes(date) || part.weekday === 'Sat' || part.weekday === 'Sun') return false;
  const hours = Number(part.hour);
  return hours >= 9 && hours < (part.weekday === 'Fri' ? 16 : 18);
}

interface Known {
  group: GroupKey;
  /** `null` until it is rated. */
  isBad: boolean | null;
  comment: string | null;
  status: 'solved' | 'open' | 'closed';
  solvedAt: number;
  changedAt: number;
  waits: Set<string>;
  told: Set<string>;
}

interface Account {
  until: number;
  /** Ratings are good or bad: the same one again changes nothing on the ticket. */
  isBinary: boolean;
}

/** Every mail there must be until `until`, in the order of time. `promises` in the order the admin made them. */
export function expectedMails(
  acts: readonly Act[],
  promises: readonly Promised[],
  { until, isBinary }: Account,
) {
  const office = openMinutes(Math.min(...acts.map(({ at }) => at)), until);
  const tickets = new Map<number, Known>();
  const mails: Expected[] = [];
  /** Tickets that closed before their morning came: these wait for somebody to open the app. */
  const missed: Omit<Expected, 'at' | 'to'>[] = [];
  const tell = (ticket: number, known: Known, { workflow, to }: Promised, at: number) => {
    known.told.add(workflow);
    known.waits.delete(workflow);
    // A run's own changes come a moment after the full hour.
    known.changedAt = Math.max(known.changedAt, at) + second;
    for (const name of to(known.group)) mails.push({ at, to: name, ticket, workflow });
  };
  const onHour = (at: number) => {
    for (const [ticket, known] of tickets)
      if (known.status === 'solved' && at - known.solvedAt >= 96 * hour) {
        known.status = 'closed';
        for (const workflow of known.waits) missed.push({ ticket, workflow });
      }
    for (const promise of promises)
      for (const [ticket, known] of tickets) {
        const { workflow, when } = promise;
        // What the customer took back is not told late.
        if (known.status === 'closed' || !known.isBad || !known.waits.has(workflow)) continue;
        const rested = when === 'office' ? office(known.changedAt, at) : at - known.changedAt;
        if (rested >= hour) tell(ticket, known, promise, at);
      }
  };
  const onAct = (act: Act) => {
    if (act.do === 'open') {
      const { at, group } = act;
      const blank = { isBad: null, comment: null, waits: new Set<string>(), told: new Set<string>() };
      tickets.set(act.ticket, { ...blank, group, status: 'solved', solvedAt: at - 2 * hour, changedAt: at });
      return;
    }
    const known = tickets.get(act.ticket);
    if (!known || known.status === 'closed') return;
    if (act.do === 'rate') onRating(act, known);
    else if (isChange(act, known)) {
      known.changedAt = act.at;
      if (act.do === 'move') known.group = act.group;
      // A customer's word opens a solved ticket again.
      if (act.do === 'reopen' || act.do === 'say') known.status = 'open';
      if (act.do === 'solve') Object.assign(known, { status: 'solved', solvedAt: act.at });
    }
  };
  const onRating = ({ ticket, at, csat, ...act }: Extract<Act, { do: 'rate' }>, known: Known) => {
    const comment = act.comment ?? null;
    const isBad = csat <= 3;
    const isNews = isBad && known.isBad !== true;
    const isSame = known.isBad === isBad && (comment === null || comment === known.comment);
    if (!isBinary || !isSame) known.changedAt = at;
    known.isBad = isBad;
    known.comment = comment ?? known.comment;
    if (!isNews) return;
    for (const promise of promises) {
      const { workflow, when, group } = promise;
      if (known.told.has(workflow) || (group !== undefined && group !== known.group)) continue;
      if (when === 'night' || (when === 'office' && isOffice(at))) tell(ticket, known, promise, at);
      else known.waits.add(workflow);
    }
  };
  const inOrder = [...acts].sort((a, b) => a.at - b.at);
  let now = Math.floor((inOrder[0]?.at ?? until) / hour) * hour;
  for (const act of [...inOrder, null]) {
    const next = act?.at ?? until;
    for (now += hour; now <= next; now += hour) onHour(now);
    now -= hour;
    if (act) onAct(act);
  }
  return { mails, missed };
}

/** What is so already changes nothing. */
function isChange(act: Act, { group, status }: Known): boolean {
  if (act.do === 'move') return act.group !== group;
  if (act.do === 'reopen') return status !== 'open';
  return act.do !== 'solve' || status !== 'solved';
}

/** Milliseconds of business hours between two instants of whole minutes. */
function openMinutes(from: number, to: number): (since: number, at: number) => number {
  const before = [0];
  for (let at = from; at <= to; at += minute) before.push((before.at(-1) ?? 0) + (isOffice(at) ? 1 : 0));
  const upTo = (at: number) => before[Math.ceil((at - from) / minute)] ?? 0;
  return (since, at) => (upTo(at) - upTo(since)) * minute;
}

/** A plain seeded stream of numbers from 0 to under 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
