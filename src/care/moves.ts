/** new → in progress → closed, and back only by reopening: which moves are legal, and why not. */
import type { Case } from './feedback.ts';
import type { CaseStatus } from './ledger.ts';

export interface Move {
  to: CaseStatus;
  /** Id of one of the account's outcomes. */
  outcome: string | null;
  note: string | null;
}

/** What an admin may ask a note for. */
export const notedActs = ['assign', 'contact', 'close', 'reopen'] as const;
export type NotedAct = (typeof notedActs)[number];

/** What an admin governs about moves. */
export interface MoveRules {
  /** Closed cases stay closed. */
  isForwardOnly: boolean;
  requiredNotes: readonly NotedAct[];
}

/** Keys of sentences under `moves`. */
export type MoveRefusal = 'already_there' | 'back_to_new' | 'outcome_needed' | 'note_needed' | 'forward_only';

/** Has nobody begun to work on it? */
export const isUntouched = ({ status, ownerId }: Pick<Case, 'status' | 'ownerId'>) =>
  status === 'new' && ownerId === null;

/** Is the move possible at all, whatever an admin asks beyond? The fold knows no settings, or they would rewrite it. */
export function impossibilityOf(current: Pick<Case, 'status'>, move: Move): MoveRefusal | null {
  if (current.status === move.to) return 'already_there';
  if (move.to === 'new') return 'back_to_new';
  return move.to === 'closed' && !move.outcome ? 'outcome_needed' : null;
}

/** `null` when the move is legal here and now. */
export function refusalOfMove(
  current: Pick<Case, 'status'>,
  move: Move,
  { isForwardOnly, requiredNotes }: MoveRules,
): MoveRefusal | null {
  const impossible = impossibilityOf(current, move);
  if (impossible) return impossible;
  const isReopening = current.status === 'closed';
  if (isReopening && isForwardOnly) return 'forward_only';
  const isNoteNeeded =
    (move.to === 'closed' && requiredNotes.includes('close')) ||
    (isReopening && requiredNotes.includes('reopen'));
  return isNoteNeeded && !move.note?.trim() ? 'note_needed' : null;
}
