/** The account's survey: which questions it asks and on what scale. Agents may read this, answers they may not. */
import * as v from 'valibot';
import { Failure } from '../care/failure.ts';
import { id, optionalText, usableOf, validOf } from './fields.ts';
import type { Http } from './http.ts';

const survey = v.object({
  id,
  version: v.number(),
  state: v.string(),
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
  /** `null` where the survey does not tell. */
  scale: number | null;
  headline: string;
  /** Of the survey. */
  version: number;
}

/** One version of a survey: it never changes. */
export interface SurveyVersion {
  scales: ScaleQuestion[];
  /** Words of the options of choices, by option id. */
  labels: Record<string, string>;
}

function scaleQuestions(given: v.InferOutput<typeof survey>): ScaleQuestion[] {
  return given.questions
    .filter((question) => question.type.startsWith('rating_scale'))
    .map((question) => ({
      id: question.id,
      isCsat: question.sub_type === 'customer_satisfaction',
      scale: scaleOf(question.options),
      headline: question.headline.value,
      version: given.version,
    }));
}

/** The highest step, else how many there are. */
function scaleOf(options: readonly unknown[]): number | null {
  const ratings = validOf(v.object({ rating: v.number() }), options).valid.map(({ rating }) => rating);
  return ratings.length > 0 ? Math.max(...ratings) : options.length || null;
}

/**
 * Scale questions of every enabled survey; empty on accounts with good/bad CSAT or none. `locale` is a language of
 * the help center; where it has not that one, English is asked.
 */
export async function readScaleQuestions(http: Http, locale: string): Promise<ScaleQuestion[]> {
  const params = { 'filter[types]': 'CUSTOMER_SATISFACTION', 'page[size]': 50 };
  const schema = v.object({ surveys: v.array(v.unknown()) });
  const answer = await inLocale(locale, (path) => http.get(`${path}/surveys`, schema, { params }));
  return usableOf(survey, answer.surveys)
    .filter((found) => found.state === 'enabled')
    .flatMap(scaleQuestions);
}

export async function readSurveyVersion(
  http: Http,
  locale: string,
  surveyId: string,
  version: number,
): Promise<SurveyVersion> {
  const url = (path: string) => `${path}/surveys/${surveyId}/${version}`;
  const answer = await inLocale(locale, (path) => http.get(url(path), v.object({ survey })));
  return { scales: scaleQuestions(answer.survey), labels: labelsIn(answer.survey) };
}

const option = v.object({ id, label: v.object({ value: v.string() }) });

function labelsIn({ questions }: v.InferOutput<typeof survey>): Record<string, string> {
  const options = questions.flatMap((question) => validOf(option, question.options).valid);
  return Object.fromEntries(options.map(({ id: optionId, label }) => [optionId, label.value]));
}

async function inLocale<T>(locale: string, ask: (path: string) => Promise<T>): Promise<T> {
  const path = (language: string) => `/api/v2/guide/${language.toLowerCase()}`;
  return ask(path(locale)).catch((cause: unknown) => {
    const isUnknown = cause instanceof Failure && cause.kind === 'notFound' && !/^en-us$/i.test(locale);
    if (isUnknown) return ask(path('en-us'));
    throw cause;
  });
}
