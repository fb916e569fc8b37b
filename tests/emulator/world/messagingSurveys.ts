/**
 * Surveys asked in a messaging conversation: the response names the conversation alone until Zendesk knows its ticket.
 * Until then no ticket is offered or rated; that linking moves the ticket's own rating, at that moment and in an audit,
 * is this emulator's reading.
 */
import type { CustomerAnswer } from '../control.ts';
import { type By, changeTicket } from './changeTicket.ts';
import type { SurveyResponse, TicketRating } from './entities.ts';
import { responsesOfConversation, secretOf } from './surveyAccess.ts';
import { mergedAnswers, SurveyRefusal } from './surveyAnswers.ts';
import { currentSurvey } from './surveyDefinition.ts';
import { ratingOfAnswers, surveyEvent, system } from './surveys.ts';
import { ulid } from './ulid.ts';
import type { World } from './world.ts';

export interface Conversation {
  conversationId: string;
  responderId: number;
}

type Given = Omit<CustomerAnswer, 'ticket'>;

/** @throws SurveyRefusal on an account without surveys */
export function offerInConversation(
  world: World,
  { conversationId, responderId }: Conversation,
  at = world.now(),
): SurveyResponse {
  const survey = world.csat === 'survey' ? currentSurvey(world) : undefined;
  if (!survey) throw new SurveyRefusal('This account has no survey.', 404);
  const id = ulid(at, world.nextId('ulid'));
  return world.surveyResponses.put({
    id,
    responder_id: responderId,
    ticket_id: null,
    conversation_id: conversationId,
    survey_id: survey.id,
    survey_version: survey.version,
    access_token: secretOf(id),
    answers: [],
    created_at: at,
    expires_at: at + 28 * 86_400_000,
  });
}

/** @throws SurveyRefusal for values the survey does not offer, and once a ticket is named: that one is answered */
export function answerInConversation(
  world: World,
  response: SurveyResponse,
  given: Given,
  at = world.now(),
): SurveyResponse {
  const survey = world.surveys.get(`${response.survey_id}/${response.survey_version}`);
  if (!survey) throw new SurveyRefusal('The survey of this conversation no longer exists.', 404);
  if (response.ticket_id !== null)
    throw new SurveyRefusal(`This survey belongs to ticket ${response.ticket_id}: answer that one.`, 409);
  const answers = mergedAnswers(survey, response.answers, { ticket: 0, ...given }, at);
  return world.surveyResponses.put({ ...response, answers });
}

/** The newest survey of a conversation. @throws SurveyRefusal 404 */
export function surveyOfConversation(world: World, conversationId: string): SurveyResponse {
  const found = responsesOfConversation(world, conversationId).at(-1);
  if (found) return found;
  throw new SurveyRefusal(`No survey was sent in the conversation "${conversationId}".`, 404);
}

export interface LinkOptions {
  at?: number;
  isHistory?: boolean;
}

/**
 * From now on the response names its ticket too. An open or solved ticket takes over offer and rating; a closed one
 * keeps its own.
 * @throws SurveyRefusal where the ticket is unknown or already has a survey
 */
export function linkToTicket(
  world: World,
  response: SurveyResponse,
  ticketId: number,
  options: LinkOptions = {},
): SurveyResponse {
  const ticket = world.tickets.get(ticketId);
  if (!ticket || ticket.deleted_at !== null) throw new SurveyRefusal(`There is no ticket ${ticketId}.`, 404);
  if (response.ticket_id !== null || ticket.rating.score !== 'unoffered')
    throw new SurveyRefusal(`Ticket ${ticketId} or this survey is linked already.`, 409);
  const linked = world.surveyResponses.put({ ...response, ticket_id: ticketId });
  if (ticket.status === 'closed') return linked;
  const by: By = { ...system, channel: 'native_messaging', at: options.at, isHistory: options.isHistory };
  changeTicket(world, ticketId, { rating: ratingOf(world, linked), events: eventsOf(linked) }, by);
  return linked;
}

function ratingOf(world: World, response: SurveyResponse): Partial<TicketRating> {
  const offered = { id: world.nextId('rating'), score: 'offered' as const, offered_at: response.created_at };
  const survey = world.surveys.get(`${response.survey_id}/${response.survey_version}`);
  const first = response.answers[0];
  if (!survey || !first) return offered;
  const times = response.answers.map(({ updated_at }) => updated_at);
  return {
    ...offered,
    ...ratingOfAnswers(survey, response.answers),
    created_at: first.created_at,
    updated_at: Math.max(...times),
  };
}

const eventsOf = (response: SurveyResponse) =>
  response.answers.length > 0
    ? [surveyEvent('SurveyOffered', response), surveyEvent('SurveyResponseSubmitted', response)]
    : [surveyEvent('SurveyOffered', response)];
