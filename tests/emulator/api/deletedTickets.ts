/** Deleted tickets: listed and brought back for 30 days; deleting for good is not served. */
import { setDeleted } from '../world/deleteTicket.ts';
import type { Ticket } from '../world/entities.ts';
import { mayDelete } from './access.ts';
import { type Call, type Family, forbidden, notFound, ok } from './http.ts';
import { pageOf } from './paging.ts';
import { iso } from './stamps.ts';

export const deletedTickets: Family = [
  { method: 'GET', path: '/api/v2/deleted_tickets', allowed: 'agents', answer: listDeleted },
  { method: 'PUT', path: '/api/v2/deleted_tickets/:id/restore', allowed: 'agents', answer: restore },
];

/** In order of creation. */
function listDeleted({ world, caller, request }: Call) {
  if (!mayDelete(world, caller)) throw forbidden();
  const items = [...world.tickets.stored()]
    .filter((ticket) => ticket.deleted_at !== null)
    .sort((a, b) => a.created_at - b.created_at || a.id - b.id);
  const format = (ticket: Ticket) => {
    const audit = ticket.audits.at(-1);
    const actor = world.users.get(audit?.author_id ?? 0);
    return {
      id: ticket.id,
      subject: ticket.subject,
      description: ticket.comments[0]?.body ?? '',
      actor: { id: actor?.id ?? -1, name: actor?.name ?? 'System' },
      deleted_at: iso(ticket.deleted_at ?? 0),
      previous_state: ticket.status,
    };
  };
  return ok(pageOf(request, { name: 'deleted_tickets', items, total: items.length, format }));
}

function restore({ world, caller, params }: Call) {
  const ticket = /^\d+$/.test(params.id ?? '') ? world.tickets.get(Number(params.id)) : undefined;
  if (!ticket || ticket.deleted_at === null) throw notFound();
  if (!mayDelete(world, caller)) throw forbidden();
  setDeleted(world, ticket, caller.id, false);
  return ok('');
}
