/** A ticket as the app framework shows it, unsaved edits included. */
import type { CommentJson, Desk, TicketJson } from '../../desk.ts';
import { assetless, conversationShape } from './commentShape.ts';
import { userShape } from './userShape.ts';

interface Shown {
  desk: Desk;
  ticket: TicketJson;
  comments: CommentJson[];
}

/** One reader per member of `ticket`. */
export const ticketMembers: Record<string, (shown: Shown) => unknown> = {
  id: ({ ticket }) => ticket.id,
  externalId: ({ ticket }) => ticket.external_id ?? null,
  subject: ({ ticket }) => ticket.subject,
  description: ({ ticket }) => ticket.description,
  status: ({ ticket }) => ticket.status,
  statusCategory: ({ ticket }) => ticket.status,
  customStatus: ({ ticket }) => customStatus(ticket.status, ticket.custom_status_id),
  priority: ({ ticket }) => ticket.priority,
  type: ({ ticket }) => ticket.type,
  createdAt: ({ ticket }) => ticket.created_at,
  updatedAt: ({ ticket }) => ticket.updated_at,
  via: ({ ticket }) => ({ channel: ticket.via?.channel ?? null }),
  brand: ({ ticket }) => reference(ticket.brand_id),
  form: ({ ticket }) => reference(ticket.ticket_form_id),
  isNew: () => false,
  postSaveAction: () => 'stay_on_ticket',
  viewers: () => [],
  requester: ({ desk, ticket }) => person(desk, ticket.requester_id),
  assignee: ({ desk, ticket }) => assignee(desk, ticket),
  collaborators: ({ desk, ticket }) => collaborators(desk, ticket),
  organization: ({ ticket }) => reference(ticket.organization_id),
  sharedWith: () => [],
  recipient: ({ ticket }) => ticket.recipient ?? null,
  tags: ({ ticket }) => [...ticket.tags],
  comments: ({ desk, comments }) => comments.map((comment) => assetless(desk, comment)),
  conversation: ({ desk, comments }) => comments.map((comment) => conversationShape(desk, comment)),
};

/** Everything at once, as `get('ticket')`. */
export function ticketShape(shown: Shown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(ticketMembers).map(([name, read]) => [name, read(shown)]));
}

/** Accounts without custom statuses of their own have one per category. */
export function customStatus(status: unknown, id: unknown) {
  return { id: id ?? null, statusCategory: status, agentLabel: capital(String(status)) };
}

export function assignee(desk: Desk, { assignee_id, group_id }: TicketJson) {
  const group = desk.groups().find(({ id }) => id === group_id);
  return {
    user: assignee_id === null ? null : person(desk, assignee_id),
    group: group ? { id: group.id, name: group.name } : reference(group_id),
  };
}

export function person(desk: Desk, id: number) {
  const user = desk.user(id);
  return user ? userShape(user) : { id, name: null, email: null, role: null, externalId: null };
}

function collaborators(desk: Desk, ticket: TicketJson) {
  const ids = Array.isArray(ticket.collaborator_ids) ? (ticket.collaborator_ids as number[]) : [];
  return ids.map((id) => person(desk, id));
}

function reference(id: unknown) {
  return typeof id === 'number' ? { id } : null;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
