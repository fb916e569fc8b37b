/** From facts to state. Pure: the same facts in order of their numbers always give the same feedback. */
import { type Case, emptyFeedback, type Feedback, lastSeen, unbegun } from './feedback.ts';
import type { LedgerEvent, NewEvent } from './ledger.ts';
import { impossibilityOf, isUntouched } from './moves.ts';
import { verdictOf } from './rating.ts';

/** A record that could not be read as a fact keeps its number. */
export type Fact = LedgerEvent | { seq: number; part: number; unreadable: true };

export const isReadable = (fact: Fact): fact is LedgerEvent => !('unreadable' in fact);

/**
 * Facts in any order, those of one record in theirs; numbers already folded are left alone, and a gap stops the
 * fold until it is filled.
 */
export function fold(start: Feedback, facts: readonly Fact[]): Feedback {
  const unique = new Map(facts.map((fact) => [`${fact.seq}.${fact.part}`, fact]));
  const inOrder = [...unique.values()].sort((a, b) => a.seq - b.seq || a.part - b.part);
  return inOrder.reduce((state, fact) => {
    const isNext =
      fact.part === 0 ? fact.seq === state.rev + 1 : fact.seq === state.rev && fact.seq > start.rev;
    return isNext ? apply(state, fact) : state;
  }, start);
}

/** The state if these facts were written now: what the next decision has to start from. */
export function foresee(state: Feedback, facts: readonly NewEvent[], now: number): Feedback {
  const written = { seq: state.rev + 1, byId: '', at: now, operation: '', isEdited: false };
  const asWritten = facts.map((fact, part) => ({ ...fact, ...written, part }));
  return { ...fold(state, asWritten), rev: state.rev };
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
    lastAction: isAutomatic(fact) ? state.lastAction : { kind: fact.kind, byId: fact.byId, at: fact.at },
    edited: state.edited + (fact.isEdited ? 1 : 0),
  };
}

/** Working out whose it is, or telling somebody, is nothing anybody did about it. */
const isAutomatic = ({ kind }: LedgerEvent) => kind === 'attributed' || kind === 'alerted';

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
    case 'contacted':
    case 'replied':
      return state.case && { ...state, case: contacted(state.case, fact) };
    case 'escalated':
      return onOpen(state, (current) => ({
        escalation: { ...fact.body, byId: fact.byId, at: fact.at },
        timesEscalated: current.timesEscalated + 1,
      }));
    case 'escalation_ended':
      return state.case?.escalation ? onCase(state, { escalation: null }) : null;
    case 'step_declined':
      return onOpen(state, ({ declined }) => ({
        declined: [...new Set([...declined, fact.body.step])],
      }));
    case 'voiced':
      return state.case?.status === 'closed' ? onCase(state, { voice: fact.body }) : null;
    case 'rating_removed':
      return withoutRatings(state, fact);
    case 'attributed':
      return { ...state, attribution: fact.body };
    case 'suspected':
      return { ...state, suspicion: { signs: fact.body.signs, isConfirmed: false } };
    case 'confirmed':
      return state.suspicion && { ...state, suspicion: { ...state.suspicion, isConfirmed: true } };
    case 'set_aside':
      return state.setAside ? null : { ...state, setAside: { ...fact.body, byId: fact.byId, at: fact.at } };
    case 'restored':
      return state.setAside && { ...state, setAside: null };
    case 'alerted':
      return alerted(state, fact);
    case 'disputed':
      return disputed(state, fact);
    case 'dispute_decided':
      return decided(state, fact);
    case 'dispute_withdrawn':
      return state.dispute?.state === 'open' && state.dispute.byId === fact.byId
        ? { ...state, dispute: null }
        : null;
    case 'ticket_changed':
      return { ...state, ticket: { ...fact.body, at: fact.at } };
    case 'linked':
      return { ...state, linkedTo: fact.body.ticketId };
  }
}

/** Each workflow alerts once. */
function alerted(state: Feedback, { body, at }: LedgerEvent & { kind: 'alerted' }): Feedback | null {
  if (state.alerts.some(({ workflow }) => workflow === body.workflow)) return null;
  return { ...state, alerts: [...state.alerts, { ...body, at }] };
}

/** One dispute at a time; what was decided may be disputed anew. */
function disputed(state: Feedback, { body, byId, at }: LedgerEvent & { kind: 'disputed' }): Feedback | null {
  if (state.revisions.length === 0 || state.dispute?.state === 'open') return null;
  return { ...state, dispute: { ...body, state: 'open', byId, at, creditTo: null, decision: null } };
}

