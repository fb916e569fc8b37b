/** Closes many cases with one outcome and one note. */
import { type Move, type MoveRules, refusalOfMove } from '../care/moves.ts';
import { type DecideMany, refusalOfRow, refusalOfState, refuse } from './bulkDecision.ts';

/** There is no way back: a case opened again counts as reopened. */
export function closeMany(outcome: string, note: string | null, rules: MoveRules): DecideMany {
  const move: Move = { to: 'closed', outcome, note: note?.trim() || null };
  return (state) => {
    const refusal = refusalOfState(state);
    if (refusal || !state.case) return refuse(refusal ?? 'no_case');
    const illegal = refusalOfMove(state.case, move, rules);
    return illegal ? refuse(refusalOfRow(illegal)) : { entry: [{ kind: 'case_moved', body: move }] };
  };
}
