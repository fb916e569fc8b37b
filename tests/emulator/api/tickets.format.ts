/** A ticket as the API shows it. */
import type { Ticket, TicketField, TicketRating } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { iso, isoOrNull, urlOf } from './stamps.ts';

/** Types of fields every account has; the rest are custom. */
export const systemFieldTypes = new Set([
  'subject',
  'description',
  'status',
  'tickettype',
  'priority',
  'basic_priority',
  'group',
  'assignee',
  'custom_status',
]);

export function formatTicket(world: World, ticket: Ticket) {
  const custom_fields = customFields(world, ticket);
  return {
    url: urlOf(world, `tickets/${ticket.id}.json`),
    id: ticket.id,
    external_id: ticket.external_id,
    via: { channel: ticket.channel, source: viaSource(world, ticket) },
    created_at: iso(ticket.created_at),
    updated_at: iso(ticket.updated_at),
    generated_timestamp: Math.floor(ticket.generated_at / 1000),
    type: ticket.type,
    subject: ticket.subject,
    raw_subject: ticket.subject,
    description: ticket.comments[0]?.body ?? '',
    priority: ticket.priority,
    status: ticket.status,
    recipient: null,
    requester_id: ticket.requester_id,
    submitter_id: ticket.submitter_id,
    assignee_id: ticket.assignee_id,
    organization_id: ticket.organization_id,
    group_id: ticket.group_id,
    collaborator_ids: [...new Set([...ticket.follower_ids, ...ticket.email_cc_ids])],
    follower_ids: ticket.follower_ids,
    email_cc_ids: ticket.email_cc_ids,
    forum_topic_id: null,
    problem_id: null,
    has_incidents: false,
    is_public: ticket.comments.some((comment) => comment.public),
    due_at: isoOrNull(ticket.due_at),
    tags: ticket.tags,
    custom_fields,
    satisfaction_rating: formatRating(world, ticket.rating),
    sharing_agreement_ids: [],
    custom_status_id: customStatusIds[ticket.status],
    fields: custom_fields,
    // Zendesk tells of follow-ups only once the source is closed.
    followup_ids: ticket.status === 'closed' ? ticket.followup_ids : [],
    ticket_form_id: ticket.ticket_form_id,
    brand_id: ticket.brand_id,
    allow_channelback: false,
    allow_attachments: true,
    from_messaging_channel: ticket.channel === 'native_messaging',
  };
}

/** Ids of the default custom statuses, one a status category. */
export const customStatusIds: Record<Ticket['status'], number> = {
  new: 360_000_000_001,
  open: 360_000_000_002,
  pending: 360_000_000_003,
  hold: 360_000_000_004,
  solved: 360_000_000_005,
  closed: 360_000_000_005,
};

/** `null` on an account without CSAT; both generations show the binary score. */
function formatRating(world: World, rating: TicketRating) {
  if (!hasCsat(world)) return null;
  if (rating.score === 'unoffered' || rating.score === 'offered') return { score: rating.score };
  return {
    score: rating.score,
    id: rating.id,
    comment: rating.comment,
    reason: rating.reason,
    reason_id: rating.reason_id,
  };
}

/** CSAT comes with Support Professional and Suite Growth upwards. */
export const hasCsat = (world: World): boolean =>
  world.csat !== 'none' && world.plan !== 'suite_team' && world.plan !== 'support_team';

function viaSource(world: World, ticket: Ticket) {
  if (ticket.followup_source_id !== null) {
    const source = world.tickets.get(ticket.followup_source_id);
    return {
      from: {
        ticket_id: ticket.followup_source_id,
        subject: source?.subject ?? '',
        channel: source?.channel ?? 'web',
      },
      to: {},
      rel: 'follow_up',
    };
  }
  return { from: {}, to: {}, rel: null };
}

function customFields(world: World, ticket: Ticket) {
  const rows: { id: number; value: unknown }[] = [];
  for (const field of world.ticketFields.values()) {
    if (!field.active || systemFieldTypes.has(field.type)) continue;
    rows.push({ id: field.id, value: fieldValue(field, ticket.custom_fields[field.id]) });
  }
  return rows;
}

/** Numbers are told as text, unset checkboxes as false. */
function fieldValue(field: TicketField, value: unknown): unknown {
  if (value === undefined || value === null) return field.type === 'checkbox' ? false : null;
  return typeof value === 'number' ? String(value) : value;
}
