/** Deleting a ticket and bringing it back: its content stays, its history tells of both. */
import type { Ticket } from './entities.ts';
import type { World } from './world.ts';

/**
 * Both move the instant incremental exports go by. The audit's change of status to `deleted` and back is how Zendesk's
 * exports show it; no page documents the event.
 */
export function setDeleted(world: World, ticket: Ticket, byUserId: number, isDeleted: boolean): Ticket {
  const at = world.now();
  const [previous_value, value] = isDeleted ? [ticket.status, 'deleted'] : ['deleted', ticket.status];
  const event = { id: world.nextId('event'), type: 'Change', field_name: 'status', value, previous_value };
  ticket.audits.push({
    id: world.nextId('audit'),
    author_id: byUserId,
    created_at: at,
    channel: 'web',
    events: [event],
    metadata: { system: {}, custom: {} },
  });
  const stamp = Math.max(at, ticket.generated_at + 1000);
  const deleted_at = isDeleted ? at : null;
  world.tickets.put(Object.assign(ticket, { deleted_at, generated_at: stamp, updated_at: stamp }));
  world.emit({ kind: 'ticket', id: ticket.id, byUserId });
  return ticket;
}
