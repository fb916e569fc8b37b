/** A small account with one ticket of each kind the requests need. */
import { createTicket } from '../../world/changeTicket.ts';
import { addFields, addTriggers } from '../../world/fields.ts';
import { addPeople, groupIds, makeUser, personas } from '../../world/people.ts';
import { addSchedules } from '../../world/schedules.ts';
import { addSurvey } from '../../world/surveyDefinition.ts';
import { answerSurvey, offerSurvey } from '../../world/surveys.ts';
import { createEmptyWorld, type World } from '../../world/world.ts';

export const customer = 361_000_900_001;
export const customerMail = 'ada@customers.example';

/** Ids of the tickets, by what became of their survey. */
export const ticketIds = { rated: 9001, offered: 9002, legacy: 9003, unoffered: 9004 } as const;

export function openAccount(): World {
  const world = createEmptyWorld();
  addPeople(world);
  addFields(world);
  addSchedules(world);
  addSurvey(world);
  addTriggers(world);
  world.users.put(makeUser({ id: customer, name: 'Ada Okafor', email: customerMail }));
  for (const id of Object.values(ticketIds)) addTicket(world, id);
  for (const id of [ticketIds.rated, ticketIds.offered]) offerSurvey(world, id, { isHistory: true });
  answerSurvey(world, { ticket: ticketIds.rated, csat: 2, ces: 2, comment: 'Too slow' }, { isHistory: true });
  const now = world.now();
  world.installations.put({
    id: 55,
    app_id: 7,
    enabled: true,
    settings: { tone: 'kind' },
    created_at: now,
    updated_at: now,
  });
  return world;
}

function addTicket(world: World, id: number): void {
  const at = world.now() - 2 * 86_400_000;
  const by = { authorId: customer, channel: 'email', at, isHistory: true };
  createTicket(
    world,
    {
      id,
      subject: 'Cannot sign in',
      status: 'solved',
      requester_id: customer,
      assignee_id: personas.agent,
      group_id: groupIds.technical,
      comment: { body: 'The login page does not open.', public: true },
    },
    by,
  );
}

/** The account goes over to good/bad ratings, with one offered and one given. */
export function goLegacy(world: World): void {
  world.csat = 'legacy';
  offerSurvey(world, ticketIds.legacy, { isHistory: true });
}
