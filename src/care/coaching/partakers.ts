import { isAgent } from '../attribution.ts';
import type { Feedback } from '../feedback.ts';

/**
 * Ids of the agents a feedback is, or could be, credited to: by any of the account's rules, or by a lead's decision.
 * A change of the rule finds them as well. Each once; none where nobody is proved.
 */
export function partakersOf({ attribution, dispute }: Pick<Feedback, 'attribution' | 'dispute'>): string[] {
  const { atSolve, atSurvey, atRating, replies } = attribution ?? {};
  const found = [atSolve, atSurvey, atRating, replies?.[0]?.agentId, dispute?.creditTo];
  return [...new Set(found.filter((id): id is string => !!id && isAgent(id)))];
}
