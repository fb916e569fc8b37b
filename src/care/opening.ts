/** When does a rating open a case? One case per feedback, whoever noticed and however late. */
import type { Configuration } from './configuration.ts';
import { dueAt } from './due.ts';
import { type Feedback, latest } from './feedback.ts';
import type { NewEvent } from './ledger.ts';
import { isUntouched } from './moves.ts';
import { isBelow } from './rating.ts';

type Opening = Extract<NewEvent, { kind: 'case_opened' }>;

/** Is a provisional case, which nobody has begun, without reason now that the number is known? */
export function isWithdrawable({ case: opened, ...feedback }: Feedback): boolean {
  if (opened?.rule !== 'csat_below' || !isUntouched(opened)) return false;
  const csat = latest({ ...feedback, case: opened }, 'csat');
  const wasProvisional = feedback.revisions.some((one) => one.metric === 'csat' && one.value === null);
  return (
    wasProvisional && csat !== null && csat.value !== null && !isBelow(csat, opened.threshold ?? 0).isBelow
  );
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
