/** The one way tickets come to be and change: fields follow each other, an audit is written, business rules run. */
import { runTriggers } from '../rules/runTriggers.ts';
import { commentEvent, differences } from './auditTrail.ts';
import { blankTicket } from './blankTicket.ts';
import type { Audit, AuditEvent, Comment, Ticket, TicketRating, TicketStatus } from './entities.ts';
import { IndexLag } from './indexLag.ts';
import { applyChange } from './ticketRouting.ts';
import type { TagsAndFieldsChange } from './ticketTags.ts';
import type { World } from './world.ts';

export interface NewComment {
  /** Plain text. */
  body: string;
  public: boolean;
  /** Whoever makes the change unless stated. */
  author_id?: number;
  metadata?: Record<string, unknown>;
}

export interface TicketChange extends TagsAndFieldsChange {
  subject?: string;
  status?: TicketStatus;
  priority?: Ticket['priority'];
  type?: Ticket['type'];
  assignee_id?: number | null;
  group_id?: number | null;
  requester_id?: number;
  organization_id?: number | null;
  brand_id?: number;
  ticket_form_id?: number;
  follower_ids?: number[];
  email_cc_ids?: number[];
  /** Epoch milliseconds. */
  due_at?: number | null;
  external_id?: string | null;
  comment?: NewComment;
  rating?: Partial<TicketRating>;
  /** Further events of the same audit, such as a survey's or a notification's; an id is given where absent. */
  events?: ({ type: string; id?: number } & Record<string, unknown>)[];
  /** Kept in the audit's `metadata.custom`. */
  metadata?: Record<string, unknown>;
}

export interface TicketInput extends TicketChange {
  id?: number;
  subject: string;
  requester_id: number;
  submitter_id?: number;
  /** A closed ticket this one continues. */
  followup_source_id?: number | null;
}

export interface By {
  authorId: number;
  /** `via.channel`: `web`, `email`, `api`, `rule` … */
  channel: string;
  /** Epoch milliseconds; now unless stated. */
  at?: number;
  /** Written into the past: no business rule runs, nobody hears of it, closed tickets may change. */
  isHistory?: boolean;
  /** A business rule's share of a change: events join this audit, with `via`, and no rule runs again. */
  into?: Audit;
  /** Where the change came from, kept on its audit. */
  source?: Audit['source'];
  /** Stands on every event, as Zendesk does for rules: `{channel:'rule', source:{…}}`. */
  via?: Record<string, unknown>;
}

export interface Changed {
  ticket: Ticket;
  audit: Audit;
}

/** What ticket search still believes. */
export const indexedTickets = new IndexLag<number, Ticket>();

/** Zendesk refuses every write to a closed ticket. */
export class ClosedTicket extends Error {
  constructor(readonly ticketId: number) {
    super(`ticket ${ticketId} is closed`);
  }
}

/** @throws RangeError when there is no such ticket */
export class MissingTicket extends RangeError {
  constructor(readonly ticketId: number) {
    super(`there is no ticket ${ticketId}`);
  }
}

/** Makes a ticket with its first comment; a follow-up takes over tags and fields of its source. */
export function createTicket(world: World, input: TicketInput, by: By): Changed {
  const at = by.at ?? world.now();
  const source = input.followup_source_id ? world.tickets.get(input.followup_source_id) : undefined;
  const ticket = blankTicket(world, input, by, at);
  if (source) {
    ticket.tags = [...source.tags];
    ticket.custom_fields = { ...source.custom_fields };
    ticket.organization_id = source.organization_id;
    world.tickets.put(Object.assign(source, { followup_ids: [...source.followup_ids, ticket.id] }));
  }
  applyChange(world, ticket, input, by, at);
  return record(world, null, ticket, input, by, at);
}

/**
 * Changes a ticket and writes what changed into an audit; nothing changed gives an audit without events.
 * @throws ClosedTicket, MissingTicket
 */
export function changeTicket(world: World, id: number, change: TicketChange, by: By): Changed {
  const ticket = world.tickets.get(id);
  if (!ticket || ticket.deleted_at !== null) throw new MissingTicket(id);
  if (ticket.status === 'closed' && !by.isHistory) throw new ClosedTicket(id);
  const before = snapshot(ticket);
  const at = by.at ?? world.now();
  applyChange(world, ticket, change, by, at);
  return record(world, before, ticket, change, by, at);
}

/** A ticket as it is now, which later changes leave alone. */
export function snapshot(ticket: Ticket): Ticket {
  const { comments, audits, ...rest } = ticket;
  return { ...structuredClone(rest), comments: [...comments], audits: [...audits] };
}

function record(
  world: World,
  before: Ticket | null,
  ticket: Ticket,
  change: TicketChange,
  by: By,
  at: number,
): Changed {
  const audit = by.into ?? newAudit(world, change, by, at);
  const events = differences(world, before, ticket);
  if (change.comment) events.unshift(addComment(world, ticket, change.comment, by, at, audit));
  for (const event of change.events ?? []) events.push({ ...event, id: event.id ?? world.nextId('event') });
  audit.events.push(...(by.via ? events.map((event): AuditEvent => ({ ...event, via: by.via })) : events));
  stampUpdate(ticket, before, events.length > 0, by, at);
  if (!by.into && events.length > 0) ticket.audits.push(audit);
  world.tickets.put(ticket);
  if (by.isHistory || by.into) return { ticket, audit };
  indexedTickets.noteWrite(world, ticket.id, before);
  runTriggers(world, ticket.id, audit, before ? 'Change' : 'Create');
  world.emit({ kind: 'ticket', id: ticket.id, byUserId: by.authorId });
  return { ticket: world.tickets.get(ticket.id) ?? ticket, audit };
}

/**
 * The world's clock stands still between moves, so a change moves `updated_at` by a second at least:
 * otherwise two people's changes could not be told apart by the safe update.
 */
function stampUpdate(ticket: Ticket, before: Ticket | null, hasEvents: boolean, by: By, at: number) {
  const next = before && !by.isHistory ? Math.max(at, before.updated_at + 1000) : at;
  ticket.generated_at = Math.max(ticket.generated_at, next);
  if (hasEvents) ticket.updated_at = Math.max(ticket.updated_at, next);
}

function newAudit(world: World, change: TicketChange, by: By, at: number): Audit {
  return {
    id: world.nextId('audit'),
    author_id: by.authorId,
    created_at: at,
    channel: by.channel,
    ...(by.source ? { source: by.source } : {}),
    events: [],
    metadata: { system: {}, custom: change.metadata ?? {} },
  };
}

function addComment(
  world: World,
  ticket: Ticket,
  input: NewComment,
  by: By,
  at: number,
  audit: Audit,
): AuditEvent {
  const comment: Comment = {
    id: world.nextId('comment'),
    author_id: input.author_id ?? by.authorId,
    body: input.body,
    public: input.public,
    channel: by.channel,
    created_at: at,
    metadata: input.metadata ?? audit.metadata,
  };
  ticket.comments.push(comment);
  return commentEvent(comment, audit.id);
}
