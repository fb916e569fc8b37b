/** The survey response of a made ticket; its id carries the ticket's number. */
import type { SurveyAnswer, SurveyResponse } from './entities.ts';
import { firstScaleTicket, type ScaleFacts, scaleCreatedAt, scaleOfferedAt } from './scaleFacts.ts';
import { secretOf } from './surveyAccess.ts';
import { categoryOf } from './surveyAnswers.ts';
import { surveyId, surveyQuestionIds } from './surveyDefinition.ts';
import { ulid, ulidSequence } from './ulid.ts';

/** Keeps the numbers clear of those the story's own survey responses count. */
const firstSequence = 1_000_000_000;

export function scaleResponseId(index: number, scale: number): string {
  return ulid(scaleOfferedAt(scaleCreatedAt(index, scale)), firstSequence + index);
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
    answers: answersOf(facts),
    created_at: facts.offeredAt,
    expires_at: facts.offeredAt + 28 * 86_400_000,
  };
}

function answersOf({ csat, ces, comment, answeredAt }: ScaleFacts): SurveyAnswer[] {
  const stamps = { created_at: answeredAt, updated_at: answeredAt };
  const scale = (question_id: string, rating: number): SurveyAnswer => ({
    type: 'rating_scale',
    question_id,
    rating,
    rating_category: categoryOf(rating),
    ...stamps,
  });
  return [
    scale(surveyQuestionIds.csat, csat),
    scale(surveyQuestionIds.ces, ces),
    { type: 'skipped', question_id: surveyQuestionIds.reason, ...stamps },
    comment === null
      ? { type: 'skipped', question_id: surveyQuestionIds.comment, ...stamps }
      : { type: 'open_ended', question_id: surveyQuestionIds.comment, value: comment, ...stamps },
  ];
}
