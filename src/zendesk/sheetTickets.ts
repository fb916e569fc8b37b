/** Tickets with what they took: Zendesk's own figures come along, so it is one call a hundred. */
import * as v from 'valibot';
import type { TicketEffort } from '../care/coaching/effort.ts';
import { id, usableOf, validOf } from './fields.ts';
import type { Http } from './http.ts';
import { type Ticket, ticketSchema } from './tickets.ts';

const count = v.fallback(v.nullable(v.number()), null);
const minutes = v.fallback(v.object({ calendar: count }), { calendar: null });
const metrics = v.object({
  ticket_id: id,
  assignee_stations: count,
  reopens: count,
  replies: count,
  requester_wait_time_in_minutes: minutes,
});

export interface TicketWithEffort {
  ticket: Ticket;
  /** `null` where Zendesk has no figures of it. */
  effort: TicketEffort | null;
}

/** A hundred at most; those the person may not see, and deleted ones, are absent. One call. Throws `Failure`. */
export async function readTicketsWithEffort(
  http: Http,
  ticketIds: readonly string[],
): Promise<TicketWithEffort[]> {
  if (ticketIds.length === 0) return [];
  const params = { ids: ticketIds.slice(0, 100).join(','), include: 'metric_sets' };
  const schema = v.object({
    tickets: v.array(v.unknown()),
    metric_sets: v.optional(v.array(v.unknown()), []),
  });
  const found = await http.get('/api/v2/tickets/show_many.json', schema, { params });
  const figures = new Map(
    validOf(metrics, found.metric_sets).valid.map((one) => [one.ticket_id, toEffort(one)]),
  );
  return usableOf(ticketSchema, found.tickets).map((ticket) => ({
    ticket,
    effort: figures.get(ticket.id) ?? null,
  }));
}

/** The first who had it is no transfer. */
const toEffort = (one: v.InferOutput<typeof metrics>): TicketEffort => ({
  transfers: one.assignee_stations === null ? null : Math.max(0, one.assignee_stations - 1),
  reopens: one.reopens,
  replies: one.replies,
  waited: one.requester_wait_time_in_minutes.calendar,
});

/** Ids of the newest hundred tickets an agent has that were solved in between. One call. Throws `Failure`. */
export async function searchSolvedBy(
  http: Http,
  agentId: string,
  from: number,
  to: number,
): Promise<string[]> {
  const second = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
  const query = `type:ticket assignee:${agentId} solved>=${second(from)} solved<${second(to)}`;
  const params = { query, sort_by: 'created_at', sort_order: 'desc', per_page: 100 };
  const found = await http.get('/api/v2/search.json', v.object({ results: v.array(v.unknown()) }), {
    params,
  });
  return validOf(v.object({ id }), found.results).valid.map((row) => row.id);
}
