/**
 * Talks about a ticket beside it. They come with Suite Professional and up; without them the account refuses as
 * `unknowns.noSideConversationsStatus` says, and a role may forbid beginning one.
 * Source: the "side conversations" page of Zendesk's API reference.
 */
import type { Plan } from '../control.ts';
import { ClosedTicket } from '../world/changeTicket.ts';
import type { SideConversation, Ticket, User } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { roleOf, seenTicket } from './access.ts';
import { type Fields, isFields, wrapped } from './body.ts';
import { type Call, created, type Family, forbidden, invalid, notFound, ok, Refusal } from './http.ts';
import { pageOf } from './paging.ts';
import { iso } from './stamps.ts';

const path = '/api/v2/tickets/:id/side_conversations';

export const sideConversations: Family = [
  { method: 'GET', path, allowed: 'agents', answer: list },
  { method: 'POST', path, allowed: 'agents', bucket: 'side-conversation', answer: begin },
  { method: 'GET', path: `${path}/:conversation`, allowed: 'agents', answer: show },
];

const plansWith: readonly Plan[] = ['suite_professional', 'suite_enterprise', 'suite_enterprise_plus'];

export const hasSideConversations = (world: World) => plansWith.includes(world.plan);

/** The ticket, on an account that has side conversations. */
function openTicket({ world, caller, params }: Call): Ticket {
  if (!hasSideConversations(world)) {
    if (world.unknowns.noSideConversationsStatus === 403) throw forbidden();
    throw new Refusal(404, { error: 'InvalidEndpoint', description: 'Not found' });
  }
  return seenTicket(world, caller, params.id);
}

function list(call: Call) {
  const { world, request } = call;
  const ticket = openTicket(call);
  const items = [...world.sideConversations.values()].filter((one) => one.ticket_id === ticket.id);
  const format = (one: SideConversation) => formatConversation(world, one);
  return ok(pageOf(request, { name: 'side_conversations', items, total: items.length, format }));
}

function show(call: Call) {
  const ticket = openTicket(call);
  const found = call.world.sideConversations.get(call.params.conversation ?? '');
  if (!found || found.ticket_id !== ticket.id) throw notFound();
  return ok({ side_conversation: formatConversation(call.world, found) });
}

function begin(call: Call) {
  const { world, caller, body } = call;
  const ticket = openTicket(call);
  if (roleOf(world, caller)?.side_conversation_create === false) throw forbidden();
  if (ticket.status === 'closed') throw new ClosedTicket(ticket.id);
  const message = wrapped(body, 'message');
  const to = recipients(world, message.to);
  const text = typeof message.body === 'string' ? message.body : message.html_body;
  if (typeof text !== 'string' || text.trim() === '')
    throw invalid({ body: [{ description: 'Body: cannot be blank', error: 'BlankValue' }] });
  const now = world.now();
  const conversation: SideConversation = world.sideConversations.put({
    id: uuid(world),
    ticket_id: ticket.id,
    subject: typeof message.subject === 'string' ? message.subject : ticket.subject,
    state: 'open',
    external_ids: textsIn(isFields(body) ? body.external_ids : null),
    messages: [{ id: uuid(world), from_id: caller.id, to, body: text, created_at: now }],
    created_at: now,
    updated_at: now,
  });
  sendToChannels(world, conversation);
  return created({
    side_conversation: formatConversation(world, conversation),
    event: formatEvent(world, caller, conversation),
  });
}

type Recipient = SideConversation['messages'][number]['to'][number];

/** What side conversations with a channel arrive as; the others stay in the account. */
function sendToChannels(world: World, { id, ticket_id, subject, messages }: SideConversation): void {
  for (const { to, body, from_id, created_at } of messages)
    for (const { slack_channel_id, slack_workspace_id, msteams_channel_id } of to) {
      const channelId = slack_channel_id ?? msteams_channel_id;
      if (channelId === undefined) continue;
      world.channelMessages.push({
        at: new Date(created_at).toISOString(),
        tool: slack_channel_id === undefined ? 'msteams' : 'slack',
        workspaceId: slack_workspace_id ?? null,
        channelId,
        ticketId: ticket_id,
        sideConversationId: id,
        subject,
        body,
        fromId: from_id,
      });
      world.emit({ kind: 'outbox' });
    }
}

