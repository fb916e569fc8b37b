/** Tickets: read, create, update, delete. */
import { ClosedTicket, changeTicket } from '../world/changeTicket.ts';
import { setDeleted } from '../world/deleteTicket.ts';
import type { Ticket } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { canSee, mayDelete, seenTicket } from './access.ts';
import { idList, wrapped } from './body.ts';
import { type Call, created, type Family, forbidden, noContent, ok } from './http.ts';
import { once } from './idempotency.ts';
import { pageOf } from './paging.ts';
import { checkStamp } from './safeUpdate.ts';
import { iso } from './stamps.ts';
import { formatAudit } from './ticketAudits.format.ts';
import { bulkLimit, createMany, updateMany } from './ticketBulk.ts';
import { byCaller, createFrom } from './ticketCreation.ts';
import { readTicketInput } from './ticketInput.ts';
import { inOrder, totalOf } from './ticketOrder.ts';
import { sideloads } from './ticketSideloads.ts';
import { formatTicket } from './tickets.format.ts';

export const tickets: Family = [
  { method: 'GET', path: '/api/v2/tickets', allowed: 'agents', answer: listTickets },
  { method: 'POST', path: '/api/v2/tickets', allowed: 'agents', answer: postTicket },
  { method: 'GET', path: '/api/v2/tickets/count', allowed: 'agents', answer: countTickets },
  { method: 'GET', path: '/api/v2/tickets/recent', allowed: 'agents', answer: recentTickets },
  { method: 'GET', path: '/api/v2/tickets/show_many', allowed: 'agents', answer: showMany },
  { method: 'POST', path: '/api/v2/tickets/create_many', allowed: 'agents', answer: createMany },
  {
    method: 'PUT',
    path: '/api/v2/tickets/update_many',
    allowed: 'agents',
    bucket: 'ticket-update',
    answer: updateMany,
  },
  { method: 'GET', path: '/api/v2/tickets/:id', allowed: 'agents', answer: showTicket },
  {
    method: 'PUT',
    path: '/api/v2/tickets/:id',
    allowed: 'agents',
    bucket: 'ticket-update',
    answer: putTicket,
  },
  { method: 'DELETE', path: '/api/v2/tickets/:id', allowed: 'agents', answer: deleteTicket },
  { method: 'GET', path: '/api/v2/tickets/:id/related', allowed: 'agents', answer: relatedTickets },
];

function showTicket({ world, caller, params, query }: Call) {
  const ticket = seenTicket(world, caller, params.id);
  const { tickets: _, ...loaded } = sideloads(world, [ticket], query);
  return ok({ ticket: rowOf(world, ticket, query), ...loaded });
}

/** Ids nobody has, deleted ones and those out of the caller's sight are left out without a word. */
function showMany({ world, caller, query }: Call) {
  const ids = idList(query.get('ids')).slice(0, bulkLimit);
  const found = ids.flatMap((id) => {
    const ticket = world.tickets.get(id);
    return ticket && canSee(world, caller, ticket) ? [ticket] : [];
  });
  const rows = found.map((ticket) => rowOf(world, ticket, query));
  return ok({ tickets: rows, ...sideloads(world, found, query), count: rows.length, ...offsetEnds });
}

const offsetEnds = { next_page: null, previous_page: null };

function listTickets({ world, caller, query, request }: Call) {
  const shown: Ticket[] = [];
  const isListed = (ticket: Ticket) => !ticket.is_archived && canSee(world, caller, ticket);
  const page = pageOf(request, {
    name: 'tickets',
    items: inOrder(world, query, isListed),
    total: totalOf(world, isListed),
    format: (ticket) => {
      shown.push(ticket);
      return rowOf(world, ticket, query);
    },
  });
  return ok({ ...page, ...sideloads(world, shown, query) });
}

function rowOf(world: World, ticket: Ticket, query: URLSearchParams) {
  const row = formatTicket(world, ticket);
  if (!(query.get('include') ?? '').split(',').includes('dates')) return row;
  return { ...row, dates: datesOf(ticket) };
}

const datesOf = (ticket: Ticket) => ({
  assignee_updated_at: iso(ticket.updated_at),
  requester_updated_at: iso(ticket.updated_at),
  status_updated_at: iso(ticket.closed_at ?? ticket.solved_at ?? ticket.created_at),
  initially_assigned_at: ticket.assignee_id === null ? null : iso(ticket.created_at),
  assigned_at: ticket.assignee_id === null ? null : iso(ticket.created_at),
  solved_at: ticket.solved_at === null ? null : iso(ticket.solved_at),
  latest_comment_added_at: iso(ticket.comments.at(-1)?.created_at ?? ticket.created_at),
});

function countTickets({ world, caller }: Call) {
  const value = totalOf(world, (ticket) => !ticket.is_archived && canSee(world, caller, ticket));
  return ok({ count: { value, refreshed_at: iso(world.now()) } });
}

/** Those the caller looked after last, ten at most. */
function recentTickets({ world, caller, query }: Call) {
  const own = [
    ...inOrder(world, new URLSearchParams('sort=-id'), (ticket) => canSee(world, caller, ticket), 500),
  ]
    .filter((ticket) => ticket.assignee_id === caller.id)
    .sort((a, b) => b.updated_at - a.updated_at)
    .slice(0, 10);
  const rows = own.map((ticket) => rowOf(world, ticket, query));
  return ok({ tickets: rows, ...sideloads(world, own, query), count: rows.length, ...offsetEnds });
}

function relatedTickets({ world, caller, params }: Call) {
  const ticket = seenTicket(world, caller, params.id);
  return ok({
    topic_id: null,
    jira_issue_ids: [],
    followup_source_ids: ticket.followup_source_id === null ? [] : [String(ticket.followup_source_id)],
    from_archive: ticket.is_archived,
    incidents: 0,
    twitter: {},
  });
}

function postTicket(call: Call) {
  const { world, caller, body, request } = call;
  return once(world, caller, request, body, () => {
    const { ticket, audit } = createFrom(world, caller, wrapped(body, 'ticket'));
    return created({ ticket: formatTicket(world, ticket), audit: formatAudit(ticket, audit) });
  });
}

function putTicket({ world, caller, params, body }: Call) {
  const ticket = seenTicket(world, caller, params.id);
  const input = wrapped(body, 'ticket');
  if (ticket.status === 'closed') throw new ClosedTicket(ticket.id);
  checkStamp(ticket, input);
  const change = readTicketInput(world, caller, input, ticket);
  const changed = changeTicket(world, ticket.id, change, byCaller(caller, input));
  return ok({
    ticket: formatTicket(world, changed.ticket),
    audit: formatAudit(changed.ticket, changed.audit),
  });
}

function deleteTicket({ world, caller, params }: Call) {
  const ticket = seenTicket(world, caller, params.id);
  if (!mayDelete(world, caller)) throw forbidden();
  setDeleted(world, ticket, caller.id, true);
  return noContent();
}