/** Nobody decides their own. */
function decided(state: Feedback, fact: LedgerEvent & { kind: 'dispute_decided' }): Feedback | null {
  const { dispute } = state;
  if (dispute?.state !== 'open' || dispute.byId === fact.byId) return null;
  const { decision, creditTo, note } = fact.body;
  const isAccepted = decision === 'accepted';
  return {
    ...state,
    dispute: {
      ...dispute,
      state: decision,
      creditTo: isAccepted ? creditTo : null,
      decision: { byId: fact.byId, at: fact.at, note },
    },
  };
}

/** Gone from their source, as far as they were ever seen. */
function withoutRatings(state: Feedback, fact: LedgerEvent & { kind: 'rating_removed' }): Feedback | null {
  const gone = fact.body.metrics.filter((metric) => lastSeen(state, metric) !== null);
  if (gone.length === 0) return null;
  const removed = { ...state.removed, ...Object.fromEntries(gone.map((metric) => [metric, fact.at])) };
  return { ...state, removed };
}

function withRatings(state: Feedback, fact: LedgerEvent & { kind: 'rated' }): Feedback {
  const seen = fact.body.ratings.map((rating) => ({ ...rating, seenAt: fact.at }));
  return {
    ...state,
    revisions: [...state.revisions, ...seen],
    isAlreadyRevised: state.isAlreadyRevised || (state.revisions.length === 0 && fact.body.isAlreadyRevised),
    removed: standing(state.removed, fact),
    // Another answer is another matter; one whose number became known is the same.
    suspicion: isSameAnswer(state, fact) ? state.suspicion : null,
    case: settled(state.case, fact),
  };
}

/** What is seen again is no longer gone. */
const standing = (removed: Feedback['removed'], { body }: LedgerEvent & { kind: 'rated' }) =>
  Object.fromEntries(
    Object.entries(removed).filter(([metric]) => !body.ratings.some((rating) => rating.metric === metric)),
  );

function isSameAnswer(state: Feedback, fact: LedgerEvent & { kind: 'rated' }): boolean {
  const before = lastSeen(state, 'csat');
  const after = fact.body.ratings.findLast((rating) => rating.metric === 'csat');
  return !after || (before?.value === null && verdictOf(before) === verdictOf(after));
}

/** The number behind a provisional case became known. */
function settled(current: Case | null, fact: LedgerEvent & { kind: 'rated' }): Case | null {
  if (!current?.isProvisional) return current;
  return fact.body.ratings.some((rating) => rating.value !== null)
    ? { ...current, isProvisional: false }
    : current;
}

const onCase = (state: Feedback, change: Partial<Case>): Feedback | null =>
  state.case && { ...state, case: { ...state.case, ...change } };

/** A closed case asks nobody for help and proposes nothing. */
const onOpen = (state: Feedback, change: (current: Case) => Partial<Case>): Feedback | null =>
  state.case && state.case.status !== 'closed' ? onCase(state, change(state.case)) : null;

/** A reply reaches the customer as far as anybody can tell. Contact after closing counts as contact, too. */
function contacted(current: Case, fact: LedgerEvent & { kind: 'contacted' | 'replied' }): Case {
  const isReached = fact.kind === 'replied' || fact.body.result === 'reached';
  const tried = {
    ...current,
    firstActionAt: current.firstActionAt ?? fact.at,
    contactedAt: current.contactedAt ?? (isReached ? fact.at : null),
    contacts: current.contacts + 1,
  };
  if (fact.kind === 'contacted') {
    const { channel, result } = fact.body;
    return { ...tried, lastContact: { channel, result, at: fact.at } };
  }
  const { ticketId, isFollowUp } = fact.body;
  return {
    ...tried,
    replies: current.replies + 1,
    followUps: isFollowUp ? [...new Set([...current.followUps, ticketId])] : current.followUps,
  };
}

const opened = (fact: LedgerEvent & { kind: 'case_opened' }): Case => ({
  ...unbegun,
  ...fact.body,
  openedAt: fact.at,
});

function moved(state: Feedback, fact: LedgerEvent & { kind: 'case_moved' }): Feedback | null {
  if (!state.case || impossibilityOf(state.case, fact.body)) return null;
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
      escalation: fact.body.to === 'closed' ? null : state.case.escalation,
      voice: isReopened ? null : state.case.voice,
      declined: isReopened ? [] : state.case.declined,
    },
  };
}
