/** Plays a written conversation into the world's past, so that audits, ratings and times agree with each other. */
import type { CustomerAnswer } from '../control.ts';
import { sendMail } from '../rules/mail.ts';
import { createdAt } from './calendar.ts';
import { type By, changeTicket, createTicket, type TicketChange } from './changeTicket.ts';
import { type CustomerKey, customerIds } from './customers.ts';
import type { Ticket } from './entities.ts';
import { fieldIds, type Intent, intentTag, type products, productTag } from './fields.ts';
import { asAsked } from './legacyAnswers.ts';
import {
  answerInConversation,
  linkToTicket,
  offerInConversation,
  surveyOfConversation,
} from './messagingSurveys.ts';
import { agentIds, type GroupKey, groupIds, personas } from './people.ts';
import { answerSurvey, offerSurvey, system } from './surveys.ts';
import { closesAt, offersAt, timeRuleVias } from './timeRules.ts';
import { storyNow, type World } from './world.ts';

export type AgentKey = keyof typeof agentIds | 'admin' | 'light';
/** `35m`, `2h`, `3d` or `20s` after the step before; `@11-16T12:10` is that minute of the story's year, UTC. */
export type After = `${number}${'s' | 'm' | 'h' | 'd'}` | `@${number}-${number}T${number}:${number}`;

export type Step =
  | { kind: 'says'; after: After; text: string }
  | { kind: 'replies' | 'notes'; by: AgentKey; after: After; text: string; change?: Moves }
  | { kind: 'changes'; by: AgentKey; after: After; change: Moves }
  | { kind: 'rates'; after: After; answer: Omit<CustomerAnswer, 'ticket'> }
  | { kind: 'ratesInChat'; after: After; conversation: string; answer: Omit<CustomerAnswer, 'ticket'> }
  | { kind: 'links'; after: After; conversation: string };

/** A change with people and groups by their short names. */
export type Moves = Omit<TicketChange, 'assignee_id' | 'group_id'> & {
  to?: AgentKey | null;
  group?: GroupKey;
};

export interface Thread {
  id: number;
  subject: string;
  customer: CustomerKey | number;
  channel: string;
  group: GroupKey;
  /** What the customer writes first. */
  text: string;
  product?: (typeof products)[number];
  intent?: Intent;
  order?: string;
  tags?: string[];
  priority?: Ticket['priority'];
  followsUp?: number;
  steps: Step[];
}

export const says = (after: After, text: string): Step => ({ kind: 'says', after, text });
export const replies = (by: AgentKey, after: After, text: string, change?: Moves): Step => ({
  kind: 'replies',
  by,
  after,
  text,
  change,
});
export const notes = (by: AgentKey, after: After, text: string, change?: Moves): Step => ({
  kind: 'notes',
  by,
  after,
  text,
  change,
});
export const changes = (by: AgentKey, after: After, change: Moves): Step => ({
  kind: 'changes',
  by,
  after,
  change,
});
/** Counted from the survey's mail, or from the step before where that is later. */
export const rates = (after: After, answer: Omit<CustomerAnswer, 'ticket'>): Step => ({
  kind: 'rates',
  after,
  answer,
});
/** In a messaging conversation, where the survey was asked a minute before. */
export const ratesInChat = (
  after: After,
  conversation: string,
  answer: Omit<CustomerAnswer, 'ticket'>,
): Step => ({ kind: 'ratesInChat', after, conversation, answer });
/** The conversation's survey is found to belong to this ticket. */
export const links = (after: After, conversation: string): Step => ({ kind: 'links', after, conversation });
export const solved: Moves = { status: 'solved' };
export const pending: Moves = { status: 'pending' };

const units = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
/** Mails older than this have left the mailboxes. */
const mailAge = 8 * units.d;

function later(from: number, after: After): number {
  if (after.startsWith('@')) return Date.parse(`2026-${after.slice(1)}:00Z`);
  const unit = after.at(-1) as keyof typeof units;
  return from + Number(after.slice(0, -1)) * units[unit];
}

/** Plays a thread up to now: steps that would lie in the future are left out. */
export function play(world: World, thread: Thread): void {
  let at = createdAt(thread.id);
  const requester = typeof thread.customer === 'number' ? thread.customer : customerIds[thread.customer];
  open(world, thread, requester, at);
  for (const step of thread.steps) {
    runTimeRulesInHistory(world, thread.id, later(at, step.after));
    const start = step.kind === 'rates' ? Math.max(at, offerInHistory(world, thread.id) ?? at) : at;
    at = later(start, step.after);
    if (at > storyNow - units.m) break;
    take(world, thread.id, requester, step, at);
  }
  runTimeRulesInHistory(world, thread.id, storyNow);
}

