/**
 * One update of a ticket, from its audits or from the incremental export, as the changes that matter here. The two
 * tell the same in different words; both are brought to `Update` first.
 */

import { type Verdict, verdicts } from '../care/rating.ts';
import type { TicketChange } from '../care/replay.ts';

export interface Update {
  ticketId: string;
  /** Epoch milliseconds, whole seconds. */
  at: number;
  events: UpdateEvent[];
  /** The other tickets of a merge; `isInto` where this one went into them. */
  merge: { ids: string[]; isInto: boolean } | null;
}

export interface UpdateEvent {
  /** `Create`, `Change`, `Comment`, or any other word of Zendesk's. */
  type: string;
  /** Of `Create` and `Change`. */
  field: string | null;
  value: unknown;
  previous: unknown;
  /** Of `Comment`. */
  authorId: string | null;
  isPublic: boolean;
  /** Of a satisfaction rating's own event. */
  score: unknown;
}

/** `isCustomer` tells whose public comments are no replies. In the order in which they take effect. */
export function changesOf(update: Update, isCustomer: (userId: string) => boolean): TicketChange[] {
  const { at, events } = update;
  const found = [
    ...(events.some(({ type }) => type === 'Create') ? [{ at, kind: 'created' as const }] : []),
    ...events.flatMap((event) => groupingOf(event, at)),
    ...events.flatMap((event) => assignmentOf(event, at)),
    ...events.flatMap((event) => replyOf(event, at, isCustomer)),
    ...(events.some(isSolution) ? [{ at, kind: 'solved' as const }] : []),
    ...(events.some(isOffer) ? [{ at, kind: 'offered' as const }] : []),
    ...(events.some(isAnswer) ? [{ at, kind: 'rated' as const, verdict: verdictIn(events) }] : []),
    ...mergeOf(update),
  ];
  return found;
}

function assignmentOf({ field, value }: UpdateEvent, at: number): TicketChange[] {
  return field === 'assignee_id' ? [{ at, kind: 'assigned', agentId: idIn(value) }] : [];
}

function groupingOf({ field, value }: UpdateEvent, at: number): TicketChange[] {
  return field === 'group_id' ? [{ at, kind: 'grouped', groupId: idIn(value) }] : [];
}

/** Zendesk's own doings have the author -1. */
function replyOf(event: UpdateEvent, at: number, isCustomer: (userId: string) => boolean): TicketChange[] {
  const { type, isPublic, authorId } = event;
  const isReply = type === 'Comment' && isPublic && authorId !== null && Number(authorId) > 0;
  return isReply && !isCustomer(authorId) ? [{ at, kind: 'replied', agentId: authorId }] : [];
}

/** A ticket closed without having been solved was finished there and then. */
function isSolution({ field, value, previous }: UpdateEvent): boolean {
  return field === 'status' && (value === 'solved' || (value === 'closed' && previous !== 'solved'));
}

const isVerdict = (value: unknown): value is Verdict => verdicts.some((verdict) => verdict === value);

/** The new CSAT's event names are undocumented: any that speaks of a survey and an offer is the offer. */
function isOffer({ type, field, value, score }: UpdateEvent): boolean {
  if (field === 'satisfaction_score') return value === 'offered';
  if (/satisfaction/i.test(type)) return score === 'offered';
  return /survey/i.test(type) && /offer/i.test(type);
}

/** Likewise any that speaks of a survey and a response, an answer or a submission. */
function isAnswer({ type, field, value, score }: UpdateEvent): boolean {
  if (field === 'satisfaction_score') return isVerdict(value);
  if (/satisfaction/i.test(type)) return isVerdict(score);
  return /survey/i.test(type) && /respon|answer|submi/i.test(type) && !/offer/i.test(type);
}

/** `null` where the answer left good or bad as it was. */
function verdictIn(events: readonly UpdateEvent[]): Verdict | null {
  const said = events.flatMap(({ type, field, value, score }) => {
    if (field === 'satisfaction_score') return value;
    return /satisfaction/i.test(type) ? score : [];
  });
  return said.findLast(isVerdict) ?? null;
}

/** Merged tickets get a tag; the other ticket of a merge only gets a note. */
function mergeOf({ at, events, merge }: Update): TicketChange[] {
  const isTagged = events.some(
    ({ field, value, previous }) => field === 'tags' && hasMergeTag(value) && !hasMergeTag(previous),
  );
  if (!isTagged && !merge?.isInto) return [];
  return [{ at, kind: 'merged', into: merge?.ids[0] ?? null }];
}

const hasMergeTag = (tags: unknown) => Array.isArray(tags) && tags.includes('closed_by_merge');

/** Ids come as text and as numbers; nobody is `null`, empty text or absent. */
export function idIn(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}
