/** Answers to the customizable survey: the numbers. Admins only; shapes: reference/support-api.md §1.2. */
import * as v from 'valibot';
import { Failure } from '../../care/failure.ts';
import { type Rating, type Verdict, zendeskVerdict } from '../../care/rating.ts';
import { id, instant, optionalText, usableOf } from '../fields.ts';
import { readSurveyVersion } from '../surveys.ts';
import type { Reading, Source, SourceContext } from './source.ts';

const answer = v.object({
  type: v.string(),
  question: v.object({ id, sub_type: optionalText, alias: optionalText }),
  created_at: instant,
  updated_at: instant,
  rating: v.optional(v.nullable(v.number()), null),
  rating_category: optionalText,
  value: optionalText,
});
const response = v.object({
  id: v.string(),
  subjects: v.optional(v.array(v.object({ id, type: v.string() })), []),
  survey: v.object({ id, version: v.number() }),
  expires_at: v.optional(v.nullable(instant), null),
  answers: v.optional(v.nullable(v.array(v.unknown())), []),
});

interface Given extends v.InferOutput<typeof answer> {
  survey: { id: string; version: number };
}

export const surveyResponses: Source = {
  id: 'survey_responses',
  async read(context) {
    if (!context.user.isAdmin || context.configuration.survey === 'legacy') return null;
    const params = { 'filter[subject_zrns]': `zen:ticket:${context.ticket.id}`, 'page[size]': 50 };
    const schema = v.object({ survey_responses: v.array(v.unknown()) });
    const found = await context.http
      .get('/api/v2/guide/survey_responses', schema, { params })
      .catch((cause: unknown) => orNone(cause, context));
    const about = usableOf(response, found.survey_responses).filter((candidate) =>
      isAbout(candidate, context.ticket.id),
    );
    return about.length > 0 ? toReading(about, context) : null;
  },
};

/** An account without the customizable survey may refuse the question; one known to have it may not. */
function orNone(cause: unknown, { configuration }: SourceContext): { survey_responses: unknown[] } {
  const isRefused = cause instanceof Failure && (cause.kind === 'notFound' || cause.kind === 'forbidden');
  if (isRefused && configuration.survey !== 'customizable') return { survey_responses: [] };
  throw cause;
}

/** Check that the subject is the ticket asked for: a filter nobody understood would return everything. */
function isAbout(candidate: v.InferOutput<typeof response>, ticketId: string): boolean {
  return candidate.subjects.some((subject) => subject.type !== 'conversation' && subject.id === ticketId);
}

async function toReading(
  responses: v.InferOutput<typeof response>[],
  context: SourceContext,
): Promise<Reading> {
  const given = responses
    .flatMap(({ survey, answers }) => usableOf(answer, answers ?? []).map((one) => ({ ...one, survey })))
    .filter((one) => one.type !== 'skipped')
    .sort((a, b) => a.updated_at - b.updated_at);
  const expiries = responses.flatMap((candidate) => candidate.expires_at ?? []);
  return {
    state: given.length > 0 ? 'answered' : context.ticket.status === 'closed' ? 'expired' : 'offered',
    ratings: (await toRatings(given, context)).reverse(),
    isAlreadyRevised: given.some((one) => one.updated_at !== one.created_at),
    comment: given.findLast((one) => one.type === 'open_ended')?.value ?? null,
    reason: null,
    expiresAt: expiries.length > 0 ? Math.max(...expiries) : null,
  };
}

async function toRatings(given: Given[], context: SourceContext): Promise<Rating[]> {
  const ratings = await Promise.all(given.map((one) => toRating(one, context)));
  return ratings.flatMap((rating) => rating ?? []);
}

/** CSAT by the question's own `sub_type`, CES by the question set-up chose: never by position. */
async function toRating(given: Given, context: SourceContext): Promise<Rating | null> {
  const { rating: value, question } = given;
  if (given.type !== 'rating_scale' || value === null) return null;
  const chosen = context.configuration.questions.find((known) => known.id === question.id);
  const isCsat = question.sub_type === 'customer_satisfaction';
  if (!isCsat && chosen?.metric !== 'ces') return null;
  const scale = chosen?.scale ?? (await scaleIn(given, context));
  return {
    metric: isCsat ? 'csat' : 'ces',
    value,
    scale,
    verdict: isCsat ? verdictIn(given, scale) : null,
    source: 'survey_responses',
    answeredAt: given.updated_at,
  };
}

/** By the scale; where that is unknown, by Zendesk's category, whose *neutral* is bad on the ticket. */
function verdictIn({ rating, rating_category: category }: Given, scale: number | null): Verdict | null {
  if (rating !== null && scale !== null) return zendeskVerdict(rating, scale);
  if (category === null) return null;
  return category === 'good' ? 'good' : 'bad';
}

/** Questions set-up has not seen (a newer version of the survey) are looked up in the survey itself. */
async function scaleIn(given: Given, { http, user }: SourceContext): Promise<number | null> {
  const questions = await readSurveyVersion(http, user.locale, given.survey.id, given.survey.version);
  return questions.find((question) => question.id === given.question.id)?.scale ?? null;
}
