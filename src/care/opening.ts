/** When does a rating open a case? One case per feedback, whoever noticed and however late. */
import type { Configuration } from './configuration.ts';
import { dueTimes } from './due.ts';
import { type Feedback, history, isCounted, latest } from './feedback.ts';
import type { NewEvent } from './ledger.ts';
import { isUntouched } from './moves.ts';
import { oriented } from './orientation.ts';
import { isBelow, type Rating } from './rating.ts';

type Opening = Extract<NewEvent, { kind: 'case_opened' }>;

/**
 * Is a case that nobody has begun without reason, now that the number behind its *bad* is known? An answer the
 * customer changed is another matter: that case had its reason.
 */
export function isWithdrawable(feedback: Feedback, configuration: Configuration): boolean {
  const { case: opened } = feedback;
  if (opened?.rule !== 'csat_below' || !isUntouched(opened)) return false;
  const [answer = null, ...changed] = history(feedback, 'csat').map((one) => oriented(one, configuration));
  if (!answer || answer.value === null || changed.length > 0) return false;
  return !isBelow(answer, opened.threshold ?? 0).isBelow;
}

/**
 * `null` when there is a case already, nothing that counts is below its threshold, or the answer is older than the
 * app's beginning here. Due counts from the answer.
 */
export function openingOf(feedback: Feedback, configuration: Configuration, now: number): Opening | null {
  if (feedback.case || !isCounted(feedback)) return null;
  const csat = oriented(latest(feedback, 'csat'), configuration);
  const ces = oriented(latest(feedback, 'ces'), configuration);
  const low = [
    csat && { rating: csat, rule: 'csat_below' as const, threshold: configuration.csatThreshold },
    ces && { rating: ces, rule: 'ces_below' as const, threshold: configuration.cesThreshold },
  ].find((candidate) => candidate && isBelow(candidate.rating, candidate.threshold).isBelow);
  if (!low || isHistory(low.rating, configuration)) return null;
  return {
    kind: 'case_opened',
    body: {
      rule: low.rule,
      threshold: low.threshold,
      ...dueTimes(low.rating.answeredAt ?? now, configuration),
      // A good/bad account has no number to wait for.
      isProvisional: isBelow(low.rating, low.threshold).isProvisional && configuration.survey !== 'legacy',
    },
  };
}

/** What a place said back then was answered earlier still. */
function isHistory({ answeredAt, asOf }: Rating, { casesSince }: Configuration): boolean {
  const latest = answeredAt ?? asOf;
  return casesSince !== null && latest !== null && latest < casesSince;
}
