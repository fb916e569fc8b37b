/**
 * Was the customer turned around? Told with what it rests on, and summed over both denominators, so that nobody
 * mistakes customers who changed their minds by themselves for the team's own work.
 */
import type { Configuration } from './configuration.ts';
import { type Case, type Feedback, history, type Revision, removedAt } from './feedback.ts';
import { oriented } from './orientation.ts';
import { type OutcomeKind, outcomeOf } from './outcome.ts';
import { type Rate, rateOf } from './rate.ts';
import { isBelow, type Metric, onFive, verdictOf } from './rating.ts';

/** What makes a case count as recovered. */
export const recoveryRules = ['outcome', 'later_score'] as const;
export type RecoveryRule = (typeof recoveryRules)[number];

/** A later answer of this much on 1-5, higher = better, counts as recovered. */
export const recoveredFrom = 4;

/** Why a case says nothing about recovery. */
export const leftOutReasons = ['set_aside', 'removed', 'linked', 'already_revised', 'not_bad'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

export interface Recovery {
  /** The first score seen, and the last one answered after the case had been opened; higher = better. */
  first: Revision | null;
  later: Revision | null;
  isContacted: boolean;
  /** What its outcome counts as; `null` while it is open, or where nobody knows the outcome any more. */
  outcome: OutcomeKind | null;
  /** Every rule by which it counts as recovered; none where it does not. */
  rules: RecoveryRule[];
  /** `null` where it counts in figures once closed. */
  leftOut: LeftOutReason | null;
}

/** `null` where there is no case. */
export function recoveryOf(feedback: Feedback, configuration: Configuration): Recovery | null {
  const { case: current } = feedback;
  if (!current) return null;
  const [first = null, ...changed] = history(feedback, metricOf(feedback, current)).map((one) =>
    oriented(one, configuration),
  );
  const later = changed.findLast((one) => (one.answeredAt ?? one.seenAt) > current.openedAt) ?? null;
  const outcome = current.outcome === null ? null : (outcomeOf(current.outcome, configuration)?.kind ?? null);
  const rules = recoveryRules.filter((rule) =>
    rule === 'outcome' ? outcome === 'recovered' : later !== null && isGood(later),
  );
  const isContacted = current.contactedAt !== null;
  return {
    first,
    later,
    isContacted,
    outcome,
    rules,
    leftOut: leftOutOf(feedback, current, first, configuration),
  };
}

/** The metric the case is about: the one that opened it, by hand CSAT before CES. */
function metricOf(feedback: Feedback, { rule }: Case): Metric {
  if (rule !== 'by_hand') return rule === 'ces_below' ? 'ces' : 'csat';
  return history(feedback, 'csat').length > 0 ? 'csat' : 'ces';
}

/**
 * When the customer gave the answer a case is about, epoch milliseconds: the last one before it was opened, which need
 * not be the first. `null` without one.
 */
export function caseRatedAt(feedback: Feedback, current: Case): number | null {
  const answers = history(feedback, metricOf(feedback, current)).map((one) => one.answeredAt ?? one.seenAt);
  return answers.findLast((at) => at <= current.openedAt) ?? answers[0] ?? null;
}

/** A number decides where there is one; good or bad where that is all that is known. */
function isGood(rating: Revision): boolean {
  const { value, scale, lowest } = rating;
  if (value === null || scale === null) return verdictOf(rating) === 'good';
  return onFive(value, scale, lowest) >= recoveredFrom;
}

function leftOutOf(
  feedback: Feedback,
  { rule }: Case,
  first: Revision | null,
  { csatThreshold, cesThreshold }: Configuration,
): LeftOutReason | null {
  if (feedback.setAside) return 'set_aside';
  if (feedback.linkedTo !== null) return 'linked';
  if (removedAt(feedback) !== null) return 'removed';
  if (feedback.isAlreadyRevised) return 'already_revised';
  // A case somebody opened by hand counts where a rule would have opened it as well.
  const threshold = first?.metric === 'ces' ? cesThreshold : csatThreshold;
  const isBad = rule !== 'by_hand' || (first !== null && isBelow(first, threshold).isBelow);
  return isBad ? null : 'not_bad';
}

export interface RecoverySums {
  /** Closed cases of bad scores that count. */
  closed: number;
  /** Recovered of those contacted, and of all closed: never one without the other. */
  ofContacted: Rate;
  ofClosed: Rate;
  /** Of those nobody contacted: how many gave a good score later by themselves. In neither numerator above. */
  spontaneous: Rate;
  /** Closed as recovered although nobody logged a contact: recovered of all closed, of those contacted not. */
  unlogged: number;
  /** Closed and not counted, by reason. */
  leftOut: Partial<Record<LeftOutReason, number>>;
}

/** Of the closed ones among these; each feedback once. */
export function recoverySums(feedbacks: readonly Feedback[], configuration: Configuration): RecoverySums {
  const closed = feedbacks
    .filter((feedback) => feedback.case?.status === 'closed')
    .flatMap((feedback) => recoveryOf(feedback, configuration) ?? []);
  const counted = closed.filter(({ leftOut }) => leftOut === null);
  const contacted = counted.filter(({ isContacted }) => isContacted);
  const others = counted.filter(({ isContacted }) => !isContacted);
  const recovered = contacted.filter(({ rules }) => rules.length > 0).length;
  const unlogged = others.filter(({ rules }) => rules.includes('outcome')).length;
  const spontaneous = others.filter(({ rules }) => rules.length > 0).length - unlogged;
  return {
    closed: counted.length,
    ofContacted: rateOf(recovered, contacted.length),
    ofClosed: rateOf(recovered + unlogged, counted.length),
    spontaneous: rateOf(spontaneous, others.length),
    unlogged,
    leftOut: countsBy(closed),
  };
}

function countsBy(closed: readonly Recovery[]): RecoverySums['leftOut'] {
  const counts: RecoverySums['leftOut'] = {};
  for (const { leftOut } of closed) if (leftOut) counts[leftOut] = (counts[leftOut] ?? 0) + 1;
  return counts;
}

/** The feedbacks whose case was closed at `since` or later, epoch milliseconds, and still is. */
export const closedSince = (feedbacks: readonly Feedback[], since: number): Feedback[] =>
  feedbacks.filter(({ case: current }) => current?.closedAt != null && current.closedAt >= since);
