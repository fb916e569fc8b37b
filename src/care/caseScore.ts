/** The score a list names a case by. */
import type { Configuration } from './configuration.ts';
import { type Feedback, latest } from './feedback.ts';
import { oriented } from './orientation.ts';
import type { Rating } from './rating.ts';

/** A case shows the score that opened it, everything else CSAT before CES; higher = better. `null` without one. */
export function caseScore(feedback: Feedback, configuration: Configuration): Rating | null {
  const [csat, ces] = [latest(feedback, 'csat'), latest(feedback, 'ces')];
  const isAboutEffort = feedback.case?.rule === 'ces_below' && ces !== null;
  return oriented(isAboutEffort ? ces : (csat ?? ces), configuration);
}
