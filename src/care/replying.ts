/** Answering a customer from a case: where it can be done, and how one reply lives from the press to the ledger. */
import * as v from 'valibot';
import { failureKinds } from './failure.ts';
import type { Feedback } from './feedback.ts';
import type { Entry, TicketState } from './ledger.ts';
import { instant } from './rating.ts';

/** What decides where a ticket can be answered. */
export interface ReplyTicket {
  id: string;
  /** Zendesk's: new, open, pending, hold, solved, closed. */
  status: string;
  state: TicketState;
  /** How it came in (`via.channel`); `null` where Zendesk did not say. */
  channel: string | null;
  /** Its conversation goes on in a messenger, whatever the channel is called. */
  isMessaging: boolean;
}

/** Keys of sentences under `reply.why`. */
export type ReplyRefusal = 'no_ticket' | 'deleted' | 'merged' | 'unreadable' | 'no_address';

/** How the words reach the customer. */
export type ReplyWay =
  | { kind: 'comment'; ticketId: string; isFollowUp: boolean }
  | { kind: 'follow_up'; ticketId: string }
  | { kind: 'in_ticket'; ticketId: string }
  | { kind: 'none'; why: ReplyRefusal };
export type SentWay = Extract<ReplyWay, { kind: 'comment' | 'follow_up' }>;

/**
 * Channels whose public comments reach the customer by mail or in the help centre. Any other one, also one nobody
 * has heard of, is a conversation somebody may be waiting in: that one is answered on the ticket.
 */
const written = new Set([
  'email',
  'web',
  'api',
  'web_service',
  'web_form',
  'web_widget',
  'mobile',
  'mobile_sdk',
  'help_center',
  'helpcenter',
  'closed_ticket',
  'sample_ticket',
  'import',
  'system',
]);

const isLive = ({ channel, isMessaging }: ReplyTicket) =>
  isMessaging || channel === null || !written.has(channel);

/**
 * `own` is the ticket the feedback is about, `null` where it cannot be read; `followUps` those that went on where it
 * was closed, oldest first. `hasAddress` says whether the customer can be mailed.
 */
export function replyWay(
  own: ReplyTicket | null,
  followUps: readonly ReplyTicket[],
  hasAddress: boolean,
): ReplyWay {
  if (!own) return { kind: 'none', why: 'unreadable' };
  if (own.state !== 'present') return { kind: 'none', why: own.state };
  if (own.status !== 'closed') return wayOn(own, false);
  const going = followUps.findLast(({ status, state }) => state === 'present' && status !== 'closed');
  if (going) return wayOn(going, true);
  return hasAddress ? { kind: 'follow_up', ticketId: own.id } : { kind: 'none', why: 'no_address' };
}

const wayOn = (ticket: ReplyTicket, isFollowUp: boolean): ReplyWay =>
  isLive(ticket)
    ? { kind: 'in_ticket', ticketId: ticket.id }
    : { kind: 'comment', ticketId: ticket.id, isFollowUp };

/** Longest reply, in UTF-16 units: Zendesk cuts a comment silently at 64 kB. */
export const longestReply = 10_000;

/** Stands in a proposal where only a person can know what to say. */
export const gap = '[…]';

/** Keys of sentences under `reply.refused`. */
export type TextRefusal = 'empty' | 'unedited' | 'gap' | 'too_long';

/** A proposal is never sent unread: somebody has changed it, and filled its gaps. */
export function refusalOfText(text: string, proposal: string): TextRefusal | null {
  if (!text.trim()) return 'empty';
  if (text.includes(gap)) return 'gap';
  if (text.trim() === proposal.trim()) return 'unedited';
  return text.length > longestReply ? 'too_long' : null;
}

/** Milliseconds a reply waits for a change of mind. */
export const holdMs = 10_000;
/** Milliseconds a hold may end late: whoever comes later (the machine slept) does not send it any more. */
export const graceMs = 3_000;
/** Milliseconds after which a request without an answer no longer reaches the ticket: Zendesk ends it before. */
export const settleMs = 60_000;

/**
 * `held` nothing was called yet · `stopped` nothing was called, or Zendesk refused it · `sending` the request is out ·
 * `unknown` no answer that tells · `absent` looked for, and not there · `sent` on the ticket, not yet in the ledger.
 */
export const replyStates = ['held', 'stopped', 'sending', 'unknown', 'absent', 'sent'] as const;

