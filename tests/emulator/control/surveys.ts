/** What happens to surveys and ratings without a customer at a mail: chats, links, removal, another wording. */

import type { SurveyWording } from '../control.ts';
import {
  answerInConversation,
  linkToTicket,
  offerInConversation,
  surveyOfConversation,
} from '../world/messagingSurveys.ts';
import { agentIds, personas } from '../world/people.ts';
import { removeRating } from '../world/ratingRemoval.ts';
import { responsesOfConversation } from '../world/surveyAccess.ts';
import { publishSurvey } from '../world/surveyVersions.ts';
import { refusing } from './customer.ts';
import type { ControlDesk } from './desk.ts';
import { ControlProblem, type Json, objectIn, oneOf, onlyMembers } from './problem.ts';

const given = ['csat', 'ces', 'comment', 'reason'];

/**
 * `{conversation, requester, csat?, ces?, comment?, reason?}` asks in a messaging conversation and, with an answer,
 * answers; `{conversation, ticket}` links the conversation's survey to its ticket. @throws ControlProblem
 */
export async function postSurvey(desk: ControlDesk, request: Request): Promise<unknown> {
  const body = await objectIn(request);
  onlyMembers(body, ['conversation', 'requester', 'ticket', ...given]);
  const { conversation } = body;
  if (typeof conversation !== 'string' || conversation === '')
    throw new ControlProblem('"conversation" must be the id of a conversation.');
  const response = refusing(() =>
    body.ticket === undefined ? ask(desk, conversation, body) : link(desk, conversation, body.ticket),
  );
  return {
    response: response.id,
    ticket: response.ticket_id,
    conversation,
    answers: response.answers.length,
  };
}

function ask(desk: ControlDesk, conversationId: string, body: Json) {
  const world = desk.world();
  const known = responsesOfConversation(world, conversationId).at(-1);
  const response =
    known ?? offerInConversation(world, { conversationId, responderId: requesterIn(desk, body) });
  const answer = Object.fromEntries(
    given.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])),
  );
  return Object.keys(answer).length === 0 ? response : answerInConversation(world, response, answer);
}

function requesterIn(desk: ControlDesk, { requester }: Json): number {
  if (typeof requester === 'number' && desk.world().users.has(requester)) return requester;
  throw new ControlProblem('"requester" must be the id of a user.');
}

function link(desk: ControlDesk, conversation: string, ticket: unknown) {
  if (typeof ticket !== 'number' || !Number.isInteger(ticket))
    throw new ControlProblem('"ticket" must be a ticket’s number.');
  const world = desk.world();
  return linkToTicket(world, surveyOfConversation(world, conversation), ticket);
}

/** `{ticket, score: "offered", by?: "admin" | "integration", keep_answers?}`. @throws ControlProblem */
export async function postRating(desk: ControlDesk, request: Request): Promise<unknown> {
  const body = await objectIn(request);
  onlyMembers(body, ['ticket', 'score', 'by', 'keep_answers']);
  const { ticket, keep_answers: keeps = false } = body;
  if (typeof ticket !== 'number' || !Number.isInteger(ticket))
    throw new ControlProblem('"ticket" must be a ticket’s number.');
  oneOf('score', body.score, ['offered']);
  if (typeof keeps !== 'boolean') throw new ControlProblem('"keep_answers" must be true or false.');
  const who = body.by === undefined ? 'admin' : oneOf('by', body.by, ['admin', 'integration']);
  const authorId = who === 'admin' ? personas.admin : agentIds.integration;
  const changed = refusing(() => removeRating(desk.world(), ticket, { authorId, channel: 'api' }, keeps));
  return { ticket, rating: changed.ticket.rating };
}

/** `{csat?: 2|3|5, ces?: 5|7|null, csatHeadline?, cesHeadline?}`: a new version from now on. @throws ControlProblem */
export async function postSurveyVersion(desk: ControlDesk, request: Request): Promise<unknown> {
  const body = await objectIn(request);
  onlyMembers(body, ['csat', 'ces', 'csatHeadline', 'cesHeadline']);
  const wording: SurveyWording = {};
  if (body.csat !== undefined) wording.csat = oneOf('csat', body.csat, [2, 3, 5] as const);
  if (body.ces === null) wording.ces = null;
  else if (body.ces !== undefined) wording.ces = oneOf('ces', body.ces, [5, 7] as const);
  for (const name of ['csatHeadline', 'cesHeadline'] as const) {
    const text = body[name];
    if (text === undefined) continue;
    if (typeof text !== 'string' || text === '') throw new ControlProblem(`"${name}" must be text.`);
    wording[name] = text;
  }
  return refusing(() => publishSurvey(desk.world(), wording));
}
