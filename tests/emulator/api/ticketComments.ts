/** The conversation on a ticket, internal notes included. */
import { htmlOf } from '../world/auditTrail.ts';
import type { Comment, Ticket } from '../world/entities.ts';
import { mayEdit, seenTicket } from './access.ts';
import { type Call, type Family, forbidden, notFound, ok } from './http.ts';
import { pageOf } from './paging.ts';
import { iso } from './stamps.ts';
import { isNewestFirst } from './ticketAudits.ts';
import { formatUser } from './users.format.ts';

export const ticketComments: Family = [
  { method: 'GET', path: '/api/v2/tickets/:id/comments', allowed: 'agents', answer: listComments },
  { method: 'GET', path: '/api/v2/tickets/:id/comments/count', allowed: 'agents', answer: countComments },
  {
    method: 'PUT',
    path: '/api/v2/tickets/:id/comments/:comment/make_private',
    allowed: 'agents',
    answer: makePrivate,
  },
];

function formatComment(ticket: Ticket, comment: Comment) {
  const audit = ticket.audits.find((each) => each.events.some((event) => event.id === comment.id));
  return {
    id: comment.id,
    type: 'Comment',
    author_id: comment.author_id,
    body: comment.body,
    html_body: htmlOf(comment.body),
    plain_body: comment.body,
    public: comment.public,
    attachments: [],
    audit_id: audit?.id ?? null,
    via: { channel: comment.channel, source: { from: {}, to: {}, rel: null } },
    created_at: iso(comment.created_at),
    metadata: comment.metadata,
  };
}

function listComments({ world, caller, params, query, request }: Call) {
  const ticket = seenTicket(world, caller, params.id);
  const items = isNewestFirst(query) ? [...ticket.comments].reverse() : ticket.comments;
  const format = (comment: Comment) => formatComment(ticket, comment);
  const page = pageOf(request, { name: 'comments', items, total: items.length, format });
  if (!(query.get('include') ?? '').split(',').includes('users')) return ok(page);
  const authors = [...new Set(items.map((comment) => comment.author_id))];
  const people = authors.flatMap((id) => world.users.get(id) ?? []);
  return ok({ ...page, users: people.map((user) => formatUser(world, user)) });
}

function countComments({ world, caller, params }: Call) {
  const ticket = seenTicket(world, caller, params.id);
  return ok({ count: { value: ticket.comments.length, refreshed_at: iso(world.now()) } });
}

function makePrivate({ world, caller, params }: Call) {
  const ticket = seenTicket(world, caller, params.id);
  if (!mayEdit(world, caller)) throw forbidden();
  const comment = ticket.comments.find((each) => String(each.id) === params.comment);
  if (!comment) throw notFound();
  comment.public = false;
  for (const audit of ticket.audits) {
    for (const event of audit.events) if (event.id === comment.id) event.public = false;
  }
  world.tickets.put(ticket);
  return ok({});
}
