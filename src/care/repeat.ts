/** Customers who were let down before. */
import { type Feedback, isCounted, latest, ratedAt } from './feedback.ts';
import { verdictOf } from './rating.ts';

const day = 86_400_000;

export interface Repeat {
  /** Bad ratings, this one included: two or more. */
  count: number;
  /** Days from the first to this one, at least 1. */
  days: number;
}

/** Did the customer say it was bad, in whichever metric, or did a rule open a case for it? */
export function isBad(feedback: Feedback): boolean {
  const rating = latest(feedback, 'csat') ?? latest(feedback, 'ces');
  const hasRule = feedback.case !== null && feedback.case.rule !== 'by_hand';
  return isCounted(feedback) && (hasRule || (rating !== null && verdictOf(rating) === 'bad'));
}

/** `null` where this is the only bad one of the `repeatDays` before it. `others` in any order, this one allowed. */
export function repeatOf(current: Feedback, others: readonly Feedback[], repeatDays: number): Repeat | null {
  const at = ratedAt(current);
  if (at === null || !isBad(current)) return null;
  const before = others
    .filter((other) => other.key !== current.key && isBad(other))
    .map(ratedAt)
    .filter((other) => other !== null)
    .filter((other) => other <= at && at - other <= repeatDays * day);
  if (before.length === 0) return null;
  const days = Math.max(1, Math.round((at - Math.min(...before)) / day));
  return { count: before.length + 1, days };
}
