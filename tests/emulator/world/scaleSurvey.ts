/** The survey response of a made ticket; its id carries the ticket's number. */
import type { SurveyAnswer, SurveyResponse } from './entities.ts';
import {
  firstScaleTicket,
  type ScaleAnswer,
  type ScaleFacts,
  scaleCreatedAt,
  scaleOfferedAt,
} from './scaleFacts.ts';
import { secretOf } from './surveyAccess.ts';
import { categoryOf } from './surveyAnswers.ts';
import { surveyId, surveyQuestionIds } from './surveyDefinition.ts';
import { ulid, ulidSequence } from './ulid.ts';

/** Keeps the numbers clear of those the story's own survey responses count. */
const firstSequence = 1_000_000_000;

export function scaleResponseId(index: number, scale: number): string {
  return ulid(scaleOfferedAt(scaleCreatedAt(index, scale)), firstSequence + index);
}

/** The number of the first response whose id lies beyond `id`. */
export function indexBeyond(id: string, scale: number): number {
  let [low, high] = [0, scale];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (scaleResponseId(middle, scale) > id) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The number in an id, `null` for an id that was not made here. */
export function scaleResponseIndex(id: string, scale: number): number | null {
  const index = ulidSequence(id) - firstSequence;
  return index >= 0 && index < scale && scaleResponseId(index, scale) === id ? index : null;
}

export function scaleResponse(facts: ScaleFacts): SurveyResponse {
  const id = scaleResponseId(facts.index, facts.scale);
  return {
    id,
    responder_id: facts.requesterId,
    ticket_id: firstScaleTicket + facts.index,
    conversation_id: null,
    survey_id: surveyId,
    survey_version: 1,
    access_token: secretOf(id),
    answers: answersOf(facts.answers),
    created_at: facts.offeredAt,
    expires_at: facts.offeredAt + 28 * 86_400_000,
  };
}

/** As the customer's submissions leave them: `created_at` is of the first value, `updated_at` of the last change. */
function answersOf(given: ScaleAnswer[]): SurveyAnswer[] {
  const first = given[0];
  if (!first) return [];
  const scale = (question_id: string, read: (answer: ScaleAnswer) => number | null) =>
    settled(question_id, first.at, given, read, (rating) => ({
      type: 'rating_scale',
      rating,
      rating_category: categoryOf(rating),
    }));
  return [
    scale(surveyQuestionIds.csat, ({ csat }) => csat),
    scale(surveyQuestionIds.ces, ({ ces }) => ces),
    settled(
      surveyQuestionIds.reason,
      first.at,
      given,
      () => null,
      () => ({ type: 'skipped' }),
    ),
    settled(
      surveyQuestionIds.comment,
      first.at,
      given,
      ({ comment }) => comment,
      (value) => ({ type: 'open_ended', value }),
    ),
  ];
}

type Content = Omit<SurveyAnswer, 'question_id' | 'created_at' | 'updated_at'>;

/** A question answered only by a later submission was skipped before, and begins then. */
function settled<V>(
  question_id: string,
  firstAt: number,
  given: ScaleAnswer[],
  read: (answer: ScaleAnswer) => V | null,
  contentOf: (value: V) => Content,
): SurveyAnswer {
  let [created_at, updated_at] = [firstAt, firstAt];
  let value: V | null = null;
  for (const answer of given) {
    const next = read(answer);
    if (next === null || next === value) continue;
    if (value === null) created_at = answer.at;
    updated_at = answer.at;
    value = next;
  }
  const content: Content = value === null ? { type: 'skipped' } : contentOf(value);
  return { ...content, question_id, created_at, updated_at };
}