function open(world: World, thread: Thread, requester: number, at: number): void {
  const custom_fields: Record<number, unknown> = {};
  if (thread.order) custom_fields[fieldIds.orderNumber] = thread.order;
  if (thread.product) custom_fields[fieldIds.product] = productTag(thread.product);
  if (thread.intent) custom_fields[fieldIds.intent] = intentTag(thread.intent);
  const organization = world.organizations.get(world.users.get(requester)?.organization_id ?? 0);
  createTicket(
    world,
    {
      id: thread.id,
      subject: thread.subject,
      requester_id: requester,
      group_id: groupIds[thread.group],
      priority: thread.priority ?? (organization?.tags.includes('vip') ? 'high' : 'normal'),
      tags: [...(thread.tags ?? []), ...(organization?.tags ?? [])],
      custom_fields,
      followup_source_id: thread.followsUp ?? null,
      comment: { body: thread.text, public: true, author_id: requester },
    },
    { authorId: requester, channel: thread.channel, at, isHistory: true },
  );
}

function take(world: World, id: number, requester: number, step: Step, at: number): void {
  switch (step.kind) {
    case 'rates':
      if (world.csat !== 'none') {
        answerSurvey(world, { ticket: id, ...asAsked(world, step.answer) }, { at, isHistory: true });
      }
      return;
    case 'ratesInChat':
      if (world.csat === 'survey') {
        const chat = { conversationId: step.conversation, responderId: requester };
        answerInConversation(world, offerInConversation(world, chat, at - units.m), step.answer, at);
      }
      return;
    case 'links':
      if (world.csat === 'survey') {
        linkToTicket(world, surveyOfConversation(world, step.conversation), id, { at, isHistory: true });
      }
      return;
    case 'says': {
      const channel = world.tickets.get(id)?.channel ?? 'web';
      const comment = { body: step.text, public: true };
      changeTicket(world, id, { comment }, { authorId: requester, channel, at, isHistory: true });
      return;
    }
    case 'changes':
      changeTicket(world, id, ids(step.change), byAgent(step.by, at));
      return;
    case 'replies':
      changeTicket(
        world,
        id,
        { ...replyMoves(world, id, step), ...comment(step, true) },
        byAgent(step.by, at),
      );
      mailReply(world, id, step, at);
      return;
    case 'notes':
      changeTicket(world, id, { ...ids(step.change ?? {}), ...comment(step, false) }, byAgent(step.by, at));
  }
}

type Writing = Extract<Step, { kind: 'replies' | 'notes' }>;

const byAgent = (key: AgentKey, at: number): By => ({
  authorId: agentId(key),
  channel: 'web',
  at,
  isHistory: true,
});
const comment = ({ text }: Writing, isPublic: boolean) => ({ comment: { body: text, public: isPublic } });

/** Whoever answers first takes the ticket, unless the step hands it to somebody. */
function replyMoves(world: World, id: number, step: Writing): TicketChange {
  const ticket = world.tickets.get(id);
  const isFirst = ticket?.assignee_id === null && step.change?.to === undefined;
  const own = isFirst ? { assignee_id: agentId(step.by), group_id: ticket.group_id } : {};
  return { ...own, ...ids(step.change ?? {}) };
}

/** What the account's own trigger sends; rules do not run in the past. */
function mailReply(world: World, id: number, step: Writing, at: number): void {
  const ticket = world.tickets.get(id);
  const customer = world.users.get(ticket?.requester_id ?? 0);
  if (!ticket || !customer || at < storyNow - mailAge) return;
  sendMail(world, {
    at,
    to: { name: customer.name, email: customer.email },
    subject: `Re: ${ticket.subject}`,
    body: `${step.text}\n\n${world.users.get(agentId(step.by))?.name ?? ''}, request ${id}`,
    ticketId: id,
    sentBy: 'Notify requester of new public comment',
  });
}

function ids({ to, group, ...change }: Moves): TicketChange {
  const moved: TicketChange = { ...change };
  if (to !== undefined) moved.assignee_id = to === null ? null : agentId(to);
  if (group) moved.group_id = groupIds[group];
  return moved;
}

function agentId(key: AgentKey): number {
  if (key === 'admin') return personas.admin;
  return key === 'light' ? personas.light_agent : agentIds[key];
}

/** The two default time rules, as far as they fall due before `until`. */
function runTimeRulesInHistory(world: World, id: number, until: number): void {
  const ticket = world.tickets.get(id);
  if (!ticket) return;
  const [offer, close] = [offersAt(ticket), closesAt(ticket)];
  if (offer !== null && offer <= Math.min(until, storyNow)) offerInHistory(world, id);
  if (close !== null && close <= Math.min(until, storyNow)) {
    changeTicket(
      world,
      id,
      { status: 'closed' },
      { ...system, at: close, isHistory: true, via: timeRuleVias.close },
    );
  }
}

/** Offers the survey if it is due for this ticket; returns when it was offered. */
function offerInHistory(world: World, id: number): number | null {
  const ticket = world.tickets.get(id);
  const due = ticket ? offersAt(ticket) : null;
  if (due !== null && due <= storyNow) {
    offerSurvey(world, id, {
      at: due,
      isHistory: true,
      via: timeRuleVias.offer,
      hasMail: due > storyNow - mailAge,
    });
  }
  return world.tickets.get(id)?.rating.offered_at ?? null;
}
