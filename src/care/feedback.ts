/** One feedback: the fold of its ledger. */
import * as v from 'valibot';
import { attributionSchema } from './attribution.ts';
import {
  alertWays,
  buckets,
  caseStatuses,
  contactChannels,
  contactResults,
  disputeReasons,
  escalationKinds,
  eventKinds,
  openingRules,
  setAsideReasons,
  steps,
  ticketStates,
} from './ledger.ts';
import { isUntouched } from './moves.ts';
import { instant, type Metric, metrics, rankOf, ratingSchema, verdictOf } from './rating.ts';
import { signs } from './scanner.ts';

/** An answer as it was seen; `seenAt` in epoch milliseconds. */
const revisionSchema = v.object({ ...ratingSchema.entries, seenAt: instant });
export type Revision = v.InferOutput<typeof revisionSchema>;

/** Records written before a member existed lack it. */
const absent = <T>(schema: v.GenericSchema<unknown, T>) => v.optional(v.nullable(schema), null);
const count = v.optional(v.number(), 0);

const caseSchema = v.object({
  status: v.picklist(caseStatuses),
  rule: v.picklist(openingRules),
  threshold: v.nullable(v.number()),
  /** Instants are epoch milliseconds. */
  openedAt: instant,
  dueAt: instant,
  soonAt: absent(instant),
  firstDueAt: absent(instant),
  /** The number is not known yet: bad (1-3), perhaps a 3. */
  isProvisional: v.boolean(),
  ownerId: v.nullable(v.string()),
  /** Id of the account's outcome: see `outcome.ts`. */
  outcome: v.nullable(v.string()),
  note: v.nullable(v.string()),
  closedAt: v.nullable(instant),
  timesReopened: v.number(),
  /** The first time anybody tried to reach the customer. */
  firstActionAt: absent(instant),
  /** The first time the customer was reached or written to. */
  contactedAt: absent(instant),
  /** Tries to reach the customer, replies included; the last one that was no reply. */
  contacts: count,
  lastContact: absent(
    v.object({ channel: v.picklist(contactChannels), result: v.picklist(contactResults), at: instant }),
  ),
  replies: count,
  /** Tickets that went on where this one was closed. */
  followUps: v.optional(v.array(v.string()), []),
  /** Who is asked to help now, and how often anybody was. */
  escalation: absent(
    v.object({
      kind: v.picklist(escalationKinds),
      to: v.nullable(v.string()),
      reason: v.string(),
      byId: v.string(),
      at: instant,
    }),
  ),
  timesEscalated: count,
  declined: v.optional(v.array(v.picklist(steps)), []),
  /** What whoever closed it answered; gone when it is reopened. */
  voice: absent(v.object({ answers: v.record(v.string(), v.string()), skipped: v.nullable(v.string()) })),
});
export type Case = v.InferOutput<typeof caseSchema>;

/** What a case says of itself while nobody has begun. */
export const unbegun = {
  status: 'new',
  ownerId: null,
  outcome: null,
  note: null,
  closedAt: null,
  timesReopened: 0,
  firstActionAt: null,
  contactedAt: null,
  contacts: 0,
  lastContact: null,
  replies: 0,
  followUps: [],
  escalation: null,
  timesEscalated: 0,
  declined: [],
  voice: null,
} satisfies Partial<Case>;

export const feedbackSchema = v.object({
  /** `ticket:<id>`, or `conversation:<id>` while a messaging survey names no ticket. */
  key: v.string(),
  /** Number of the last folded fact, 0 for none. */
  rev: v.number(),
  /** Newest last; the first entry of a metric is the first score seen and stays for ever. */
  revisions: v.array(revisionSchema),
  /** The first answer seen had been changed before: it stays out of recovery figures. */
  isAlreadyRevised: v.boolean(),
  bucket: v.nullable(v.picklist(buckets)),
  topic: v.nullable(v.string()),
  note: v.nullable(v.string()),
  bucketById: v.nullable(v.string()),
  bucketAt: v.nullable(instant),
  case: v.nullable(caseSchema),
  /** The rating that counts looks like a machine's; `isConfirmed` once a person found it genuine. */
  suspicion: v.optional(
    v.nullable(v.object({ signs: v.array(v.picklist(signs)), isConfirmed: v.boolean() })),
    null,
  ),
  /** Out of the figures and the queue, and why. */
  setAside: v.optional(
    v.nullable(
      v.object({
        reason: v.picklist(setAsideReasons),
        note: v.nullable(v.string()),
        byId: v.string(),
        at: instant,
      }),
    ),
    null,
  ),
  /** When a metric's rating was found to be gone from its source, by metric. */
  removed: v.optional(v.object({ csat: v.optional(instant), ces: v.optional(instant) }), {}),
  /** What became of the ticket; `null` while nothing did. */
  ticket: v.optional(
    v.nullable(v.object({ state: v.picklist(ticketStates), into: v.nullable(v.string()), at: instant })),
    null,
  ),
  /** Of a conversation's feedback: the ticket that holds it now. */
  linkedTo: v.optional(v.nullable(v.string()), null),
  attribution: v.optional(v.nullable(attributionSchema), null),
  /** What an agent says against the score, and what a lead made of it. */
  dispute: v.optional(
    v.nullable(
      v.object({
        state: v.picklist(['open', 'accepted', 'rejected']),
        reason: v.picklist(disputeReasons),
        note: v.nullable(v.string()),
        byId: v.string(),
        at: instant,
        /** Who is credited instead, once accepted; `null` for nobody. */
        creditTo: v.nullable(v.string()),
        decision: v.nullable(v.object({ byId: v.string(), at: instant, note: v.nullable(v.string()) })),
      }),
    ),
    null,
  ),
  /** Who was alerted, one entry a workflow; the time is when the app wrote it down. */
  alerts: v.optional(
    v.array(
      v.object({ workflow: v.string(), how: v.picklist(alertWays), to: v.nullable(v.string()), at: instant }),
    ),
    [],
  ),
  lastAction: v.nullable(v.object({ kind: v.picklist(eventKinds), byId: v.string(), at: instant })),
  /** Facts that were left out: unknown kinds, broken bodies, illegal moves. */
  ignored: v.number(),
  /** Facts somebody changed after they were written. */
  edited: v.number(),
});
export type Feedback = v.InferOutput<typeof feedbackSchema>;

