/** The life of a satisfaction survey on a ticket, for both CSAT generations: offered, answered, answered again. */
import type { CustomerAnswer } from '../control.ts';
import { sendMail } from '../rules/mail.ts';
import { type By, changeTicket } from './changeTicket.ts';
import type { Audit, Survey, SurveyAnswer, SurveyResponse, Ticket, TicketRating } from './entities.ts';
import { closedSentence, legacyToken, responseOf, secretOf } from './surveyAccess.ts';
import { binaryOf, mergedAnswers, reasonLabel, SurveyRefusal } from './surveyAnswers.ts';
import { currentSurvey, roleOf } from './surveyDefinition.ts';
import { ulid } from './ulid.ts';
import type { World } from './world.ts';

const answerDays = 28;
export const system = { authorId: -1, channel: 'rule' } as const;

export interface OfferOptions {
  /** Epoch milliseconds; now unless stated. */
  at?: number;
  isHistory?: boolean;
  /** Joins a rule's own audit instead of writing one. */
  into?: Audit;
  via?: Record<string, unknown>;
  /** A mail into the outbox unless false. */
  hasMail?: boolean;
}

/**
 * Offers the ticket's requester the survey: rating `offered`, a survey response with its secret link, a mail.
 * Returns false when there is nothing to offer: no CSAT on the account, closed, or offered before.
 */
export function offerSurvey(world: World, ticketId: number, options: OfferOptions = {}): boolean {
  const ticket = world.tickets.get(ticketId);
  if (!ticket || world.csat === 'none' || ticket.rating.score !== 'unoffered') return false;
  if (ticket.status === 'closed' && !options.isHistory) return false;
  const at = options.at ?? options.into?.created_at ?? world.now();
  const survey = world.csat === 'survey' ? currentSurvey(world) : undefined;
  const response = survey ? newResponse(world, ticket, survey, at) : null;
  const by: By = { ...system, at, isHistory: options.isHistory, into: options.into, via: options.via };
  const rating: Partial<TicketRating> = { id: world.nextId('rating'), score: 'offered', offered_at: at };
  const events = response ? [surveyEvent('SurveyOffered', response)] : [];
  changeTicket(world, ticketId, { rating, events }, by);
  if (options.hasMail !== false) mailSurvey(world, ticket, response, at);
  return true;
}

function newResponse(world: World, ticket: Ticket, survey: Survey, at: number): SurveyResponse {
  const id = ulid(at, world.nextId('ulid'));
  return world.surveyResponses.put({
    id,
    responder_id: ticket.requester_id,
    ticket_id: ticket.id,
    conversation_id: null,
    survey_id: survey.id,
    survey_version: survey.version,
    access_token: secretOf(id),
    answers: [],
    created_at: at,
    expires_at: at + answerDays * 86_400_000,
  });
}

/**
 * Zendesk documents these events by name only; the keys are this emulator's own reading.
 * https://developer.zendesk.com/documentation/ticketing/reference-guides/ticket-audit-events-reference
 */
export function surveyEvent(type: 'SurveyOffered' | 'SurveyResponseSubmitted', response: SurveyResponse) {
  const { id, survey_id, survey_version } = response;
  return { type, survey_response_id: id, survey_id, survey_version };
}

function mailSurvey(world: World, ticket: Ticket, response: SurveyResponse | null, at: number): void {
  const customer = world.users.get(ticket.requester_id);
  if (!customer?.email) return;
  const accessToken = response?.access_token ?? legacyToken(ticket.id);
  const url = `/hc/en-us/survey_responses/${ticket.id}?access_token=${accessToken}`;
  sendMail(world, {
    at,
    to: { name: customer.name, email: customer.email },
    subject: `How did we do? ${ticket.subject}`,
    body: `Hello ${customer.name},\n\nyour request “${ticket.subject}” was marked as solved. We would love to hear how it went: the survey takes less than a minute.\n\nEmulated Care`,
    ticketId: ticket.id,
    sentBy: 'survey',
    survey: { ticketId: ticket.id, responseId: response?.id ?? null, accessToken, url },
  });
}

