/** A ticket's history. */
import { seenTicket } from './access.ts';
import { type Call, type Family, notFound, ok } from './http.ts';
import { pageOf } from './paging.ts';
import { iso } from './stamps.ts';
import { formatAudit } from './ticketAudits.format.ts';

export const ticketAudits: Family = [
  {
    method: 'GET',
    path: '/api/v2/tickets/:id/audits',
    allowed: 'agents',
    bucket: 'audits',
    answer: listAudits,
  },
  {
    method: 'GET',
    path: '/api/v2/tickets/:id/audits/count',
    allowed: 'agents',
    bucket: 'audits',
    answer: countAudits,
  },
  {
    method: 'GET',
    path: '/api/v2/tickets/:id/audits/:audit',
    allowed: 'agents',
    bucket: 'audits',
    answer: showAudit,
  },
];

/** Oldest first; `sort=-created_at` or `sort_order=desc` turns it round. */
export const isNewestFirst = (query: URLSearchParams): boolean =>
  query.get('sort') === '-created_at' || query.get('sort_order') === 'desc';

function listAudits({ world, caller, params, query, request }: Call) {
  const ticket = seenTicket(world, caller, params.id);
  const items = isNewestFirst(query) ? [...ticket.audits].reverse() : ticket.audits;
  const format = (audit: (typeof items)[number]) => formatAudit(ticket, audit);
  return ok(pageOf(request, { name: 'audits', items, total: items.length, format }));
}

function countAudits({ world, caller, params }: Call) {
  const ticket = seenTicket(world, caller, params.id);
  return ok({ count: { value: ticket.audits.length, refreshed_at: iso(world.now()) } });
}

function showAudit({ world, caller, params }: Call) {
  const ticket = seenTicket(world, caller, params.id);
  const audit = ticket.audits.find((each) => String(each.id) === params.audit);
  if (!audit) throw notFound();
  return ok({ audit: formatAudit(ticket, audit) });
}
