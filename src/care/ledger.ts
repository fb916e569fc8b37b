/**
 * The ledger: everything that ever happened to one feedback, numbered 1, 2, 3 … Each fact is one record whose
 * unique name `<feedback key>:<seq>` is the only lock Zendesk offers here. The state is the fold of the facts.
 */
import * as v from 'valibot';
import { attributionSchema } from './attribution.ts';
import { instant, metrics, ratingSchema } from './rating.ts';
import { signs } from './scanner.ts';

export const buckets = ['agent', 'process', 'root_cause'] as const;
export type Bucket = (typeof buckets)[number];

export const caseStatuses = ['new', 'in_progress', 'closed'] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export const contactChannels = ['call', 'mail', 'chat'] as const;
export type ContactChannel = (typeof contactChannels)[number];

export const contactResults = ['reached', 'no_answer', 'refused'] as const;
export type ContactResult = (typeof contactResults)[number];

/** To whom a case was escalated; `note` where nobody could be asked but through the ticket. */
export const escalationKinds = ['person', 'group', 'side_conversation', 'note'] as const;

/** What can be done next for a customer; see `nextStep.ts`. */
export const steps = [
  'check_rating',
  'name_cause',
  'take',
  'call',
  'reply',
  'try_again',
  'ask_agent',
  'escalate',
  'close',
] as const;
export type StepKind = (typeof steps)[number];

const text = v.optional(v.nullable(v.string()), null);
const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(40));

/** Why a feedback leaves the figures. */
export const setAsideReasons = ['scanner', 'test', 'not_ours', 'wrong_person', 'abusive', 'other'] as const;
export type SetAsideReason = (typeof setAsideReasons)[number];

/** What became of the ticket. */
export const ticketStates = ['present', 'deleted', 'merged'] as const;
export type TicketState = (typeof ticketStates)[number];

/** How an alert went out: by Zendesk's own rule, or handed to it by an open app. */
export const alertWays = ['rule', 'handed', 'digest', 'follow_up', 'side_conversation', 'in_app'] as const;
export type AlertWay = (typeof alertWays)[number];

/** Why an agent says a score is not theirs, or not fair; and what a lead makes of it. */
export const disputeReasons = [
  'not_my_work',
  'about_product',
  'about_process',
  'misread',
  'abusive',
  'other',
] as const;
export type DisputeReason = (typeof disputeReasons)[number];
export const disputeDecisions = ['accepted', 'rejected'] as const;
export type DisputeDecision = (typeof disputeDecisions)[number];

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
    topic: text,
    note: text,
  }),
  case_opened: v.object({
    /** The rule that opened it. */
    rule: v.picklist(openingRules),
    threshold: v.nullable(v.number()),
    dueAt: instant,
    /** Half of the time gone, and when the first outreach is due: see `due.ts`. */
    soonAt: v.optional(v.nullable(instant), null),
    firstDueAt: v.optional(v.nullable(instant), null),
    isProvisional: v.optional(v.boolean(), false),
  }),
  /** A provisional case nobody had begun: the number turned out not to be below the threshold. */
  case_withdrawn: v.object({}),
  /** Who has it; `null` gives it back. */
  case_assigned: v.object({ ownerId: v.nullable(v.string()), reason: text }),
  case_moved: v.object({
    to: v.picklist(caseStatuses),
    /** Id of one of the account's outcomes: see `outcome.ts`. */
    outcome: v.optional(v.nullable(id), null),
    note: text,
  }),
  /** Somebody tried to reach the customer, outside this ticket's replies. */
  contacted: v.object({
    channel: v.picklist(contactChannels),
    result: v.picklist(contactResults),
    note: text,
  }),
  /** The customer was written to. `ticketId` is where: a follow-up ticket where the own one was closed. */
  replied: v.object({ ticketId: v.string(), isFollowUp: v.optional(v.boolean(), false) }),
  /** Somebody else is asked to help; `to` is the Zendesk id of person, group or side conversation. */
  escalated: v.object({ kind: v.picklist(escalationKinds), to: text, reason: v.string() }),
  /** The help came, or is no longer needed. */
  escalation_ended: v.object({ note: text }),
  /** A proposed next step that somebody did not want. */
  step_declined: v.object({ step: v.picklist(steps) }),
  /** What whoever closed the case answered, by question: codes of `voice.ts`; `skipped` says why not. */
  voiced: v.object({
    answers: v.record(id, id),
    skipped: v.optional(v.nullable(id), null),
  }),
  /** The place the rating came from says now that there is none. What was seen stays seen. */
  rating_removed: v.object({ metrics: v.array(v.picklist(metrics)) }),
  /** Whose feedback it is, by every rule; a later one replaces an earlier one. */
  attributed: attributionSchema,
  /** Looks like a mail scanner's click: to be checked before anyone acts. */
  suspected: v.object({ signs: v.array(v.picklist(signs)) }),
  /** A person found the suspected rating genuine. */
  confirmed: v.object({}),
  /** Invalid: stays visible, leaves the figures and the queue. */
  set_aside: v.object({
    reason: v.picklist(setAsideReasons),
    note: text,
  }),
  restored: v.object({}),
  /** Somebody was alerted, once per workflow; `to` is the Zendesk id of whom, of several with blanks between them. */
  alerted: v.object({ workflow: id, how: v.picklist(alertWays), to: text }),
  /** Somebody says that the score is not theirs. It stays what it is until a lead decides. */
  disputed: v.object({ reason: v.picklist(disputeReasons), note: text }),
  /** Accepted: out of the agent's figures, credited to `creditTo` or to nobody. Both values stay in the ledger. */
  dispute_decided: v.object({
    decision: v.picklist(disputeDecisions),
    creditTo: v.optional(v.nullable(id), null),
    note: text,
  }),
  /** Taken back by whoever raised it, before anybody decided. */
  dispute_withdrawn: v.object({}),
  ticket_changed: v.object({
    state: v.picklist(ticketStates),
    /** The ticket it was merged into, where known. */
    into: text,
  }),
  /** A messaging survey that named only its conversation: the ticket is known now, and holds the rating. */
  linked: v.object({ ticketId: v.string() }),
};

export type EventKind = keyof typeof bodies;
export const eventKinds = Object.keys(bodies) as EventKind[];

/** A fact not yet written: what a verb decided. */
export type NewEvent = { [K in EventKind]: { kind: K; body: v.InferOutput<(typeof bodies)[K]> } }[EventKind];

/** What one record of the ledger says: a fact, or several that belong together and take effect as one. */
export type Entry = readonly [NewEvent, ...NewEvent[]];

/** A fact as the ledger holds it. */
export type LedgerEvent = NewEvent & {
  /** Number of the record; facts written together share it. */
  seq: number;
  /** Its place among them, from 0. */
  part: number;
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