export interface AnswerOptions {
  at?: number;
  isHistory?: boolean;
}

/**
 * The customer answers, or changes the answer. Both generations move the ticket's good/bad rating (1-3 bad, 4-5
 * good); triggers run unless it is history.
 * @throws SurveyRefusal when nothing was offered, the ticket is closed, 28 days are over, or a value is not offered
 */
export function answerSurvey(world: World, given: CustomerAnswer, options: AnswerOptions = {}): Ticket {
  const at = options.at ?? world.now();
  const ticket = world.tickets.get(given.ticket);
  if (!ticket) throw new SurveyRefusal(`There is no ticket ${given.ticket}.`, 404);
  const closed = closedSentence(world, ticket, at);
  if (closed && !options.isHistory) throw new SurveyRefusal(closed, 409);
  const by: By = { authorId: ticket.requester_id, channel: 'web', at, isHistory: options.isHistory };
  const change =
    world.csat === 'legacy' ? legacyChange(world, ticket, given) : surveyChange(world, ticket, given, at);
  const rating = { ...change.rating, created_at: ticket.rating.created_at ?? at, updated_at: at };
  return changeTicket(world, ticket.id, { ...change, rating }, by).ticket;
}

function legacyChange(world: World, ticket: Ticket, given: CustomerAnswer) {
  const score = given.csat ?? ticket.rating.score;
  if (score !== 'good' && score !== 'bad')
    throw new SurveyRefusal('"csat" must be "good" or "bad" on this account.');
  if (given.ces !== undefined)
    throw new SurveyRefusal('This account asks good or bad only: leave "ces" out.');
  const reason = given.reason === undefined ? null : legacyReason(world, given.reason);
  const asked = score === 'bad' ? reason : null;
  const rating: Partial<TicketRating> = {
    score,
    comment: given.comment ?? ticket.rating.comment,
    reason: asked?.value ?? null,
    reason_id: asked?.id ?? null,
    reason_code: asked?.reason_code ?? null,
  };
  return { rating };
}

function legacyReason(world: World, wanted: string | number) {
  const reasons = [...world.satisfactionReasons.values()];
  const found = reasons.find(({ id, reason_code, value }) => [id, reason_code, value].includes(wanted));
  if (found) return found;
  throw new SurveyRefusal(`"reason" must be one of ${reasons.map(({ value }) => `"${value}"`).join(', ')}.`);
}

function surveyChange(world: World, ticket: Ticket, given: CustomerAnswer, at: number) {
  const response = responseOf(world, ticket.id) ?? lateResponse(world, ticket, at);
  const survey = world.surveys.get(`${response.survey_id}/${response.survey_version}`);
  if (!survey) throw new SurveyRefusal('The survey of this ticket no longer exists.', 404);
  const answers = mergedAnswers(survey, response.answers, given, at);
  const rating = ratingOfAnswers(survey, answers);
  if (!rating) throw new SurveyRefusal('"csat" is needed: a whole number from 1 to 5.');
  const stored = world.surveyResponses.put({ ...response, answers });
  return { rating, events: [surveyEvent('SurveyResponseSubmitted', stored)] };
}

/** What the ticket itself shows of survey answers: good or bad, words, reason; `null` without a satisfaction score. */
export function ratingOfAnswers(survey: Survey, answers: SurveyAnswer[]): Partial<TicketRating> | null {
  const question = survey.questions.find((each) => roleOf(each) === 'csat');
  const csat = answers.find((answer) => answer.question_id === question?.id)?.rating;
  if (csat === undefined) return null;
  const comment = answers.find((answer) => answer.type === 'open_ended')?.value ?? null;
  const score = binaryOf(csat, question?.options.length);
  return { score, comment, reason: reasonLabel(survey, answers) };
}

/** A rating offered while the account still asked good or bad has no survey yet. */
function lateResponse(world: World, ticket: Ticket, at: number): SurveyResponse {
  const survey = currentSurvey(world);
  if (!survey) throw new SurveyRefusal('This account has no survey.', 404);
  return newResponse(world, ticket, survey, ticket.rating.offered_at ?? at);
}
