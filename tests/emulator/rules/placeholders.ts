/** Zendesk's placeholders in mails and webhook bodies: `{{ticket.id}}`, `{{satisfaction.current_rating}}` … */
import type { User } from '../world/entities.ts';
import type { RuleContext } from './context.ts';

/** Fills every known placeholder; unknown ones become empty, as in Zendesk. */
export function fillPlaceholders(text: string, context: RuleContext): string {
  return text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_whole, name: string) => textOf(name, context));
}

type Value = (context: RuleContext) => unknown;

const values: Record<string, Value> = {
  'ticket.id': ({ ticket }) => ticket.id,
  'ticket.title': ({ ticket }) => ticket.subject,
  'ticket.subject': ({ ticket }) => ticket.subject,
  'ticket.description': ({ ticket }) => ticket.comments[0]?.body,
  'ticket.status': ({ ticket }) => ticket.status,
  'ticket.priority': ({ ticket }) => ticket.priority,
  'ticket.ticket_type': ({ ticket }) => ticket.type,
  'ticket.via': ({ ticket }) => ticket.channel,
  'ticket.tags': ({ ticket }) => ticket.tags.join(' '),
  'ticket.external_id': ({ ticket }) => ticket.external_id,
  'ticket.link': ({ ticket, world }) => `https://${world.subdomain}.zendesk.com/agent/tickets/${ticket.id}`,
  'ticket.url': ({ ticket, world }) => `https://${world.subdomain}.zendesk.com/agent/tickets/${ticket.id}`,
  'ticket.account': ({ world }) => world.subdomain,
  'ticket.organization.name': ({ ticket, world }) =>
    ticket.organization_id ? world.organizations.get(ticket.organization_id)?.name : null,
  'ticket.group.name': ({ ticket, world }) =>
    ticket.group_id ? world.groups.get(ticket.group_id)?.name : null,
  'ticket.created_at': ({ ticket }) => new Date(ticket.created_at).toISOString().slice(0, 10),
  'ticket.updated_at': ({ ticket }) => new Date(ticket.updated_at).toISOString().slice(0, 10),
  'ticket.latest_comment': (context) => latestComment(context, false),
  'ticket.latest_public_comment': (context) => latestComment(context, true),
  'ticket.comments_formatted': ({ ticket }) => ticket.comments.map(({ body }) => body).join('\n\n'),
  'satisfaction.current_rating': ({ ticket }) => ratingWord(ticket.rating.score),
  'satisfaction.current_comment': ({ ticket }) => ticket.rating.comment,
  'satisfaction.comment': ({ ticket }) => ticket.rating.comment,
  'satisfaction.current_reason': ({ ticket }) => ticket.rating.reason,
};

function textOf(name: string, context: RuleContext): string {
  const value = values[name] ?? customField(name) ?? person(name);
  const found = value?.(context);
  return found === null || found === undefined ? '' : String(found);
}

function customField(name: string): Value | undefined {
  const match = /^ticket\.ticket_field_(\d+)$/.exec(name);
  return match ? ({ ticket }) => ticket.custom_fields[Number(match[1])] : undefined;
}

/** `ticket.requester.first_name`, `ticket.assignee.email`, `current_user.name` … */
function person(name: string): Value | undefined {
  const match =
    /^(?:ticket\.)?(requester|assignee|submitter|current_user)\.(name|first_name|last_name|email|id|locale)$/.exec(
      name,
    );
  if (!match) return undefined;
  const [, part = '', member = ''] = match;
  return (context) => {
    const user = personOf(part, context);
    return user ? memberOf(user, member) : null;
  };
}

function personOf(part: string, { ticket, audit, world }: RuleContext): User | undefined {
  const ids: Record<string, number | null> = {
    requester: ticket.requester_id,
    assignee: ticket.assignee_id,
    submitter: ticket.submitter_id,
    current_user: audit.author_id,
  };
  const id = ids[part];
  return id ? world.users.get(id) : undefined;
}

function memberOf(user: User, member: string): unknown {
  const [first = '', ...rest] = user.name.split(' ');
  if (member === 'first_name') return first;
  if (member === 'last_name') return rest.join(' ');
  return user[member as 'name' | 'email' | 'id' | 'locale'];
}

function latestComment({ ticket }: RuleContext, isPublicOnly: boolean): string | undefined {
  return ticket.comments.findLast((comment) => comment.public || !isPublicOnly)?.body;
}

function ratingWord(score: string): string {
  if (score === 'good') return 'Good, I’m satisfied';
  if (score === 'bad') return 'Bad, I’m unsatisfied';
  return '';
}
