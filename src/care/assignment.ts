/** Handing a case on: what is possible, and when it wants a word of why. */
import type { Case } from './feedback.ts';
import type { MoveRules } from './moves.ts';

export interface Assignment {
  /** Zendesk user id; `null` gives the case back. */
  ownerId: string | null;
  reason: string | null;
}

/** Taking a case never wants a reason; handing it to somebody else, or back, does where an admin says so. */
export const isReasonNeeded = (
  ownerId: string | null,
  userId: string,
  { requiredNotes }: Pick<MoveRules, 'requiredNotes'>,
) => ownerId !== userId && requiredNotes.includes('assign');

/** `expected` is who had it when the person looked: somebody quicker is never overruled unseen. */
export function isAssignable(current: Case | null, ownerId: string | null, expected: string | null): boolean {
  const isFree = current !== null && current.status !== 'closed' && current.ownerId === expected;
  return isFree && ownerId !== expected;
}
