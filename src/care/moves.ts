/** new → in progress → closed, and back only by reopening: which moves are legal, and why not. */
import type { Case } from './feedback.ts';
import type { CaseStatus, Outcome } from './ledger.ts';

export interface Move {
  to: CaseStatus;
  outcome: Outcome | null;
  note: string | null;
}

/** Keys of sentences under `moves`. */
export type MoveRefusal = 'already_there' | 'back_to_new' | 'outcome_needed' | 'note_needed';

/** Has nobody begun to work on it? */
export const isUntouched = ({ status, ownerId }: Pick<Case, 'status' | 'ownerId'>) =>
  status === 'new' && ownerId === null;

/** `null` when the move is legal. Closing needs an outcome and a note, reopening a note. */
export function refusalOfMove(current: Pick<Case, 'status'>, move: Move): MoveRefusal | null {
  if (current.status === move.to) return 'already_there';
  if (move.to === 'new') return 'back_to_new';
  if (move.to === 'closed' && !move.outcome) return 'outcome_needed';
  const isNoteNeeded = move.to === 'closed' || current.status === 'closed';
  return isNoteNeeded && !move.note?.trim() ? 'note_needed' : null;
}
