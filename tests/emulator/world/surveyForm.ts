/** What the customer's survey page shows for a ticket. */
import type { SurveyForm } from '../control.ts';
import type { SurveyQuestion, Ticket } from './entities.ts';
import { closedSentence, opensSurvey, responseOf } from './surveyAccess.ts';
import { answersGiven, SurveyRefusal } from './surveyAnswers.ts';
import { currentSurvey, roleOf } from './surveyDefinition.ts';
import { willCloseAt } from './timeRules.ts';
import type { World } from './world.ts';

const day = 86_400_000;

/** @throws SurveyRefusal when there is no such ticket or the token does not open its survey */
export function surveyForm(world: World, ticketId: number, accessToken: string): SurveyForm {
  const ticket = world.tickets.get(ticketId);
  if (!ticket) throw new SurveyRefusal(`There is no ticket ${ticketId}.`, 404);
  if (!opensSurvey(world, ticketId, accessToken)) {
    throw new SurveyRefusal(
      'This link does not open the survey: its access token is not the right one.',
      403,
    );
  }
  const closedBecause = closedSentence(world, ticket, world.now());
  return {
    generation: world.csat === 'legacy' ? 'legacy' : 'survey',
    ticketId,
    subject: ticket.subject,
    agentName: ticket.assignee_id ? (world.users.get(ticket.assignee_id)?.name ?? null) : null,
    questions: world.csat === 'legacy' ? legacyQuestions(world) : surveyQuestions(world, ticketId),
    answers: world.csat === 'legacy' ? legacyAnswers(ticket) : surveyAnswers(world, ticketId),
    expiresAt: closedBecause ? null : new Date(lastMoment(world, ticket)).toISOString(),
    closedBecause,
  };
}

/** 28 days after the offer, or when the ticket closes, whichever is first. */
function lastMoment(world: World, ticket: Ticket): number {
  const expiry = (ticket.rating.offered_at ?? world.now()) + 28 * day;
  return Math.min(expiry, willCloseAt(world, ticket) ?? expiry);
}

function surveyOf(world: World, ticketId: number) {
  const response = responseOf(world, ticketId);
  const own = response ? world.surveys.get(`${response.survey_id}/${response.survey_version}`) : undefined;
  return { response, survey: own ?? currentSurvey(world) };
}

function surveyQuestions(world: World, ticketId: number): SurveyForm['questions'] {
  return (surveyOf(world, ticketId).survey?.questions ?? []).flatMap((question) => {
    const role = roleOf(question);
    if (!role) return [];
    return [
      {
        id: question.id,
        kind: kindOf(question),
        role,
        headline: question.headline,
        options: optionsOf(question),
      },
    ];
  });
}

function kindOf(question: SurveyQuestion): 'scale' | 'choice' | 'text' {
  if (question.type === 'open_ended') return 'text';
  return question.type === 'closed_ended' ? 'choice' : 'scale';
}

function optionsOf(question: SurveyQuestion) {
  return question.options.map(({ id, rating, label }) => ({ value: id ?? String(rating), label }));
}

function surveyAnswers(world: World, ticketId: number): SurveyForm['answers'] {
  const { response, survey } = surveyOf(world, ticketId);
  return response && survey && response.answers.length > 0 ? answersGiven(survey, response, ticketId) : null;
}

function legacyQuestions(world: World): SurveyForm['questions'] {
  const reasons = [...world.satisfactionReasons.values()];
  return [
    {
      id: 'csat',
      kind: 'choice',
      role: 'csat',
      headline: 'How would you rate the support you received?',
      options: [
        { value: 'good', label: 'Good, I’m satisfied' },
        { value: 'bad', label: 'Bad, I’m unsatisfied' },
      ],
    },
    {
      id: 'reason',
      kind: 'choice',
      role: 'reason',
      headline: 'What is the main reason for your dissatisfaction?',
      options: reasons.map(({ id, value }) => ({ value: String(id), label: value })),
    },
    {
      id: 'comment',
      kind: 'text',
      role: 'comment',
      headline: 'Add a comment about the support you received',
      options: [],
    },
  ];
}

function legacyAnswers({ id, rating }: Ticket): SurveyForm['answers'] {
  if (rating.score !== 'good' && rating.score !== 'bad') return null;
  const answers: SurveyForm['answers'] = { ticket: id, csat: rating.score };
  if (rating.comment !== null) answers.comment = rating.comment;
  if (rating.reason !== null) answers.reason = rating.reason;
  return answers;
}
