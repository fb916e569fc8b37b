/** From facts to state. Pure: the same facts in order of their numbers always give the same feedback. */
import { type Case, emptyFeedback, type Feedback } from './feedback.ts';
import type { LedgerEvent } from './ledger.ts';
import { isUntouched, refusalOfMove } from './moves.ts';

/** `null` stands for a record that could not be read as a fact; it keeps its number. */
export type Fact = LedgerEvent | { seq: number; unreadable: true };

export const isReadable = (fact: Fact): fact is LedgerEvent => !('unreadable' in fact);

/** Facts in any order; numbers already folded are left alone, and a gap stops the fold until it is filled. */
export function fold(start: Feedback, facts: readonly Fact[]): Feedback {
  const inOrder = [...facts].sort((a, b) => a.seq - b.seq);
  return inOrder.reduce((state, fact) => (fact.seq === state.rev + 1 ? apply(state, fact) : state), start);
}

/** Is a number missing below the highest one? Facts are never removed, so somebody removed one. */
export function hasGap(state: Feedback, facts: readonly Fact[]): boolean {
  return facts.some((fact) => fact.seq > state.rev);
}

export function foldAll(key: string, facts: readonly Fact[]): Feedback {
  return fold(emptyFeedback(key), facts);
}

function apply(state: Feedback, fact: Fact): Feedback {
  const numbered = { ...state, rev: fact.seq };
  if (!isReadable(fact)) return { ...numbered, ignored: state.ignored + 1 };
  const changed = effectOf(numbered, fact);
  if (!changed) return { ...numbered, ignored: state.ignored + 1 };
  return {
    ...changed,
    lastAction: { kind: fact.kind, byId: fact.byId, at: fact.at },
    edited: state.edited + (fact.isEdited ? 1 : 0),
  };
}

/** `null` when the fact is not legal in this state: it stays in the ledger and changes nothing. */
function effectOf(state: Feedback, fact: LedgerEvent): Feedback | null {
  switch (fact.kind) {
    case 'rated':
      return withRatings(state, fact);
    case 'bucket_set':
      return { ...state, ...fact.body, bucketById: fact.byId, bucketAt: fact.at };
    case 'case_opened':
      return state.case ? null : { ...state, case: opened(fact) };
    case 'case_withdrawn':
      return state.case && isUntouched(state.case) ? { ...state, case: null } : null;
    case 'case_assigned':
      return state.case && { ...state, case: { ...state.case, ownerId: fact.body.ownerId } };
    case 'case_moved':
      return moved(state, fact);
  }
}

function withRatings(state: Feedback, fact: LedgerEvent & { kind: 'rated' }): Feedback {
  const seen = fact.body.ratings.map((rating) => ({ ...rating, seenAt: fact.at }));
  return {
    ...state,
    revisions: [...state.revisions, ...seen],
    isAlreadyRevised: state.isAlreadyRevised || (state.revisions.length === 0 && fact.body.isAlreadyRevised),
    case: settled(state.case, fact),
  };
}

/** The number behind a provisional case became known. */
function settled(current: Case | null, fact: LedgerEvent & { kind: 'rated' }): Case | null {
  if (!current?.isProvisional) return current;
  return fact.body.ratings.some((rating) => rating.value !== null)
    ? { ...current, isProvisional: false }
    : current;
}

function opened(fact: LedgerEvent & { kind: 'case_opened' }): Case {
  return {
    status: 'new',
    ...fact.body,
    openedAt: fact.at,
    ownerId: null,
    outcome: null,
    note: null,
    closedAt: null,
    timesReopened: 0,
  };
}

function moved(state: Feedback, fact: LedgerEvent & { kind: 'case_moved' }): Feedback | null {
  if (!state.case || refusalOfMove(state.case, fact.body)) return null;
  const isReopened = state.case.status === 'closed';
  return {
    ...state,
    case: {
      ...state.case,
      status: fact.body.to,
      outcome: fact.body.outcome,
      note: fact.body.note,
      closedAt: fact.body.to === 'closed' ? fact.at : null,
      timesReopened: state.case.timesReopened + (isReopened ? 1 : 0),
    },
  };
}
