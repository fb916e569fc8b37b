/** One feedback: the fold of its ledger. */
import * as v from 'valibot';
import { buckets, caseStatuses, eventKinds, openingRules, outcomes } from './ledger.ts';
import { instant, type Metric, ratingSchema, verdictOf } from './rating.ts';

/** An answer as it was seen; `seenAt` in epoch milliseconds. */
const revisionSchema = v.object({ ...ratingSchema.entries, seenAt: instant });
export type Revision = v.InferOutput<typeof revisionSchema>;

const caseSchema = v.object({
  status: v.picklist(caseStatuses),
  rule: v.picklist(openingRules),
  threshold: v.nullable(v.number()),
  /** Instants are epoch milliseconds. */
  openedAt: instant,
  dueAt: instant,
  /** The number is not known yet: bad (1-3), perhaps a 3. */
  isProvisional: v.boolean(),
  ownerId: v.nullable(v.string()),
  outcome: v.nullable(v.picklist(outcomes)),
  note: v.nullable(v.string()),
  closedAt: v.nullable(instant),
  timesReopened: v.number(),
});
export type Case = v.InferOutput<typeof caseSchema>;

export const feedbackSchema = v.object({
  /** `ticket:<id>`. */
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
    lastAction: null,
    ignored: 0,
    edited: 0,
  };
}

/** The rating that counts now, `null` where none was seen. */
export function latest(feedback: Feedback, metric: Metric): Revision | null {
  return feedback.revisions.findLast((revision) => revision.metric === metric) ?? null;
}

/**
 * The answers the customer gave for one metric, oldest first. A bare good or bad whose number became known later
 * is one answer with that number, not two.
 */
export function history(feedback: Feedback, metric: Metric): Revision[] {
  const seen = feedback.revisions.filter((revision) => revision.metric === metric);
  return seen.filter((revision, index) => {
    const next = seen[index + 1];
    return revision.value !== null || !next || verdictOf(next) !== verdictOf(revision);
  });
}

/** When the customer gave the answer that counts, CSAT before CES; `null` without one. */
export function ratedAt(feedback: Feedback): number | null {
  const rating = latest(feedback, 'csat') ?? latest(feedback, 'ces');
  return rating ? (rating.answeredAt ?? rating.seenAt) : null;
}

export const keyOfTicket = (ticketId: string) => `ticket:${ticketId}`;

/** `null` for keys that name no ticket. */
export function ticketOfKey(key: string): string | null {
  return /^ticket:(\d+)$/.exec(key)?.[1] ?? null;
}
