/** Zendesk's two default time rules, run as the clock moves: offer the survey, close what was solved. */
import { changeTicket } from './changeTicket.ts';
import type { Ticket } from './entities.ts';
import { offerSurvey, system } from './surveys.ts';
import type { World } from './world.ts';

const hour = 3_600_000;

/** Automations run once an hour: the first full hour at or after the wanted instant. */
const nextRun = (at: number) => Math.ceil(at / hour) * hour;

/** Tickets with one of these tags are asked nothing. */
const unaskedTags = ['closed_by_merge', 'no_survey'];

/** When a solved ticket's survey goes out (24 h after solved), `null` when it will not. */
export function offersAt(ticket: Ticket): number | null {
  if (ticket.status !== 'solved' || ticket.solved_at === null || ticket.rating.score !== 'unoffered')
    return null;
  return ticket.tags.some((tag) => unaskedTags.includes(tag)) ? null : nextRun(ticket.solved_at + 24 * hour);
}

/** When a solved ticket closes (96 h after solved), `null` unless it is solved. */
export function closesAt(ticket: Ticket): number | null {
  return ticket.status === 'solved' && ticket.solved_at !== null
    ? nextRun(ticket.solved_at + 96 * hour)
    : null;
}

/** Runs what fell due up to `to`, in order of time. Tickets made from their number follow the clock by themselves. */
export function runTimeRules(world: World, to: number): void {
  for (const due of dueUntil(world, to)) {
    const ticket = world.tickets.get(due.ticketId);
    if (!ticket || ticket.deleted_at !== null) continue;
    if (due.what === 'offer' && offersAt(ticket) === due.at) {
      offerSurvey(world, ticket.id, { at: due.at, via: viaOf(offerRule) });
    }
    if (due.what === 'close' && closesAt(ticket) === due.at) {
      changeTicket(world, ticket.id, { status: 'closed' }, { ...system, at: due.at, via: viaOf(closeRule) });
    }
  }
}

interface Due {
  at: number;
  ticketId: number;
  what: 'offer' | 'close';
}

function dueUntil(world: World, to: number): Due[] {
  const due: Due[] = [];
  for (const ticket of world.tickets.stored()) {
    const [offer, close] = [offersAt(ticket), closesAt(ticket)];
    if (offer !== null && offer <= to && (close === null || offer < close))
      due.push({ at: offer, ticketId: ticket.id, what: 'offer' });
    if (close !== null && close <= to) due.push({ at: close, ticketId: ticket.id, what: 'close' });
  }
  return due.sort((a, b) => a.at - b.at || a.ticketId - b.ticketId);
}

const offerRule = { id: 360_000_500_001, title: 'Request customer satisfaction rating (System Automation)' };
const closeRule = { id: 360_000_500_002, title: 'Close ticket 4 days after status is set to solved' };

export function viaOf(rule: { id: number; title: string }): Record<string, unknown> {
  return { channel: 'rule', source: { to: {}, from: { ...rule, deleted: false }, rel: 'automation' } };
}

export const timeRuleVias = { offer: viaOf(offerRule), close: viaOf(closeRule) };
