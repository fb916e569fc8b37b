/** From what a customer ticks and types to the answers Zendesk keeps. */
import type { CustomerAnswer } from '../control.ts';
import type { Survey, SurveyAnswer, SurveyQuestion, SurveyResponse } from './entities.ts';
import { type QuestionRole, roleOf } from './surveyDefinition.ts';

/** A refusal in one sentence, with the HTTP status that suits it. */
export class SurveyRefusal extends Error {
  readonly status: number;
  constructor(sentence: string, status = 422) {
    super(sentence);
    this.status = status;
  }
}

/**
 * Good or bad on the ticket by the points of the scale: 4-5 of 5 are good, 3 of 3, 2 of 2.
 * https://support.zendesk.com/hc/en-us/articles/4408886173338
 */
export const binaryOf = (rating: number, points = 5): 'good' | 'bad' =>
  rating >= (points === 5 ? 4 : points) ? 'good' : 'bad';
/** Survey answers know a middle category; that it is the middle point is this emulator's reading. */
export function categoryOf(rating: number, points = 5): 'bad' | 'neutral' | 'good' {
  const middle = (points + 1) / 2;
  return rating === middle ? 'neutral' : rating > middle ? 'good' : 'bad';
}

/**
 * The answers after this submission: what is answered again gets a new `updated_at`, what was never answered is
 * `skipped`. Pure; times in epoch milliseconds.
 * @throws SurveyRefusal for values the survey does not offer
 */
export function mergedAnswers(
  survey: Survey,
  old: SurveyAnswer[],
  given: CustomerAnswer,
  at: number,
): SurveyAnswer[] {
  return survey.questions.map((question) => {
    const before = old.find((answer) => answer.question_id === question.id);
    const content = contentFor(question, given);
    if (!content)
      return before ?? { type: 'skipped', question_id: question.id, created_at: at, updated_at: at };
    const answer = { ...content, question_id: question.id, created_at: at, updated_at: at };
    if (!before || before.type === 'skipped') return answer;
    const kept = { ...answer, created_at: before.created_at, updated_at: before.updated_at };
    return JSON.stringify(sorted(kept)) === JSON.stringify(sorted(before))
      ? before
      : { ...kept, updated_at: at };
  });
}

type Content = Omit<SurveyAnswer, 'question_id' | 'created_at' | 'updated_at'>;

function contentFor(question: SurveyQuestion, given: CustomerAnswer): Content | null {
  switch (roleOf(question)) {
    case 'csat':
      return scale('csat', question, given.csat);
    case 'ces':
      return scale('ces', question, given.ces);
    case 'reason':
      return choice(question, given.reason);
    case 'comment':
      return given.comment === undefined || given.comment.trim() === ''
        ? null
        : { type: 'open_ended', value: given.comment };
    default:
      return null;
  }
}

function scale(role: QuestionRole, question: SurveyQuestion, rating: unknown): Content | null {
  if (rating === undefined) return null;
  const ratings = question.options.map((option) => option.rating ?? 0);
  if (typeof rating !== 'number' || !ratings.includes(rating)) {
    throw new SurveyRefusal(`"${role}" must be a whole number from 1 to ${ratings.length}.`);
  }
  return { type: 'rating_scale', rating, rating_category: categoryOf(rating, ratings.length) };
}

function choice(question: SurveyQuestion, reason: string | number | undefined): Content | null {
  if (reason === undefined || reason === '') return null;
  const option = question.options.find(({ id, label }) => id === reason || label === reason);
  if (!option?.id) {
    const known = question.options.map(({ label }) => `"${label}"`).join(', ');
    throw new SurveyRefusal(`"reason" must be one of ${known}.`);
  }
  return { type: 'closed_ended', selections: [{ type: 'predefined', option_id: option.id }] };
}

/** What the customer has answered so far, in the words of the control API. */
export function answersGiven(survey: Survey, response: SurveyResponse, ticket: number): CustomerAnswer {
  const given: CustomerAnswer = { ticket };
  for (const question of survey.questions) {
    const answer = response.answers.find((one) => one.question_id === question.id);
    if (!answer || answer.type === 'skipped') continue;
    const role = roleOf(question);
    if (role === 'csat' || role === 'ces') given[role] = answer.rating;
    if (role === 'comment') given.comment = answer.value;
    if (role === 'reason') given.reason = answer.selections?.[0]?.option_id;
  }
  return given;
}

/** The label of the chosen reason, `null` without one. */
export function reasonLabel(survey: Survey, answers: SurveyAnswer[]): string | null {
  const question = survey.questions.find((one) => roleOf(one) === 'reason');
  const answer = answers.find((one) => one.question_id === question?.id);
  const chosen = answer?.selections?.[0]?.option_id;
  return question?.options.find((option) => option.id === chosen)?.label ?? null;
}

function sorted(answer: SurveyAnswer): [string, unknown][] {
  return Object.entries(answer).sort(([a], [b]) => (a < b ? -1 : 1));
}
