/** The account words its survey anew: another version with questions of its own, sent from then on. */
import type { SurveyWording } from '../control.ts';
import type { Survey, SurveyQuestion } from './entities.ts';
import { SurveyRefusal } from './surveyAnswers.ts';
import { currentSurvey, roleOf } from './surveyDefinition.ts';
import type { World } from './world.ts';

const cesDefault = 'How much effort did it take to get help? (1 = very little, 7 = very much)';

/**
 * Surveys offered before keep the version they were sent with, which is `disabled` from now on. Every question has a
 * new id, also where its words stay.
 * @throws SurveyRefusal 404 on an account without a survey
 */
export function publishSurvey(world: World, wording: SurveyWording = {}): Survey {
  const before = currentSurvey(world);
  if (!before) throw new SurveyRefusal('This account has no survey.', 404);
  const at = world.now();
  const questions = before.questions.flatMap((question) => reworded(world, question, wording));
  world.surveys.put({ ...before, state: 'disabled', updated_at: at });
  return world.surveys.put({
    id: before.id,
    version: before.version + 1,
    state: 'enabled',
    questions,
    created_at: at,
    updated_at: at,
  });
}

function reworded(world: World, question: SurveyQuestion, wording: SurveyWording): SurveyQuestion[] {
  const id = world.nextUlid();
  const role = roleOf(question);
  if (role === 'csat') {
    const headline = wording.csatHeadline ?? question.headline;
    const points = wording.csat ?? question.options.length;
    return [{ ...question, id, headline, options: pointsOf(question, points) }];
  }
  if (role !== 'ces') return [{ ...question, id }];
  if (wording.ces === null) return [];
  const points = wording.ces ?? question.options.length;
  const isNewScale = points !== question.options.length;
  const headline = wording.cesHeadline ?? (isNewScale ? cesDefault : question.headline);
  return [{ ...question, id, headline, options: pointsOf(question, points) }];
}

/** Labels stay where the number of points does. */
function pointsOf({ options }: SurveyQuestion, points: number): SurveyQuestion['options'] {
  if (options.length === points) return options;
  return Array.from({ length: points }, (_, index) => ({ rating: index + 1, label: String(index + 1) }));
}
