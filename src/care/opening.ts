/** When does a rating open a case? One case per feedback, whoever noticed and however late. */
import type { Configuration } from './configuration.ts';
import { dueAt } from './due.ts';
import { type Feedback, history, latest } from './feedback.ts';
import type { NewEvent } from './ledger.ts';
import { isUntouched } from './moves.ts';
import { isBelow } from './rating.ts';

type Opening = Extract<NewEvent, { kind: 'case_opened' }>;

/**
 * Is a case that nobody has begun without reason, now that the number behind its *bad* is known? An answer the
 * customer changed is another matter: that case had its reason.
 */
export function isWithdrawable(feedback: Feedback): boolean {
  const { case: opened } = feedback;
  if (opened?.rule !== 'csat_below' || !isUntouched(opened)) return false;
  const [answer, ...changed] = history(feedback, 'csat');
  if (!answer || answer.value === null || changed.length > 0) return false;
  return !isBelow(answer, opened.threshold ?? 0).isBelow;
}

/** `null` when there is a case already or nothing is below its threshold. Due counts from the answer. */
export function openingOf(feedback: Feedback, configuration: Configuration, now: number): Opening | null {
  if (feedback.case) return null;
  const csat = latest(feedback, 'csat');
  const ces = latest(feedback, 'ces');
  const low = [
    csat && { rating: csat, rule: 'csat_below' as const, threshold: configuration.csatThreshold },
    ces && { rating: ces, rule: 'ces_below' as const, threshold: configuration.cesThreshold },
  ].find((candidate) => candidate && isBelow(candidate.rating, candidate.threshold).isBelow);
  if (!low) return null;
  return {
    kind: 'case_opened',
    body: {
      rule: low.rule,
      threshold: low.threshold,
      dueAt: dueAt(low.rating.answeredAt ?? now, configuration.targetHours),
      // A good/bad account has no number to wait for.
      isProvisional: isBelow(low.rating, low.threshold).isProvisional && configuration.survey !== 'legacy',
    },
  };
}