export function emptyFeedback(key: string): Feedback {
  return {
    key,
    rev: 0,
    revisions: [],
    isAlreadyRevised: false,
    bucket: null,
    topic: null,
    note: null,
    bucketById: null,
    bucketAt: null,
    case: null,
    suspicion: null,
    setAside: null,
    removed: {},
    ticket: null,
    linkedTo: null,
    attribution: null,
    dispute: null,
    alerts: [],
    lastAction: null,
    ignored: 0,
    edited: 0,
  };
}

/** The rating that counts now, `null` where none was seen, or it is gone while another metric's stands. */
export function latest(feedback: Feedback, metric: Metric): Revision | null {
  const isGone = feedback.removed[metric] !== undefined && removedAt(feedback) === null;
  return isGone ? null : lastSeen(feedback, metric);
}

/** When the last of its ratings went, epoch milliseconds; `null` while one stands, or none was seen. */
export function removedAt(feedback: Feedback): number | null {
  const moments = metrics
    .filter((metric) => lastSeen(feedback, metric) !== null)
    .map((metric) => feedback.removed[metric] ?? null);
  const gone = moments.filter((at) => at !== null);
  return gone.length > 0 && gone.length === moments.length ? Math.max(...gone) : null;
}

/** The last rating seen, gone or not; `null` where none was. */
export function lastSeen(feedback: Feedback, metric: Metric): Revision | null {
  return feedback.revisions.findLast((revision) => revision.metric === metric) ?? null;
}

/**
 * The answers the customer gave for one metric, oldest first. A bare good or bad whose number became known later
 * is one answer with that number, not two; so is what a less trusted source said before a better one was read.
 */
export function history(feedback: Feedback, metric: Metric): Revision[] {
  const seen = feedback.revisions.filter((revision) => revision.metric === metric);
  return seen.filter((revision, index) => {
    const next = seen[index + 1];
    if (!next) return true;
    const isTold = next.answeredAt !== null && next.answeredAt === revision.answeredAt;
    if (isTold && next.value === revision.value && next.scale === revision.scale) return false;
    if (revision.value === null) return verdictOf(next) !== verdictOf(revision);
    return next.value === null || rankOf(next) >= rankOf(revision);
  });
}

/** Is it to be checked before anyone acts on it? */
export const isToCheck = ({ suspicion, setAside }: Feedback) =>
  suspicion !== null && !suspicion.isConfirmed && setAside === null;

/** Does it count in figures? */
export const isCounted = (feedback: Feedback) =>
  feedback.setAside === null && feedback.linkedTo === null && removedAt(feedback) === null;

/** Where lists show it. A suspected rating waits to be checked until somebody begins or confirms it. */
export const lanes = ['none', 'check_first', 'new', 'in_progress', 'closed', 'set_aside'] as const;
export type Lane = (typeof lanes)[number];

export function laneOf(feedback: Feedback): Lane {
  // What nobody began goes on as the ticket's; a case somebody works on stays where it is.
  const isBegun = feedback.case !== null && !isUntouched(feedback.case);
  if (feedback.linkedTo !== null && (!isBegun || feedback.setAside)) return 'none';
  if (feedback.setAside) return 'set_aside';
  const status = feedback.case?.status ?? 'none';
  return status === 'new' && isToCheck(feedback) ? 'check_first' : status;
}

/** When the customer gave the answer that counts, CSAT before CES; `null` without one. */
export function ratedAt(feedback: Feedback): number | null {
  const rating = latest(feedback, 'csat') ?? latest(feedback, 'ces');
  return rating ? (rating.answeredAt ?? rating.seenAt) : null;
}

export const keyOfTicket = (ticketId: string) => `ticket:${ticketId}`;

export const keyOfConversation = (conversationId: string) => `conversation:${conversationId}`;

/** `null` for keys that name no ticket. */
export function ticketOfKey(key: string): string | null {
  return /^ticket:(\d+)$/.exec(key)?.[1] ?? null;
}
