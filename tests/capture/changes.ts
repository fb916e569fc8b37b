/** A day in the account: everything that can happen to feedback, to every ticket it can happen to, in turn. */

import { changeTicket } from '../emulator/world/changeTicket.ts';
import { setDeleted } from '../emulator/world/deleteTicket.ts';
import type { Ticket } from '../emulator/world/entities.ts';
import { fieldIds } from '../emulator/world/fields.ts';
import { agentIds, personas } from '../emulator/world/people.ts';
import { removeRating } from '../emulator/world/ratingRemoval.ts';
import { firstScaleTicket } from '../emulator/world/scaleFacts.ts';
import { answerSurvey } from '../emulator/world/surveys.ts';
import type { World } from '../emulator/world/world.ts';
import type { Account } from './account.ts';

export interface Day {
  /** Ticket ids by what happened to them. */
  answered: number[];
  reRated: number[];
  removed: number[];
  reassigned: number[];
  replied: number[];
  deleted: number[];
  /** With the ticket each was merged into. */
  merged: [number, number][];
  scored: number[];
}

const by = { authorId: personas.admin, channel: 'web' } as const;

/** How many of the newest made tickets may still be open. */
const recent = 3_000;

/** Not closed yet; those the story's other tests name are as good as any. */
function openTickets(world: World): Ticket[] {
  const newest = Array.from({ length: Math.min(recent, world.scale) }, (_, back) =>
    world.tickets.get(firstScaleTicket + world.scale - 1 - back),
  );
  const story = [...world.tickets.stored()].filter(({ id }) => id < firstScaleTicket);
  return [...story, ...newest.reverse()].filter(
    (ticket): ticket is Ticket => !!ticket && ticket.status !== 'closed' && ticket.deleted_at === null,
  );
}

export async function liveADay(account: Account): Promise<Day> {
  const { world } = account.workspace;
  const day: Day = {
    answered: [],
    reRated: [],
    removed: [],
    reassigned: [],
    replied: [],
    deleted: [],
    merged: [],
    scored: [],
  };
  const open = openTickets(world);
  const offered = open.filter(({ rating }) => rating.score === 'offered');
  const rated = open.filter(({ rating }) => rating.score === 'good' || rating.score === 'bad');
  for (const [turn, ticket] of offered.entries()) answer(world, ticket.id, turn, day);
  for (const [turn, ticket] of rated.entries()) await happen(account, ticket, turn, day);
  return day;
}

function answer(world: World, ticket: number, turn: number, day: Day): void {
  const answers = [
    { csat: 1 },
    { csat: 2, ces: 2, comment: 'It took three letters.' },
    { csat: 3, ces: 4, comment: 'So so.' },
    { csat: 5, ces: 5 },
    { csat: 4, ces: 1, comment: 'Nice people, a maze of a form.' },
  ];
  const given = answers[turn % answers.length] ?? { csat: 1 };
  answerSurvey(world, { ticket, ...inWords(world, given) });
  day.answered.push(ticket);
}

const inWords = (world: World, { csat, ...rest }: { csat: number; ces?: number; comment?: string }) =>
  world.csat === 'legacy'
    ? { csat: csat >= 4 ? ('good' as const) : ('bad' as const), comment: rest.comment }
    : { csat, ...rest };

async function happen(account: Account, ticket: Ticket, turn: number, day: Day): Promise<void> {
  const { world } = account.workspace;
  const { id } = ticket;
  const isBad = ticket.rating.score === 'bad';
  switch (turn % 7) {
    case 0:
    case 1:
      answerSurvey(world, {
        ticket: id,
        ...inWords(world, { csat: isBad ? 4 : 2, comment: 'Second thoughts.' }),
      });
      day.reRated.push(id);
      return;
    case 2:
      removeRating(world, id, by);
      day.removed.push(id);
      return;
    case 3:
      changeTicket(world, id, { assignee_id: agentIds.grace, group_id: ticket.group_id }, by);
      day.reassigned.push(id);
      return;
    case 4:
      changeTicket(
        world,
        id,
        { comment: { body: 'Anything else?', public: true } },
        { ...by, authorId: agentIds.mia },
      );
      day.replied.push(id);
      return;
    case 5:
      changeTicket(world, id, { custom_fields: { [fieldIds.surveyScore]: 1 } }, by);
      day.scored.push(id);
      return;
    default:
      if (day.deleted.length <= day.merged.length) {
        setDeleted(world, ticket, personas.admin, true);
        day.deleted.push(id);
      } else await merge(account, id, day);
  }
}

/** Into an open ticket of the same account. */
async function merge({ workspace }: Account, id: number, day: Day): Promise<void> {
  const target = [...workspace.world.tickets.stored()].find(
    ({ id: other, status, deleted_at }) => other !== id && status === 'open' && deleted_at === null,
  );
  if (!target) throw new Error('no ticket to merge into');
  const admin = workspace.fetchAs('admin');
  const response = await admin(`/api/v2/tickets/${target.id}/merge`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ids: [id] }),
  });
  const { job_status: job } = (await response.json()) as { job_status: { id: string } };
  for (let look = 0; look < 5; look += 1) await admin(`/api/v2/job_statuses/${job.id}.json`);
  day.merged.push([id, target.id]);
}
