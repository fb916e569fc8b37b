/** From a request's body to a new ticket, follow-ups of closed ones included. */
import { type By, createTicket, type TicketInput } from '../world/changeTicket.ts';
import type { User } from '../world/entities.ts';
import { makeUser } from '../world/people.ts';
import type { World } from '../world/world.ts';
import { isLightAgent, seenTicket } from './access.ts';
import { type Fields, isFields } from './body.ts';
import { forbidden, invalid } from './http.ts';
import { readTicketInput, userByEmail } from './ticketInput.ts';

/** @throws Refusal 403 for light agents, 422 without a description or with members that are wrong */
export function createFrom(world: World, caller: User, input: Fields) {
  if (isLightAgent(world, caller)) throw forbidden();
  const change = readTicketInput(world, caller, input, null);
  const description = typeof input.description === 'string' ? input.description : '';
  if (!change.comment && description !== '') change.comment = { body: description, public: true };
  if (!change.comment) {
    throw invalid({ base: [{ description: 'Description: cannot be blank', error: 'BlankValue' }] });
  }
  const requester_id = change.requester_id ?? requesterOf(world, input)?.id ?? caller.id;
  // The submitter always becomes the author of the first comment.
  const submitter_id = world.users.get(Number(input.submitter_id))?.id ?? caller.id;
  const ticketInput: TicketInput = {
    ...change,
    requester_id,
    subject: change.subject ?? change.comment.body.split('\n')[0]?.slice(0, 100) ?? '',
    submitter_id,
    followup_source_id: followupSource(world, caller, input.via_followup_source_id),
    comment: { author_id: submitter_id, ...change.comment },
  };
  return createTicket(world, ticketInput, byCaller(caller, input));
}

function requesterOf(world: World, input: Fields): User | undefined {
  if (!isFields(input.requester)) return undefined;
  const { email, name } = input.requester;
  if (typeof email !== 'string') throw invalid({ requester: [{ description: 'Requester: is invalid' }] });
  const known = userByEmail(world, email);
  const at = world.now();
  const id = known?.id ?? world.nextId('user');
  return (
    known ??
    world.users.put(makeUser({ id, email, name: String(name ?? email), created_at: at, updated_at: at }))
  );
}

/** Only closed tickets have follow-ups; the member has no effect elsewhere. */
function followupSource(world: World, caller: User, value: unknown): number | null {
  if (value === undefined || value === null) return null;
  const source = seenTicket(world, caller, String(value));
  if (source.status === 'closed') return source.id;
  throw invalid({
    base: [{ description: 'Follow-up: the source ticket must be closed', error: 'InvalidValue' }],
  });
}

/** Whose change it is; callers may name a channel, as importing tools do. */
export const byCaller = (caller: User, input: Fields): By => ({
  authorId: caller.id,
  channel: isFields(input.via) && typeof input.via.channel === 'string' ? input.via.channel : 'api',
});
