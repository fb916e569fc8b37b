/** Tickets as the signed-in person may see them. Shapes: reference/support-api.md §1.5, §3.1. */
import * as v from 'valibot';
import { anything, id, instant, optionalText, usableOf, validOf } from './fields.ts';
import type { Http } from './http.ts';
import { type User, user } from './users.ts';

const rating = v.object({
  score: v.string(),
  comment: optionalText,
  reason: optionalText,
});

const ticket = v.object({
  id,
  subject: v.optional(v.nullable(v.string()), ''),
  status: v.string(),
  requester_id: v.nullable(id),
  assignee_id: v.nullable(id),
  updated_at: instant,
  satisfaction_rating: v.optional(v.nullable(rating), null),
});

export type Ticket = v.InferOutput<typeof ticket>;

/** One ticket and the people it names. */
export async function readTicket(http: Http, ticketId: string): Promise<{ ticket: Ticket; users: User[] }> {
  const schema = v.object({ ticket, users: v.optional(v.array(v.unknown()), []) });
  const found = await http.get(`/api/v2/tickets/${ticketId}.json`, schema, { params: { include: 'users' } });
  return { ticket: found.ticket, users: validOf(user, found.users).valid };
}

/** Up to 100 tickets; those the person may not see, and deleted ones, are simply absent. */
export async function readTickets(http: Http, ticketIds: readonly string[]): Promise<Ticket[]> {
  if (ticketIds.length === 0) return [];
  const params = { ids: ticketIds.join(',') };
  const schema = v.object({ tickets: v.array(v.unknown()) });
  return usableOf(ticket, (await http.get('/api/v2/tickets/show_many.json', schema, { params })).tickets);
}

const auditPage = v.object({
  audits: v.array(
    v.object({
      created_at: instant,
      events: v.array(v.object({ type: v.optional(anything), score: v.optional(anything) })),
    }),
  ),
  meta: v.object({ has_more: v.boolean(), after_cursor: v.optional(v.nullable(v.string()), null) }),
});

type AuditPage = v.InferOutput<typeof auditPage>;

/** Pages of audits read at most: a ticket with more than a thousand changes keeps its time unknown. */
const mostPages = 10;

/**
 * When the customer last answered, by the ticket's audits; `null` where they do not tell. Newest first is asked
 * for; where Zendesk does not honour that, every page is read. The new CSAT's event names are undocumented, so
 * anything that speaks of a survey or a satisfaction rating counts, except the offer.
 */
export async function readAnsweredAt(http: Http, ticketId: string): Promise<number | null> {
  let after: string | null = null;
  let answeredAt: number | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const params: Record<string, string | number> = {
      'page[size]': 100,
      sort: '-created_at',
      ...(after && { 'page[after]': after }),
    };
    const url = `/api/v2/tickets/${ticketId}/audits.json`;
    const { audits, meta }: AuditPage = await http.get(url, auditPage, { params });
    const answered = audits.filter((audit) => audit.events.some(isAnswer)).map((audit) => audit.created_at);
    if (answered.length > 0) answeredAt = Math.max(answeredAt ?? 0, ...answered);
    const isNewestFirst = (audits[0]?.created_at ?? 0) > (audits.at(-1)?.created_at ?? 0);
    if (!meta.has_more || (isNewestFirst && answeredAt !== null)) return answeredAt;
    after = meta.after_cursor;
  }
  return answeredAt;
}

function isAnswer(event: { type?: unknown; score?: unknown }): boolean {
  const type = String(event.type);
  if (/satisfaction/i.test(type)) return event.score !== 'offered' && event.score !== 'unoffered';
  return /survey/i.test(type) && !/offer/i.test(type);
}
