/** The figures Zendesk keeps of a ticket, computed from its audits. */
import type { Audit, Ticket, TicketStatus } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { iso, isoOrNull, urlOf } from './stamps.ts';

interface Walk {
  reopens: number;
  groups: number;
  assignees: number;
  assignedAt: number | null;
  initiallyAssignedAt: number | null;
  statusAt: number;
  requesterAt: number | null;
  assigneeAt: number | null;
  firstSolvedAt: number | null;
  /** Milliseconds spent in each status so far. */
  spent: Record<TicketStatus, number>;
}

/** Durations are whole minutes; without a schedule business minutes equal calendar minutes. */
export function formatMetrics(world: World, ticket: Ticket) {
  const walk = walkThrough(ticket, world.now());
  const replies = ticket.comments.slice(1).filter((comment) => isAgentReply(world, ticket, comment));
  const { spent } = walk;
  const replyMs = replies[0] ? replies[0].created_at - ticket.created_at : null;
  return {
    url: urlOf(world, `ticket_metrics/${ticket.id}.json`),
    id: ticket.id,
    ticket_id: ticket.id,
    created_at: iso(ticket.created_at),
    updated_at: iso(ticket.updated_at),
    group_stations: walk.groups,
    assignee_stations: walk.assignees,
    reopens: walk.reopens,
    replies: replies.length,
    assignee_updated_at: isoOrNull(walk.assigneeAt),
    requester_updated_at: isoOrNull(walk.requesterAt ?? ticket.created_at),
    status_updated_at: iso(walk.statusAt),
    initially_assigned_at: isoOrNull(walk.initiallyAssignedAt),
    assigned_at: isoOrNull(walk.assignedAt),
    solved_at: isoOrNull(ticket.solved_at),
    latest_comment_added_at: iso(ticket.comments.at(-1)?.created_at ?? ticket.created_at),
    custom_status_updated_at: iso(walk.statusAt),
    reply_time_in_minutes: minutes(replyMs),
    reply_time_in_seconds: { calendar: replyMs === null ? null : Math.round(replyMs / 1000) },
    first_resolution_time_in_minutes: minutes(since(ticket, walk.firstSolvedAt)),
    full_resolution_time_in_minutes: minutes(since(ticket, ticket.solved_at)),
    agent_wait_time_in_minutes: minutes(spent.pending),
    requester_wait_time_in_minutes: minutes(spent.new + spent.open + spent.hold),
    on_hold_time_in_minutes: minutes(spent.hold),
  };
}

function isAgentReply(world: World, ticket: Ticket, comment: Ticket['comments'][number]): boolean {
  if (!comment.public || comment.author_id === ticket.requester_id) return false;
  return world.users.get(comment.author_id)?.role !== 'end-user';
}

function walkThrough(ticket: Ticket, now: number): Walk {
  const spent = { new: 0, open: 0, pending: 0, hold: 0, solved: 0, closed: 0 };
  const walk: Walk = {
    reopens: 0,
    groups: 0,
    assignees: 0,
    assignedAt: null,
    initiallyAssignedAt: null,
    statusAt: ticket.created_at,
    requesterAt: null,
    assigneeAt: null,
    firstSolvedAt: null,
    spent,
  };
  let status: TicketStatus = 'new';
  for (const audit of ticket.audits) {
    status = step(walk, ticket, audit, status);
  }
  spent[status] += Math.max(0, (ticket.closed_at ?? now) - walk.statusAt);
  return walk;
}

function step(walk: Walk, ticket: Ticket, audit: Audit, before: TicketStatus): TicketStatus {
  let status = before;
  const at = audit.created_at;
  if (audit.author_id === ticket.requester_id) walk.requesterAt = at;
  if (audit.author_id === ticket.assignee_id) walk.assigneeAt = at;
  for (const event of audit.events) {
    if (event.type !== 'Change' && event.type !== 'Create') continue;
    const isSet = event.value !== null && event.value !== '';
    if (event.field_name === 'group_id' && isSet) walk.groups += 1;
    if (event.field_name === 'assignee_id' && isSet) {
      walk.assignees += 1;
      walk.assignedAt = at;
      walk.initiallyAssignedAt ??= at;
    }
    if (event.field_name === 'status') status = moveStatus(walk, status, String(event.value), at);
  }
  return status;
}

function moveStatus(walk: Walk, from: TicketStatus, to: string, at: number): TicketStatus {
  walk.spent[from] += Math.max(0, at - walk.statusAt);
  walk.statusAt = at;
  if (to === 'solved') walk.firstSolvedAt ??= at;
  if (from === 'solved' && to !== 'closed') walk.reopens += 1;
  return to as TicketStatus;
}

const since = (ticket: Ticket, at: number | null) => (at === null ? null : at - ticket.created_at);

function minutes(ms: number | null) {
  const value = ms === null ? null : Math.round(ms / 60_000);
  return { calendar: value, business: value };
}
