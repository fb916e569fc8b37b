/** The account's survey: which questions it asks and on what scale. Agents may read this, answers they may not. */
import * as v from 'valibot';
import { id, instant, optionalText, validOf } from './fields.ts';
import type { Http } from './http.ts';

const survey = v.object({
  id,
  version: v.number(),
  state: v.string(),
  updated_at: v.optional(v.nullable(instant), null),
  questions: v.array(
    v.object({
      id,
      type: v.string(),
      sub_type: optionalText,
      headline: v.optional(v.object({ value: v.string() }), { value: '' }),
      options: v.optional(v.array(v.unknown()), []),
    }),
  ),
});

/** A question answered by a number: 1…`scale`. */
export interface ScaleQuestion {
  id: string;
  isCsat: boolean;
  scale: number;
  headline: string;
}

function scaleQuestions(given: v.InferOutput<typeof survey>): ScaleQuestion[] {
  return given.questions
    .filter((question) => question.type.startsWith('rating_scale'))
    .map((question) => ({
      id: question.id,
      isCsat: question.sub_type === 'customer_satisfaction',
      scale: question.options.length,
      headline: question.headline.value,
    }));
}

/** Scale questions of every enabled survey; empty on accounts with good/bad CSAT or none. */
export async function readScaleQuestions(http: Http): Promise<ScaleQuestion[]> {
  const params = { 'filter[types]': 'CUSTOMER_SATISFACTION', 'page[size]': 50 };
  const answer = await http.get('/api/v2/guide/en-us/surveys', v.object({ surveys: v.array(v.unknown()) }), {
    params,
  });
  const { valid } = validOf(survey, answer.surveys);
  return valid.filter((found) => found.state === 'enabled').flatMap(scaleQuestions);
}

/** Scale questions of one version of a survey. */
export async function readSurveyVersion(
  http: Http,
  surveyId: string,
  version: number,
): Promise<ScaleQuestion[]> {
  const answer = await http.get(`/api/v2/guide/en-us/surveys/${surveyId}/${version}`, v.object({ survey }));
  return scaleQuestions(answer.survey);
}
