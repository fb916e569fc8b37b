/** Figures of tickets. */
import type { Ticket } from '../world/entities.ts';
import { canSee, seenTicket } from './access.ts';
import { type Call, type Family, ok } from './http.ts';
import { pageOf } from './paging.ts';
import { formatMetrics } from './ticketMetrics.format.ts';
import { totalOf, walk } from './ticketOrder.ts';

export const ticketMetrics: Family = [
  { method: 'GET', path: '/api/v2/tickets/:id/metrics', allowed: 'agents', answer: showMetrics },
  { method: 'GET', path: '/api/v2/ticket_metrics', allowed: 'agents', answer: listMetrics },
  { method: 'GET', path: '/api/v2/ticket_metrics/:id', allowed: 'agents', answer: showMetrics },
];

/** Archived tickets keep theirs. A metric's id is its ticket's here. */
function showMetrics({ world, caller, params }: Call) {
  return ok({ ticket_metric: formatMetrics(world, seenTicket(world, caller, params.id)) });
}

function listMetrics({ world, caller, request }: Call) {
  const isListed = (ticket: Ticket) => !ticket.is_archived && canSee(world, caller, ticket);
  const items = walk(world, isListed, true);
  const format = (ticket: Ticket) => formatMetrics(world, ticket);
  return ok(pageOf(request, { name: 'ticket_metrics', items, total: totalOf(world, isListed), format }));
}
