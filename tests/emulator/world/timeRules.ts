/** When the two stock automations fall due for a ticket, for a past that no automation ran in. */
import { closeRule, offerRule, unaskedTags } from './automations.ts';
import type { Ticket } from './entities.ts';
import type { World } from './world.ts';

const hour = 3_600_000;

/** Automations run once an hour: the first full hour at or after the wanted instant. */
const nextRun = (at: number) => Math.ceil(at / hour) * hour;

/** When a solved ticket's survey goes out (24 h after solved), `null` when it will not. */
export function offersAt(ticket: Ticket): number | null {
  if (ticket.status !== 'solved' || ticket.solved_at === null || ticket.rating.score !== 'unoffered')
    return null;
  return ticket.tags.some((tag) => unaskedTags.includes(tag)) ? null : nextRun(ticket.solved_at + 24 * hour);
}

/** When a solved ticket closes, `null` unless it is solved. */
export function closesAt(ticket: Ticket, hours = 96): number | null {
  return ticket.status === 'solved' && ticket.solved_at !== null
    ? nextRun(ticket.solved_at + hours * hour)
    : null;
}

/** The same under the account's closing automation as it is now; `null` where nobody closes tickets. */
export function willCloseAt(world: World, ticket: Ticket): number | null {
  const rule = world.automations.get(closeRule.id);
  const hours = Number(rule?.conditions.all.find(({ field }) => field === 'SOLVED')?.value);
  return rule?.active && hours >= 0 ? closesAt(ticket, hours) : null;
}

function viaOf(rule: { id: number; title: string }): Record<string, unknown> {
  return { channel: 'rule', source: { to: {}, from: { ...rule, deleted: false }, rel: 'automation' } };
}

export const timeRuleVias = { offer: viaOf(offerRule), close: viaOf(closeRule) };
