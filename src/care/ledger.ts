/**
 * The ledger: everything that ever happened to one feedback, numbered 1, 2, 3 … Each fact is one record whose
 * unique name `<feedback key>:<seq>` is the only lock Zendesk offers here. The state is the fold of the facts.
 */
import * as v from 'valibot';
import { instant, ratingSchema } from './rating.ts';

export const buckets = ['agent', 'process', 'root_cause'] as const;
export type Bucket = (typeof buckets)[number];

export const caseStatuses = ['new', 'in_progress', 'closed'] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export const outcomes = ['recovered', 'not_recovered', 'no_contact', 'not_ours'] as const;
export type Outcome = (typeof outcomes)[number];

export const openingRules = ['csat_below', 'ces_below', 'by_hand'] as const;

/** What each kind of fact says. No customer's words, names or addresses: those stay on the ticket. */
const bodies = {
  /** A survey answer seen: the first, or a later one of the same customer. */
  rated: v.object({
    ratings: v.array(ratingSchema),
    /** The answer had been changed before anyone saw it. */
    isAlreadyRevised: v.optional(v.boolean(), false),
  }),
  /** What it was about, as a person decided; `null` takes a choice back. */
  bucket_set: v.object({
    bucket: v.nullable(v.picklist(buckets)),
    topic: v.optional(v.nullable(v.string()), null),
    note: v.optional(v.nullable(v.string()), null),
  }),
  case_opened: v.object({
    /** The rule that opened it. */
    rule: v.picklist(openingRules),
    threshold: v.nullable(v.number()),
    dueAt: instant,
    isProvisional: v.optional(v.boolean(), false),
  }),
  /** A provisional case nobody had begun: the number turned out not to be below the threshold. */
  case_withdrawn: v.object({}),
  /** Who has it; `null` gives it back. */
  case_assigned: v.object({ ownerId: v.nullable(v.string()) }),
  case_moved: v.object({
    to: v.picklist(caseStatuses),
    outcome: v.optional(v.nullable(v.picklist(outcomes)), null),
    note: v.optional(v.nullable(v.string()), null),
  }),
};

export type EventKind = keyof typeof bodies;
export const eventKinds = Object.keys(bodies) as EventKind[];

/** A fact not yet written: what a verb decided. */
export type NewEvent = { [K in EventKind]: { kind: K; body: v.InferOutput<(typeof bodies)[K]> } }[EventKind];

/** A fact as the ledger holds it. */
export type LedgerEvent = NewEvent & {
  seq: number;
  /** Zendesk user id of who wrote it, as the server recorded. */
  byId: string;
  /** Epoch milliseconds, second precision, as the server recorded. */
  at: number;
  /** Recognises one's own retry. */
  operation: string;
  /** Somebody changed the record after it was written. */
  isEdited: boolean;
};

/** Reads a fact's kind and body; `null` for kinds a newer version wrote or a body that is broken. */
export function parseEvent(kind: string, body: unknown): NewEvent | null {
  if (!isEventKind(kind)) return null;
  const result = v.safeParse(bodies[kind], body);
  return result.success ? ({ kind, body: result.output } as NewEvent) : null;
}

function isEventKind(kind: string): kind is EventKind {
  return Object.hasOwn(bodies, kind);
}
