/** Tickets for tests of verbs: solved, offered a survey and, where wanted, answered. */

import type { CustomerAnswer } from '../emulator/control.ts';
import { createTicket } from '../emulator/world/changeTicket.ts';
import type { User } from '../emulator/world/entities.ts';
import { personas } from '../emulator/world/people.ts';
import { answerSurvey, offerSurvey } from '../emulator/world/surveys.ts';
import type { World } from '../emulator/world/world.ts';

export const customerId = 361_900_000_001;

function addCustomer(world: World): User {
  const model = world.users.get(personas.agent);
  if (!model) throw new Error('the world has no people');
  const own = {
    id: customerId,
    name: 'Ines Prado',
    email: 'ines.prado@example.com',
    role: 'end-user' as const,
  };
  return world.users.put({ ...model, ...own, role_type: null, default_group_id: null, locale: 'en-US' });
}

const hour = 3_600_000;

/**
 * The ticket's id as the app writes it: solved two hours ago, offered an hour ago and, where wanted, answered now.
 * Without an answer the survey is merely offered.
 */
export function solvedTicket(world: World, answer?: Omit<CustomerAnswer, 'ticket'>): string {
  const customer = world.users.get(customerId) ?? addCustomer(world);
  const { ticket } = createTicket(
    world,
    {
      subject: 'Where is my parcel?',
      requester_id: customer.id,
      assignee_id: personas.agent,
      status: 'solved',
      comment: { body: 'It has not arrived.', public: true, author_id: customer.id },
    },
    { authorId: personas.agent, channel: 'email', at: world.now() - 2 * hour },
  );
  offerSurvey(world, ticket.id, { at: world.now() - hour });
  if (answer) answerSurvey(world, { ticket: ticket.id, ...answer });
  return String(ticket.id);
}
