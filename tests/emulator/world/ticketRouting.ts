/** What follows from a change besides what it says: who gets the ticket, and which status it takes. */
import type { By, TicketChange } from './changeTicket.ts';
import type { Ticket, TicketStatus } from './entities.ts';
import { withTagsAndFields } from './ticketTags.ts';
import type { World } from './world.ts';

const copied = [
  'subject',
  'status',
  'priority',
  'type',
  'requester_id',
  'organization_id',
  'brand_id',
  'ticket_form_id',
  'follower_ids',
  'email_cc_ids',
  'due_at',
  'external_id',
] as const;

/** Members of a ticket after a change, with what follows from it: group, status, stamps, tags. */
export function applyChange(world: World, ticket: Ticket, change: TicketChange, by: By, at: number) {
  const statusBefore = ticket.status;
  for (const name of copied) if (change[name] !== undefined) Object.assign(ticket, { [name]: change[name] });
  Object.assign(ticket, withTagsAndFields(world, ticket, change));
  route(world, ticket, change);
  if (change.rating) ticket.rating = { ...ticket.rating, ...change.rating };
  followStatus(world, ticket, change, by, statusBefore);
  stampStatus(ticket, statusBefore, at);
}

/** An assignee belongs to the ticket's group: a new one brings a group along, a new group lets a stranger go. */
function route(world: World, ticket: Ticket, change: TicketChange) {
  const isIn = (userId: number, groupId: number | null) =>
    world.memberships.find((member) => member.user_id === userId && member.group_id === groupId) !==
    undefined;
  if (change.group_id !== undefined) {
    ticket.group_id = change.group_id;
    if (ticket.assignee_id !== null && !isIn(ticket.assignee_id, ticket.group_id)) ticket.assignee_id = null;
  }
  if (change.assignee_id === undefined) return;
  ticket.assignee_id = change.assignee_id;
  if (change.assignee_id === null || change.group_id !== undefined) return;
  if (isIn(change.assignee_id, ticket.group_id)) return;
  const own = world.memberships.find((member) => member.user_id === change.assignee_id && member.default);
  ticket.group_id = own?.group_id ?? world.users.get(change.assignee_id)?.default_group_id ?? ticket.group_id;
}

/** A customer's reply reopens, an assignee takes the ticket out of "new", whoever solves an orphan gets it. */
function followStatus(
  world: World,
  ticket: Ticket,
  change: TicketChange,
  by: By,
  statusBefore: TicketStatus,
) {
  const authorId = change.comment?.author_id ?? by.authorId;
  const isReply = change.comment?.public === true && authorId === ticket.requester_id;
  const waits = ['pending', 'hold', 'solved'].includes(statusBefore);
  if (change.status === undefined && isReply && waits) ticket.status = 'open';
  if (ticket.status === 'new' && ticket.assignee_id !== null) ticket.status = 'open';
  if (ticket.status !== 'solved' || statusBefore === 'solved' || ticket.assignee_id !== null) return;
  const author = world.users.get(by.authorId);
  if (author && author.role !== 'end-user') route(world, ticket, { assignee_id: author.id });
}

function stampStatus(ticket: Ticket, statusBefore: TicketStatus, at: number) {
  if (ticket.status === statusBefore) return;
  if (ticket.status === 'solved') ticket.solved_at = at;
  else if (ticket.status === 'closed') {
    ticket.closed_at = at;
    ticket.solved_at ??= at;
  } else ticket.solved_at = null;
}
