/** What a customer answered, as the API shows it. The secret that lets one answer is never in it. */
import type { Survey, SurveyAnswer, SurveyResponse } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { iso } from './stamps.ts';
import { formatQuestion } from './surveys.ts';

export function formatResponse(world: World, response: SurveyResponse) {
  const survey = world.surveys.get(`${response.survey_id}/${response.survey_version}`);
  const subjects = subjectsOf(response);
  return {
    id: response.id,
    // A number in the documentation, a string in live answers.
    responder_id: String(response.responder_id),
    subject_zrns: subjects.map((subject) => subject.zrn),
    subjects,
    survey: {
      id: response.survey_id,
      version: response.survey_version,
      state: survey?.state ?? 'disabled',
    },
    expires_at: iso(response.expires_at),
    answers: response.answers.flatMap((answer) => formatAnswer(survey, answer)),
  };
}

function subjectsOf(response: SurveyResponse) {
  const subjects: { id: string; type: string; zrn: string }[] = [];
  const { ticket_id, conversation_id } = response;
  if (ticket_id !== null) {
    subjects.push({ id: String(ticket_id), type: 'ticket', zrn: `zen:ticket:${ticket_id}` });
  }
  if (conversation_id !== null) {
    subjects.push({ id: conversation_id, type: 'conversation', zrn: `zen:conversation:${conversation_id}` });
  }
  return subjects;
}

function formatAnswer(survey: Survey | undefined, answer: SurveyAnswer) {
  const question = survey?.questions.find((each) => each.id === answer.question_id);
  if (!question) return [];
  const common = {
    type: answer.type,
    question: formatQuestion(question),
    created_at: iso(answer.created_at),
    updated_at: iso(answer.updated_at),
  };
  if (answer.type === 'rating_scale') {
    return [{ ...common, rating: answer.rating, rating_category: answer.rating_category }];
  }
  if (answer.type === 'closed_ended') return [{ ...common, selections: answer.selections ?? [] }];
  if (answer.type === 'open_ended') return [{ ...common, value: answer.value ?? '' }];
  return [common];
}
