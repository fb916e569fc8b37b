/** From a ledger that was read to where its feedback stands. */
import { Failure } from '../care/failure.ts';
import type { Feedback } from '../care/feedback.ts';
import { type Fact, foldAll, hasGap } from '../care/fold.ts';

/** A ledger with a number missing was tampered with: writing into the gap would change what later facts mean. */
export function refuseGap(state: Feedback, facts: readonly Fact[]): void {
  if (hasGap(state, facts)) throw new Failure('unexpected', { message: `${state.key}: a record is missing` });
}

/** The state of a whole ledger; throws `Failure` where a number is missing. */
export function foldWhole(key: string, facts: readonly Fact[]): Feedback {
  const feedback = foldAll(key, facts);
  refuseGap(feedback, facts);
  return feedback;
}
