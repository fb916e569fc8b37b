/** Runs the account's triggers on one change of a ticket, as Zendesk does. */
import type { Audit, Trigger } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { perform } from './actions.ts';
import { holds } from './conditions.ts';
import type { RuleContext } from './context.ts';
import { noteUse } from './usage.ts';

/**
 * Active triggers in order of position; whenever one changes the ticket the round starts again, and each runs once
 * per update at most. What they do joins the update's own audit.
 * https://support.zendesk.com/hc/en-us/articles/4408822236058
 */
export function runTriggers(world: World, ticketId: number, audit: Audit, kind: 'Create' | 'Change'): void {
  const ticket = world.tickets.get(ticketId);
  if (!ticket || audit.events.length === 0) return;
  const context: RuleContext = { world, ticket, audit, kind };
  const waiting = new Set(inOrder(world));
  for (let next = nextToFire(context, waiting); next; next = nextToFire(context, waiting)) {
    waiting.delete(next);
    fire(context, next);
    if (context.ticket.status === 'closed') return;
  }
}

/**
 * One round from the top; looking again after a trigger that changed nothing but sent a mail finds the same, since
 * conditions see only the ticket.
 */
function nextToFire(context: RuleContext, waiting: Set<Trigger>): Trigger | undefined {
  for (const trigger of waiting) if (holds(context, trigger.conditions)) return trigger;
  return undefined;
}

function fire(context: RuleContext, trigger: Trigger): void {
  noteUse(context.world, 'trigger', trigger.id, context.audit.created_at);
  for (const action of trigger.actions) {
    perform(context, action, { id: trigger.id, title: trigger.title, rel: 'trigger' });
  }
}

function inOrder(world: World): Trigger[] {
  const active = world.triggers.filter((trigger) => trigger.active);
  return active.sort((a, b) => a.position - b.position || a.id - b.id);
}