const kindOf = (row: Fields) =>
  row.support_group_id !== undefined
    ? 'ticket'
    : row.slack_workspace_id !== undefined || row.slack_channel_id !== undefined
      ? 'slack'
      : row.msteams_channel_id !== undefined
        ? 'msteams'
        : 'mail';

/** People, addresses, groups and chat tools cannot be mixed in one message; a channel stands alone. */
function recipients(world: World, given: unknown): Recipient[] {
  const rows = Array.isArray(given) ? given.filter(isFields) : [];
  const [kind, ...others] = new Set(rows.map(kindOf));
  const isAlone = rows.length === 1 || kind === 'mail' || kind === 'ticket';
  if (kind === undefined || others.length > 0 || !isAlone)
    throw invalid({ to: [{ description: 'To: is invalid' }] });
  return rows.map((row) => recipient(world, row));
}

function recipient(world: World, row: Fields): Recipient {
  const unknown = () => invalid({ to: [{ description: 'To: is invalid', error: 'InvalidValue' }] });
  if (row.support_group_id !== undefined) {
    const group = world.groups.get(Number(row.support_group_id));
    if (!group || group.deleted) throw unknown();
    return { support_group_id: group.id, name: group.name, email: null };
  }
  const isGiven = (value: unknown): value is string => typeof value === 'string' && value !== '';
  const { slack_workspace_id, slack_channel_id, msteams_channel_id } = row;
  if (kindOf(row) === 'slack') {
    if (!world.integrations.slack || !isGiven(slack_workspace_id) || !isGiven(slack_channel_id))
      throw unknown();
    return { slack_workspace_id, slack_channel_id, name: slack_channel_id, email: null };
  }
  if (kindOf(row) === 'msteams') {
    if (!world.integrations.msteams || !isGiven(msteams_channel_id)) throw unknown();
    return { msteams_channel_id, name: msteams_channel_id, email: null };
  }
  if (row.user_id !== undefined) {
    const user = world.users.get(Number(row.user_id));
    if (!user?.active) throw unknown();
    return { user_id: user.id, name: user.name, email: user.email };
  }
  if (typeof row.email !== 'string') throw unknown();
  return { name: typeof row.name === 'string' ? row.name : row.email, email: row.email };
}

const textsIn = (given: unknown): Record<string, string> =>
  isFields(given)
    ? Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))
    : {};

/** Of the right form, and the same on every run. */
const uuid = (world: World) =>
  `8566255a-ece5-4bb1-9b1d-${world.nextId('side_conversation').toString(16).padStart(12, '0')}`;

const asParticipant = ({ id, name, email }: User) => ({ user_id: id, name, email });

function formatConversation(world: World, one: SideConversation) {
  const authors = one.messages.flatMap(({ from_id }) => world.users.get(from_id) ?? []).map(asParticipant);
  const last = one.messages.at(-1);
  return {
    url: `https://${world.subdomain}.zendesk.com/api/v2/tickets/${one.ticket_id}/side_conversations/${one.id}`,
    id: one.id,
    ticket_id: one.ticket_id,
    subject: one.subject,
    preview_text: last?.body.slice(0, 140) ?? '',
    state: one.state,
    participants: [...authors, ...one.messages.flatMap(({ to }) => to)],
    created_at: iso(one.created_at),
    updated_at: iso(one.updated_at),
    message_added_at: iso(last?.created_at ?? one.created_at),
    state_updated_at: iso(one.created_at),
    external_ids: one.external_ids,
  };
}

function formatEvent(world: World, caller: User, one: SideConversation) {
  const [message] = one.messages;
  const text = message?.body ?? '';
  return {
    id: uuid(world),
    side_conversation_id: one.id,
    actor: asParticipant(caller),
    type: 'create',
    via: 'api',
    created_at: iso(one.created_at),
    message: {
      subject: one.subject,
      preview_text: text.slice(0, 140),
      from: asParticipant(caller),
      to: message?.to ?? [],
      body: text,
    },
  };
}
