/** Runs the account's automations, once at every full hour, as Zendesk does. */
import { indexedTickets, snapshot } from '../world/changeTicket.ts';
import type { Action, Audit, Automation, Condition, Ticket } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { perform } from './actions.ts';
import { meets } from './conditions.ts';
import type { RuleContext, RuleSource } from './context.ts';
import { runTriggers } from './runTriggers.ts';
import { isTimeField, meetsTime } from './timeConditions.ts';
import { noteUse } from './usage.ts';

const hour = 3_600_000;
const ticketsPerRun = 1000;
const updatesPerTicket = 100;

/** Runs at every full hour after `from` up to `to`, in order; tickets made from their number are left alone. */
export function runAutomations(world: World, from: number, to: number): void {
  for (let at = (Math.floor(from / hour) + 1) * hour; at <= to; at += hour) runAt(world, at);
}

function runAt(world: World, at: number): void {
  const rules = world.automations.filter(({ active }) => active);
  rules.sort((a, b) => a.position - b.position || a.id - b.id);
  for (const rule of rules) runOne(world, rule, at);
}

function runOne(world: World, rule: Automation, at: number): void {
  const due: number[] = [];
  for (const ticket of world.tickets.stored()) {
    if (isOpenTo(ticket) && isDue(world, ticket, rule, at)) due.push(ticket.id);
  }
  due.sort((a, b) => a - b);
  for (const id of due.slice(0, ticketsPerRun)) apply(world, id, rule, at);
}

const isOpenTo = (ticket: Ticket) => ticket.status !== 'closed' && ticket.deleted_at === null;

function isDue(world: World, ticket: Ticket, { conditions }: Automation, at: number): boolean {
  const context: RuleContext = { world, ticket, audit: auditAt(0, at), kind: 'Change' };
  const holds = (condition: Condition) =>
    isTimeField(condition.field) ? meetsTime(world, ticket, condition, at) : meets(context, condition);
  const { all, any } = conditions;
  return all.every(holds) && (any.length === 0 || any.some(holds)) && !isWornOut(ticket);
}

/** Zendesk leaves a ticket alone after a hundred updates by automations. */
function isWornOut({ audits }: Ticket): boolean {
  if (audits.length < updatesPerTicket) return false;
  const isOurs = ({ channel, events }: Audit) =>
    channel === 'rule' && events.some(({ via }) => relOf(via) === 'automation');
  return audits.filter(isOurs).length >= updatesPerTicket;
}

const relOf = (via: unknown) => (via as { source?: { rel?: unknown } } | undefined)?.source?.rel;

/** One update of the ticket, which triggers react to as to any other. */
function apply(world: World, id: number, rule: Automation, at: number): void {
  const ticket = world.tickets.get(id);
  if (!ticket || !isOpenTo(ticket)) return;
  const before = snapshot(ticket);
  const audit = auditAt(0, at);
  const context: RuleContext = { world, ticket, audit, kind: 'Change' };
  const source: RuleSource = { id: rule.id, title: rule.title, rel: 'automation' };
  for (const action of closingLast(rule.actions)) perform(context, action, source);
  if (audit.events.length === 0) return;
  noteUse(world, 'automation', rule.id, at);
  record(context, before);
}

function record({ world, ticket, audit }: RuleContext, before: Ticket): void {
  audit.id = world.nextId('audit');
  ticket.audits.push(audit);
  world.tickets.put(ticket);
  indexedTickets.noteWrite(world, ticket.id, before);
  runTriggers(world, ticket.id, audit, 'Change');
  world.emit({ kind: 'ticket', id: ticket.id, byUserId: audit.author_id });
}

/** A closed ticket takes no further change. */
function closingLast(actions: Action[]): Action[] {
  const isClosing = ({ field, value }: Action) => field === 'status' && value === 'closed';
  return [...actions.filter((action) => !isClosing(action)), ...actions.filter(isClosing)];
}

const auditAt = (id: number, created_at: number): Audit => ({
  id,
  author_id: -1,
  created_at,
  channel: 'rule',
  events: [],
  metadata: { system: {}, custom: {} },
});
