/** The promise watch: did a fix hold? */
import type { Columns } from '../insights/columns.ts';
import type { Period } from '../insights/question.ts';
import { type Difference, differenceOf, type Rate, rateOf } from '../rate.ts';
import { type Ratio, ratioOf } from './binomial.ts';
import { type FoundTickets, goodOf, issueTickets } from './issueFigures.ts';
import { leastRated } from './neededRatings.ts';

export const watchStates = ['too_early', 'kept', 'lapsed', 'not_clear'] as const;
export type WatchState = (typeof watchStates)[number];

export interface WatchSide {
  period: Period;
  /** Feedbacks (or tickets found) about it. */
  contacts: number;
  /** Of all that somebody categorised; `null` where a search counts tickets. */
  share: Rate | null;
  perWeek: number;
  csat: Rate;
}

export interface Watch {
  state: WatchState;
  before: WatchSide;
  after: WatchSide;
  /** Contact rate after ÷ before, with its exact 95 % interval; `null` where neither had a contact. */
  ratio: Ratio | null;
  /** CSAT after minus before; `null` below ten ratings on either side. */
  csatChange: Difference | null;
  /** From when it can say something, epoch milliseconds; `null` where time is not what is missing. */
  saysFrom: number | null;
}

export interface WatchQuestion {
  topics: readonly string[];
  found: FoundTickets | null;
  /** Epoch milliseconds. */
  fixedAt: number;
  /** Up to where the data go. */
  now: number;
  /** Feedbacks from before could not all be had; `null` where they could. */
  since: number | null;
  hasSuspected: boolean;
}

const weekMs = 7 * 86_400_000;
/** Weeks a window has at least and at most. */
export const fewestWeeks = 2;
export const mostWeeks = 8;
/** Contacts of both windows below which nothing is said; also categorised feedbacks of each. */
const fewestContacts = 10;
/** A fix that left more than this share of its contacts was none. */
export const lapsedAbove = 0.5;

/** What the columns have to hold to watch a fix: eight weeks before it until now. */
export const watchPeriod = (fixedAt: number, now: number): Period => ({
  from: fixedAt - mostWeeks * weekMs,
  to: now,
});

/**
 * Two windows of w whole weeks, 2 ≤ w ≤ 8: those that end with the fix, and the last w since it; so a return is noticed
 * as long as somebody looks. Contact rate r: contacts ÷ categorised feedbacks (what nobody has read yet is no sign of
 * peace), or with a search, contacts ÷ weeks. With the exact 95 % interval [L, U] of r after ÷ r before (`ratioOf`):
 *
 * - kept: U < 1, surely fewer than before;
 * - lapsed, the volume returned: U ≥ 1 and L > 0.5, not surely fewer, and surely more than half of what it was;
 * - not_clear: neither, or a search that finds more than is read, or too little from before to compare with;
 * - too_early: less than 14 days since the fix, or fewer than 10 contacts in both windows while they still grow.
 *
 * Looked at again and again, a fix that did halve its contacts is called lapsed more often than the 2.5 % of one look.
 */
export function watchOf(columns: Columns, question: WatchQuestion): Watch {
  const { fixedAt, now, found, since } = question;
  const weeks = Math.max(fewestWeeks, Math.min(mostWeeks, Math.floor((now - fixedAt) / weekMs)));
  const before = sideOf(columns, question, { from: fixedAt - weeks * weekMs, to: fixedAt });
  const isEarly = now - fixedAt < fewestWeeks * weekMs;
  const after = sideOf(columns, question, { from: isEarly ? fixedAt : now - weeks * weekMs, to: now });
  const exposed = ({ contacts: count, share }: WatchSide, own: number) => ({ count, of: share?.n ?? own });
  const ratio = ratioOf(exposed(before, weeks), exposed(after, isEarly ? (now - fixedAt) / weekMs : weeks));
  const isRated = Math.min(before.csat.n, after.csat.n) >= leastRated;
  const csatChange = isRated ? differenceOf(after.csat, before.csat) : null;
  const isGrowing = weeks < mostWeeks && before.contacts + after.contacts < fewestContacts;
  const early = isEarly ? fixedAt + fewestWeeks * weekMs : null;
  const watch = { before, after, ratio, csatChange, saysFrom: early };
  if (isEarly || isGrowing) return { ...watch, state: 'too_early' };
  const isMissing = since !== null && since > before.period.from;
  const isBlind = isMissing || found?.isCut || isScarce(before) || isScarce(after);
  if (isBlind || before.contacts + after.contacts < fewestContacts) return { ...watch, state: 'not_clear' };
  return { ...watch, state: stateOf(ratio) };
}

const isScarce = ({ share }: WatchSide) => share !== null && share.n < fewestContacts;

function stateOf(ratio: Ratio | null): WatchState {
  if (!ratio) return 'not_clear';
  const [low, high] = ratio.interval;
  if (high < 1) return 'kept';
  return low > lapsedAbove ? 'lapsed' : 'not_clear';
}

function sideOf(columns: Columns, question: WatchQuestion, period: Period): WatchSide {
  const { own, rest, silent } = issueTickets(columns, { ...question, period });
  const contacts = own.length + silent.length;
  const isRead = (index: number) => (columns.bucket[index] ?? 0) > 0 || (columns.texts.topic[index] ?? 0) > 0;
  const read = own.length + rest.filter(isRead).length;
  const { k, n } = goodOf(columns, own);
  const weeks = (period.to - period.from) / weekMs;
  return {
    period,
    contacts,
    share: question.found ? null : rateOf(own.length, read),
    perWeek: weeks > 0 ? contacts / weeks : 0,
    csat: rateOf(k, n),
  };
}
