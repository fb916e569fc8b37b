/** An account without triggers, its automations, and tickets made now: Wednesday 18 November 2026, 09:12 UTC. */
import { changeTicket, createTicket, type TicketChange } from '../../world/changeTicket.ts';
import { createWorld } from '../../world/createWorld.ts';
import type { Action, Automation, Condition, Ticket } from '../../world/entities.ts';
import { groupIds, makeUser, personas } from '../../world/people.ts';
import type { World } from '../../world/world.ts';

export const customer = 361_000_900_001;

export const since = (field: string, value: number | string, operator = 'greater_than'): Condition => ({
  field,
  operator,
  value: String(value),
});
export const untagged = (tag: string): Condition => ({
  field: 'current_tags',
  operator: 'not_includes',
  value: tag,
});
export const add = (tag: string): Action => ({ field: 'current_tags', value: tag });

export interface RulesDesk {
  world: World;
  /** A new ticket's id. */
  ticket(change?: TicketChange): number;
  change(id: number, what: TicketChange): void;
  /** The id of a new automation, after those there are. */
  automation(all: Condition[], actions: Action[], more?: Partial<Automation>): number;
  shown(id: number): Ticket;
  tagsOf(id: number): string[];
}

/** In the office it is 10:12; it closes at 18:00. */
export function openRules(): RulesDesk {
  const world = createWorld({ hasStory: false });
  for (const trigger of [...world.triggers.values()]) world.triggers.remove(trigger.id);
  world.users.put(makeUser({ id: customer, name: 'Ada Okafor', email: 'ada@customers.example' }));
  world.outbox.length = 0;
  const shown = (id: number) => {
    const found = world.tickets.get(id);
    if (!found) throw new Error('no ticket');
    return found;
  };
  return {
    world,
    shown,
    tagsOf: (id) => shown(id).tags,
    ticket: (change) => makeTicket(world, change),
    change: (id, what) => {
      changeTicket(world, id, what, { authorId: personas.agent, channel: 'web' });
    },
    automation: (all, actions, more) => makeAutomation(world, all, actions, more),
  };
}

function makeTicket(world: World, change: TicketChange = {}): number {
  const comment = { body: 'It does not open.', public: true, author_id: customer };
  const input = { subject: 'Sign-in', requester_id: customer, group_id: groupIds.technical, comment };
  const by = { authorId: customer, channel: 'email' };
  return createTicket(world, { ...input, ...change }, by).ticket.id;
}

function makeAutomation(
  world: World,
  all: Condition[],
  actions: Action[],
  more: Partial<Automation> = {},
): number {
  const position = 10 + world.automations.size;
  const stamps = { created_at: 0, updated_at: 0 };
  const rule = { id: position, title: `Rule ${position}`, active: true, default: false, position };
  return world.automations.put({ ...rule, ...stamps, conditions: { all, any: [] }, actions, ...more }).id;
}