/**
 * What stands in a reply's way, keys of sentences under `reply.problem`. `undone` by the writer · `interrupted` its
 * frame went during the hold · `met` somebody else wrote · `not_looked` whether somebody did could not be read ·
 * `refused` by Zendesk · `unreadable` the ticket's history, which would tell · `unrecorded` sent, not in the ledger.
 */
export const replyProblems = [
  'undone',
  'interrupted',
  'met',
  'not_looked',
  'refused',
  'unreadable',
  'unrecorded',
] as const;

const text = v.nullable(v.string());
const sentWay = v.variant('kind', [
  v.object({ kind: v.literal('comment'), ticketId: v.string(), isFollowUp: v.boolean() }),
  v.object({ kind: v.literal('follow_up'), ticketId: v.string() }),
]);

/** One reply on its way, as the tab keeps it. Its id is on the ticket's update and in the ledger. */
export const replySchema = v.object({
  id: v.string(),
  /** Of the feedback. */
  key: v.string(),
  /** The ticket the feedback is about, and its customer. */
  ticketId: v.string(),
  requesterId: text,
  /** As sentences about it call the customer. */
  customer: v.string(),
  way: sentWay,
  /** Of the ticket, for a follow-up. */
  subject: v.string(),
  text: v.string(),
  /** What follows once it is sent. */
  next: v.picklist(['keep', 'close']),
  /** Number of the last fact its writer had seen of others. */
  seenRev: v.number(),
  state: v.picklist(replyStates),
  /** Epoch milliseconds: of a held one when the hold ends, of others when the request went out. */
  at: instant,
  /** The ticket it is on. */
  sentTo: text,
  problem: v.nullable(
    v.object({
      kind: v.picklist(replyProblems),
      /** Why Zendesk could not be asked, or refused. */
      failure: v.nullable(v.picklist(failureKinds)),
      /** Who wrote to the customer, and when. */
      byId: text,
      at: v.nullable(instant),
    }),
  ),
});
export type Reply = v.InferOutput<typeof replySchema>;
export type ReplyProblem = NonNullable<Reply['problem']>;

export function problem(
  kind: ReplyProblem['kind'],
  detail: Partial<Omit<ReplyProblem, 'kind'>> = {},
): ReplyProblem {
  return { kind, failure: null, byId: null, at: null, ...detail };
}

/** What the tab kept under the reply's name, `null` for anything else. */
export function replyIn(kept: unknown): Reply | null {
  const result = v.safeParse(replySchema, kept);
  return result.success ? result.output : null;
}

/** What a reply found again in the tab, whose frame has gone, needs before anything else. */
export type Resumption = 'wait' | 'not_sent' | 'show' | 'check' | 'record';

export function resumptionOf({ state, at }: Pick<Reply, 'state' | 'at'>, now: number): Resumption {
  // While another frame may still hold it, that one sends it.
  if (state === 'held') return now <= at + 2 * graceMs ? 'wait' : 'not_sent';
  if (state === 'stopped' || state === 'absent') return 'show';
  return state === 'sent' ? 'record' : 'check';
}

/** A request that was out so long ago, and is not on the ticket, will not come any more. */
export const isSettled = ({ at }: Pick<Reply, 'at'>, now: number) => now >= at + settleMs;

/** What the ledger is told: the customer was written to, and whoever wrote works on the case now. */
export function factsOfReply(
  feedback: Feedback,
  { way }: Pick<Reply, 'way'>,
  sentTo: string,
  byId: string,
): Entry | null {
  const current = feedback.case;
  if (!current) return null;
  const isFollowUp = way.kind === 'follow_up' || way.isFollowUp;
  const isFree = current.status !== 'closed' && current.ownerId === null;
  return [
    { kind: 'replied', body: { ticketId: sentTo, isFollowUp } },
    ...(isFree ? [{ kind: 'case_assigned' as const, body: { ownerId: byId, reason: null } }] : []),
    ...(current.status === 'new'
      ? [{ kind: 'case_moved' as const, body: { to: 'in_progress' as const, outcome: null, note: null } }]
      : []),
  ];
}

/** Which first text fits: praise is thanked for, effort is apologised for, the rest goes by the bucket. */
export type ProposalKind = 'praise' | 'effort' | 'agent' | 'process' | 'root_cause' | 'open';

export function proposalKind(feedback: Feedback, isGood: boolean): ProposalKind {
  if (isGood) return 'praise';
  if (feedback.bucket) return feedback.bucket;
  return feedback.case?.rule === 'ces_below' ? 'effort' : 'open';
}
