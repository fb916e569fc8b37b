/** What a rule does to a ticket: fields, tags, mails and webhooks, each noted in the audit it reacts to. */
import { changeTicket, type TicketChange } from '../world/changeTicket.ts';
import type { Action, Ticket, TicketStatus, User } from '../world/entities.ts';
import { offerSurvey } from '../world/surveys.ts';
import { customFieldId, emptyValue, type RuleContext, type RuleSource, ruleVia } from './context.ts';
import { sendMail } from './mail.ts';
import { fillPlaceholders } from './placeholders.ts';
import { callWebhook } from './webhookCall.ts';

type Event = { type: string } & Record<string, unknown>;

/** Runs one action; an unknown one does nothing. */
export function perform(context: RuleContext, action: Action, source: RuleSource): void {
  const { world, ticket, audit } = context;
  if (action.field.startsWith('notification_')) {
    notify(context, action, source);
    return;
  }
  if (action.field === 'satisfaction_score') {
    if (action.value === 'offered') offerSurvey(world, ticket.id, { into: audit, via: ruleVia(source) });
    context.ticket = world.tickets.get(ticket.id) ?? ticket;
    return;
  }
  const change = changeFor(context, action);
  if (change) write(context, source, change);
}

function write(context: RuleContext, source: RuleSource, change: TicketChange): void {
  const { world, ticket, audit } = context;
  const changed = changeTicket(world, ticket.id, change, {
    authorId: audit.author_id,
    channel: 'rule',
    at: audit.created_at,
    into: audit,
    via: ruleVia(source),
  });
  context.ticket = changed.ticket;
}

function changeFor(context: RuleContext, { field, value }: Action): TicketChange | null {
  const custom = customFieldId(field);
  if (custom !== null) return { custom_fields: { [custom]: customValue(context, custom, value) } };
  switch (field) {
    case 'status':
      return { status: String(value) as TicketStatus };
    case 'priority':
    case 'type':
      return { [field]: value === '' ? null : String(value) } as TicketChange;
    case 'group_id':
      return { group_id: value === '' ? null : Number(value) };
    case 'assignee_id':
      return { assignee_id: personId(context, value) };
    case 'set_tags':
      return { tags: [String(value)] };
    case 'current_tags':
      return { addTags: [String(value)] };
    case 'remove_tags':
      return { removeTags: [String(value)] };
    case 'follower':
      return withFollower(context, value);
    default:
      return null;
  }
}

function customValue({ world }: RuleContext, id: number, value: unknown): unknown {
  if (value === '' || value === emptyValue) return null;
  return world.ticketFields.get(id)?.type === 'checkbox' ? value === true || value === 'true' : value;
}

function withFollower(context: RuleContext, value: unknown): TicketChange | null {
  const id = personId(context, value);
  if (id === null || context.ticket.follower_ids.includes(id)) return null;
  return { follower_ids: [...context.ticket.follower_ids, id] };
}

function personId({ ticket, audit }: RuleContext, value: unknown): number | null {
  if (value === 'current_user') return audit.author_id;
  if (value === 'requester_id') return ticket.requester_id;
  if (value === 'assignee_id') return ticket.assignee_id;
  return value === '' || value === null || value === undefined ? null : Number(value);
}

function notify(context: RuleContext, { field, value }: Action, source: RuleSource): void {
  const [target = '', first = '', second = ''] = (Array.isArray(value) ? value : [value]).map(String);
  if (field === 'notification_webhook') {
    const body = fillPlaceholders(first, context);
    const { ticket, audit } = context;
    const sent = { body, ticketId: ticket.id, sentBy: source.title, at: audit.created_at };
    const call = callWebhook(context.world, target, sent);
    if (call) note(context, source, { type: 'Webhook', webhook_id: target, body, recipients: [] });
    return;
  }
  const people = field === 'notification_group' ? groupMembers(context, target) : recipients(context, target);
  if (field !== 'notification_user' && field !== 'notification_group') return;
  const subject = fillPlaceholders(first, context);
  const body = fillPlaceholders(second, context);
  if (people.length === 0) return;
  for (const { name, email } of people) {
    const to = { name, email };
    const draft = { to, subject, body, ticketId: context.ticket.id, sentBy: source.title };
    sendMail(context.world, { ...draft, at: context.audit.created_at });
  }
  note(context, source, { type: 'Notification', subject, body, recipients: people.map(({ id }) => id) });
}

/** An event beside the changes: it does not move the ticket. */
function note({ world, audit }: RuleContext, source: RuleSource, event: Event): void {
  audit.events.push({ id: world.nextId('event'), via: ruleVia(source), ...event });
}

function recipients(context: RuleContext, target: string | undefined): User[] {
  const { ticket } = context;
  if (target === 'all_agents') return staff(context);
  const ids =
    target === 'requester_and_ccs'
      ? [ticket.requester_id, ...ticket.email_cc_ids]
      : [personId(context, target)];
  return ids.flatMap((id) => activeUser(context, id));
}

/** `group_id` names the ticket's own group. */
function groupMembers(context: RuleContext, target: string | undefined): User[] {
  const groupId = target === 'group_id' ? context.ticket.group_id : Number(target);
  const members = context.world.memberships.filter((member) => member.group_id === groupId);
  return members.flatMap((member) => activeUser(context, member.user_id));
}

/** Everyone in a group, so that a million customers need not be looked at. */
function staff(context: RuleContext): User[] {
  const ids = new Set([...context.world.memberships.values()].map((member) => member.user_id));
  return [...ids].flatMap((id) => activeUser(context, id));
}

function activeUser({ world }: RuleContext, id: Ticket['assignee_id']): User[] {
  const user = id ? world.users.get(id) : undefined;
  return user?.active && !user.suspended && user.email ? [user] : [];
}
