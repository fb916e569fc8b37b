/** Tickets as the signed-in person may see them. Shapes: reference/support-api.md §1.5, §3.1. */
import * as v from 'valibot';
import type { TicketState } from '../care/ledger.ts';
import { id, instant, optionalText, usableOf, validOf } from './fields.ts';
import type { Http } from './http.ts';
import type { Priority } from './scheduler.ts';
import { type User, user } from './users.ts';

const rating = v.object({
  score: v.string(),
  comment: optionalText,
  reason: optionalText,
});

const optionalId = v.optional(v.nullable(id), null);
const customField = v.object({ id, value: v.optional(v.unknown(), null) });

const words = v.pipe(
  v.array(v.unknown()),
  v.transform((items) => items.filter((item) => typeof item === 'string')),
);
const fields = v.pipe(
  v.array(v.unknown()),
  v.transform((items) => validOf(customField, items).valid),
);
const seconds = v.pipe(
  v.number(),
  v.transform((value) => value * 1000),
);

/** Members no decision hangs on never make a ticket unreadable: they fall back to nothing. */
export const ticketSchema = v.object({
  id,
  subject: v.optional(v.nullable(v.string()), ''),
  status: v.string(),
  requester_id: optionalId,
  assignee_id: optionalId,
  group_id: optionalId,
  brand_id: optionalId,
  organization_id: optionalId,
  /** People copied in by mail, customers and colleagues alike. */
  email_cc_ids: v.fallback(v.array(id), []),
  tags: v.optional(words, []),
  custom_fields: v.optional(fields, []),
  /** Epoch milliseconds, as all instants. */
  created_at: v.fallback(v.nullable(instant), null),
  updated_at: instant,
  /** The last change of any kind, also of those that leave `updated_at` alone; epoch milliseconds. */
  generated_timestamp: v.fallback(v.nullable(seconds), null),
  via: v.fallback(v.object({ channel: optionalText }), { channel: null }),
  satisfaction_rating: v.optional(v.nullable(rating), null),
});

export type Ticket = v.InferOutput<typeof ticketSchema>;

/** What became of it, as the ticket itself tells: Zendesk tags merged ones, exports name deleted ones. */
export function ticketStateOf({ status, tags }: Pick<Ticket, 'status' | 'tags'>): TicketState {
  if (status === 'deleted') return 'deleted';
  return tags.includes('closed_by_merge') ? 'merged' : 'present';
}

export interface ReadTicket {
  ticket: Ticket;
  /** The people it names. */
  users: User[];
  /** `null` where Zendesk does not tell it. Never stored. */
  requesterEmail: string | null;
}

const mail = v.object({ id, email: optionalText });

/** One ticket and the people it names. */
export async function readTicket(http: Http, ticketId: string): Promise<ReadTicket> {
  const schema = v.object({ ticket: ticketSchema, users: v.optional(v.array(v.unknown()), []) });
  const found = await http.get(`/api/v2/tickets/${ticketId}.json`, schema, { params: { include: 'users' } });
  const requester = validOf(mail, found.users).valid.find(({ id: own }) => own === found.ticket.requester_id);
  return {
    ticket: found.ticket,
    users: validOf(user, found.users).valid,
    requesterEmail: requester?.email ?? null,
  };
}

/** Ids one call takes. */
const most = 100;

/** Any number of tickets, 100 a call; those the person may not see, and deleted ones, are simply absent. */
export async function readTickets(
  http: Http,
  ticketIds: readonly string[],
  priority: Priority = 'interactive',
): Promise<Ticket[]> {
  return (await readTicketRows(http, ticketIds, priority)).tickets;
}

export interface TicketRows {
  tickets: Ticket[];
  /** Ids of tickets that came, and could not be read: they are there, whatever they say. */
  unreadable: Set<string>;
}

/** The same for whoever must know a ticket that is gone from one that is broken. */
export async function readTicketRows(
  http: Http,
  ticketIds: readonly string[],
  priority: Priority,
): Promise<TicketRows> {
  const unique = [...new Set(ticketIds)];
  const blocks = Array.from({ length: Math.ceil(unique.length / most) }, (_, index) =>
    unique.slice(index * most, (index + 1) * most),
  );
  const rows = await Promise.all(blocks.map((block) => readBlock(http, block, priority)));
  return {
    tickets: rows.flatMap(({ tickets }) => tickets),
    unreadable: new Set(rows.flatMap(({ unreadable }) => [...unreadable])),
  };
}

const named = v.object({ id });

async function readBlock(http: Http, ids: readonly string[], priority: Priority): Promise<TicketRows> {
  const params = { ids: ids.join(',') };
  const schema = v.object({ tickets: v.array(v.unknown()) });
  const { tickets } = await http.get('/api/v2/tickets/show_many.json', schema, { params, priority });
  const readable = usableOf(ticketSchema, tickets);
  const whole = new Set(readable.map((ticket) => ticket.id));
  const all = validOf(named, tickets).valid.map((row) => row.id);
  return { tickets: readable, unreadable: new Set(all.filter((row) => !whole.has(row))) };
}
