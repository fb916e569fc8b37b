/** What bulk work decides about each row, and why it leaves one alone. */
import type { Feedback } from '../care/feedback.ts';
import type { Entry, EventKind } from '../care/ledger.ts';
import type { MoveRefusal } from '../care/moves.ts';

/** Keys of sentences under `bulk.why`. */
export const bulkRefusals = [
  'no_case',
  'set_aside',
  'closed',
  'already_owned',
  'taken',
  'already_bucket',
  'chosen',
  'changed_since',
  'outcome_needed',
  'note_needed',
] as const;
export type BulkRefusal = (typeof bulkRefusals)[number];

export type Decision = { entry: Entry } | { refusal: BulkRefusal };

/** What the person had before them, and of an undo what stood there before that. */
export interface Seen {
  seen: Feedback;
  before: Feedback | null;
}

export type DecideMany = (state: Feedback, known: Seen) => Decision;

export const refuse = (refusal: BulkRefusal): Decision => ({ refusal });

/** `null` where the case can be worked on. */
export function refusalOfState({ case: current, setAside }: Feedback): BulkRefusal | null {
  if (setAside) return 'set_aside';
  if (!current) return 'no_case';
  return current.status === 'closed' ? 'closed' : null;
}

/** How a move that is not legal is told of a row. */
export function refusalOfRow(refusal: MoveRefusal): BulkRefusal {
  if (refusal === 'outcome_needed' || refusal === 'note_needed') return refusal;
  return 'closed';
}

/** The facts that make a row be left alone: whoever wrote the last of them was first. */
export const reasonsOf: Record<BulkRefusal, readonly EventKind[]> = {
  no_case: ['case_withdrawn', 'linked'],
  set_aside: ['set_aside'],
  closed: ['case_moved'],
  already_owned: ['case_assigned'],
  taken: ['case_assigned'],
  already_bucket: ['bucket_set'],
  chosen: ['bucket_set'],
  changed_since: ['case_assigned', 'case_moved', 'bucket_set', 'set_aside'],
  outcome_needed: [],
  note_needed: [],
};
