/** Tickets as the signed-in person may see them. Shapes: reference/support-api.md §1.5, §3.1. */
import * as v from 'valibot';
import { anything, id, instant, optionalText } from './fields.ts';
import type { Http } from './http.ts';
import { type User, user } from './users.ts';

const rating = v.object({
  score: v.string(),
  id: v.optional(v.nullable(id), null),
  comment: optionalText,
  reason: optionalText,
});

const ticket = v.object({
  id,
  subject: v.optional(v.nullable(v.string()), ''),
  status: v.string(),
  requester_id: v.nullable(id),
  assignee_id: v.nullable(id),
  group_id: v.nullable(id),
  updated_at: instant,
  via: v.object({ channel: v.string() }),
  satisfaction_rating: v.optional(v.nullable(rating), null),
});

export type Ticket = v.InferOutput<typeof ticket>;

/** One ticket and the people it names. */
export async function readTicket(http: Http, ticketId: string): Promise<{ ticket: Ticket; users: User[] }> {
  const schema = v.object({ ticket, users: v.optional(v.array(user), []) });
  return http.get(`/api/v2/tickets/${ticketId}.json`, schema, { params: { include: 'users' } });
}

/** Up to 100 tickets; those the person may not see, and deleted ones, are simply absent. */
export async function readTickets(http: Http, ticketIds: readonly string[]): Promise<Ticket[]> {
  if (ticketIds.length === 0) return [];
  const params = { ids: ticketIds.join(',') };
  return (
    await http.get('/api/v2/tickets/show_many.json', v.object({ tickets: v.array(ticket) }), { params })
  ).tickets;
}

const auditPage = v.object({
  audits: v.array(
    v.object({
      created_at: instant,
      events: v.array(v.object({ type: v.optional(anything), score: v.optional(anything) })),
    }),
  ),
});

/**
 * When the customer last answered, by the ticket's newest 100 audits; `null` where they do not tell. The new
 * CSAT's event names are undocumented, so anything that speaks of a survey or a satisfaction rating counts,
 * except the offer.
 */
export async function readAnsweredAt(http: Http, ticketId: string): Promise<number | null> {
  const params = { 'page[size]': 100, sort: '-created_at' };
  const { audits } = await http.get(`/api/v2/tickets/${ticketId}/audits.json`, auditPage, { params });
  const answered = audits.filter((audit) => audit.events.some(isAnswer)).map((audit) => audit.created_at);
  return answered.length > 0 ? Math.max(...answered) : null;
}

function isAnswer(event: { type?: unknown; score?: unknown }): boolean {
  const type = String(event.type);
  if (/satisfaction/i.test(type)) return event.score !== 'offered' && event.score !== 'unoffered';
  return /survey/i.test(type) && !/offer/i.test(type);
}
