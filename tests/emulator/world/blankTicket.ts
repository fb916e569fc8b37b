/** A ticket before its first change is applied. */
import type { By, TicketInput } from './changeTicket.ts';
import type { Ticket } from './entities.ts';
import type { World } from './world.ts';

/** Stamped `at`, in epoch milliseconds; in the requester's organization. */
export function blankTicket(world: World, input: TicketInput, by: By, at: number): Ticket {
  return {
    id: input.id ?? world.nextId('ticket'),
    external_id: null,
    subject: input.subject,
    status: 'new',
    priority: null,
    type: null,
    channel: by.channel,
    requester_id: input.requester_id,
    submitter_id: input.submitter_id ?? by.authorId,
    assignee_id: null,
    group_id: null,
    organization_id: world.users.get(input.requester_id)?.organization_id ?? null,
    brand_id: 360_000_000_101,
    ticket_form_id: 360_000_000_201,
    follower_ids: [],
    email_cc_ids: [],
    tags: [],
    custom_fields: {},
    due_at: null,
    rating: {
      id: null,
      score: 'unoffered',
      comment: null,
      reason: null,
      reason_id: null,
      reason_code: null,
      offered_at: null,
      created_at: null,
      updated_at: null,
    },
    comments: [],
    audits: [],
    followup_source_id: input.followup_source_id ?? null,
    followup_ids: [],
    created_at: at,
    updated_at: at,
    generated_at: at,
    solved_at: null,
    closed_at: null,
    is_archived: false,
    deleted_at: null,
  };
}
