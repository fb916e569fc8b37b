/** Gives many cases to one person, or to nobody. */
import { type Assignment, isAssignable, isReasonNeeded } from '../care/assignment.ts';
import type { MoveRules } from '../care/moves.ts';
import { type DecideMany, refusalOfState, refuse } from './bulkDecision.ts';

/** Whoever took a case since the person (`userId`) saw it keeps it. */
export function assignMany(
  { ownerId, reason }: Assignment,
  userId: string,
  rules: Pick<MoveRules, 'requiredNotes'>,
): DecideMany {
  const text = reason?.trim() || null;
  return (state, { seen }) => {
    const refusal = refusalOfState(state);
    if (refusal) return refuse(refusal);
    if (state.case?.ownerId === ownerId) return refuse('already_owned');
    if (!isAssignable(state.case, ownerId, seen.case?.ownerId ?? null)) return refuse('taken');
    if (!text && isReasonNeeded(ownerId, userId, rules)) return refuse('note_needed');
    return { entry: [{ kind: 'case_assigned', body: { ownerId, reason: text } }] };
  };
}

/** Back to who had it, where nobody gave it to somebody else or closed it meanwhile. */
export const unassignMany: DecideMany = (state, { seen, before }) => {
  const refusal = refusalOfState(state);
  if (refusal) return refuse(refusal);
  if (state.case?.ownerId !== seen.case?.ownerId) return refuse('changed_since');
  return {
    entry: [{ kind: 'case_assigned', body: { ownerId: before?.case?.ownerId ?? null, reason: null } }],
  };
};
