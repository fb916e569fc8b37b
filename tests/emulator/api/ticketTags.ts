/** A ticket's tags: read, add, set, remove. */
import { changeTicket, type TicketChange } from '../world/changeTicket.ts';
import { mayEditTags, seenTicket } from './access.ts';
import { type Fields, isFields } from './body.ts';
import { type Call, created, type Family, forbidden, noContent, ok } from './http.ts';
import { checkStamp } from './safeUpdate.ts';
import { readTags } from './ticketInput.ts';

const path = '/api/v2/tickets/:id/tags';

export const ticketTags: Family = [
  { method: 'GET', path, allowed: 'agents', answer: showTags },
  {
    method: 'PUT',
    path,
    allowed: 'agents',
    bucket: 'ticket-update',
    answer: (call) => ok({ tags: write(call, (tags) => ({ addTags: tags })) }),
  },
  {
    method: 'POST',
    path,
    allowed: 'agents',
    answer: (call) => created({ tags: write(call, (tags) => ({ tags })) }),
  },
  { method: 'DELETE', path, allowed: 'agents', answer: removeTags },
];

function showTags({ world, caller, params }: Call) {
  return ok({ tags: seenTicket(world, caller, params.id).tags });
}

function removeTags(call: Call) {
  write(call, (tags) => ({ removeTags: tags }));
  return noContent();
}

/** With `updated_stamp` and `safe_update` beside `tags` the write is refused when the ticket has moved on. */
function write({ world, caller, params, body }: Call, changeOf: (tags: string[]) => TicketChange): string[] {
  const ticket = seenTicket(world, caller, params.id);
  if (!mayEditTags(world, caller)) throw forbidden();
  const input: Fields = isFields(body) ? body : {};
  checkStamp(ticket, input);
  const change = changeOf(readTags(input.tags ?? []));
  return changeTicket(world, ticket.id, change, { authorId: caller.id, channel: 'api' }).ticket.tags;
}
