/** From a ticket's survey responses to its ratings: one reader for people's looks and for the sync. */
import type { ScaleQuestion } from '../care/configuration.ts';
import { Failure } from '../care/failure.ts';
import { type Metric, type Rating, type Verdict, zendeskVerdict } from '../care/rating.ts';
import type { Http } from './http.ts';
import { type Answer, readResponsesOf, type SurveyResponse } from './responses.ts';
import type { Reading, Readings, SourceContext, SurveyState } from './sources/source.ts';
import { readSurveyVersion, type SurveyVersion } from './surveys.ts';
import type { Ticket } from './tickets.ts';

/** Of a ticket, as far as known; a conversation has none. */
export type AnsweredTicket = Pick<Ticket, 'status' | 'satisfaction_rating'>;

/** Of many tickets, those without any response are missing. Throws `Failure`. */
export async function readAnswers(context: SourceContext, tickets: readonly Ticket[]): Promise<Readings> {
  const ids = tickets.map((ticket) => ticket.id);
  const found = await readResponsesOf(context.http, ids, context.priority).catch((cause: unknown) =>
    orNone(cause, context),
  );
  const byTicket = new Map<string | null, SurveyResponse[]>();
  for (const response of found.responses)
    byTicket.set(response.ticketId, [...(byTicket.get(response.ticketId) ?? []), response]);
  const readings: Readings = new Map();
  let broken = found.broken;
  for (const ticket of tickets) {
    // The ticket's own: a filter nobody understood would answer with everything.
    const own = byTicket.get(ticket.id) ?? [];
    broken += own.reduce((sum, response) => sum + response.broken, 0);
    const reading = own.length > 0 ? await readingOfResponses(own, context, ticket) : null;
    if (reading) readings.set(ticket.id, reading);
  }
  if (broken > 0) context.onBroken?.(broken);
  // Somebody looks at this one ticket: what cannot be read must not pose as unanswered.
  if (tickets.length === 1 && readings.size === 0 && broken > 0)
    throw new Failure('unexpected', { message: 'no item could be read' });
  return readings;
}

/** An account without the customizable survey may refuse the question; one known to have it may not. */
function orNone(
  cause: unknown,
  { configuration }: SourceContext,
): { responses: SurveyResponse[]; broken: number } {
  const isRefused = cause instanceof Failure && (cause.kind === 'notFound' || cause.kind === 'forbidden');
  if (isRefused && configuration.survey !== 'customizable') return { responses: [], broken: 0 };
  throw cause;
}

interface Given extends Answer {
  survey: SurveyResponse['survey'];
}

interface Scored extends Given {
  metric: Metric;
  /** The question as configured, or as the survey's own version tells it. */
  scale: number | null;
  definition: string;
}

/**
 * All responses about one ticket, or about one conversation, as one reading; `null` where none of its answers could
 * be read. Asks for a survey's version where the configuration does not know a question, once for each. Throws
 * `Failure` where that fails.
 */
export async function readingOfResponses(
  responses: readonly SurveyResponse[],
  context: SourceContext,
  ticket: AnsweredTicket | null,
): Promise<Reading | null> {
  const broken = responses.reduce((sum, response) => sum + response.broken, 0);
  const given = responses
    .flatMap(({ answers, survey }) => answers.map((answer) => ({ ...answer, survey })))
    .filter((answer) => answer.type !== 'skipped')
    .sort((a, b) => (a.updatedAt ?? 0) - (b.updatedAt ?? 0));
  const scored = (await Promise.all(given.map((one) => toScored(one, context)))).flatMap((one) => one ?? []);
  if (broken > 0 && scored.length === 0) return null;
  const csat = scored.filter(({ metric }) => metric === 'csat');
  const expiries = responses.flatMap(({ expiresAt }) => expiresAt ?? []);
  return {
    state: stateOf(given, ticket),
    ratings: scored.map(toRating).reverse(),
    isAlreadyRevised: scored.some(({ createdAt, updatedAt }) => createdAt !== updatedAt),
    comment: given.findLast(({ type }) => type === 'open_ended')?.text ?? null,
    reason: await reasonIn(given, context, ticket),
    expiresAt: expiries.length > 0 ? Math.max(...expiries) : null,
    offeredAt: offeredAtOf(responses),
    answerTimes: csat
      .flatMap(({ createdAt, updatedAt }) => [createdAt, updatedAt])
      .filter((at) => at !== null),
    absent: broken > 0 ? [] : absentOf(scored, context),
  };
}

function stateOf(given: readonly Given[], ticket: AnsweredTicket | null): SurveyState {
  if (given.length > 0) return 'answered';
  return ticket?.status === 'closed' ? 'expired' : 'offered';
}

function absentOf(scored: readonly Scored[], { configuration }: SourceContext): Metric[] {
  const asked: Metric[] = configuration.questions.some(({ metric }) => metric === 'ces')
    ? ['csat', 'ces']
    : ['csat'];
  return asked.filter((metric) => !scored.some((one) => one.metric === metric));
}

/** CSAT by the question's own `sub_type`, CES by the question an admin chose: never by position. */
async function toScored(given: Given, context: SourceContext): Promise<Scored | null> {
  const { rating, questionId, isCsat } = given;
  if (given.type !== 'rating_scale' || rating === null || !Number.isFinite(rating)) return null;
  const { questions } = context.configuration;
  const chosen = questions.find((known) => known.id === questionId);
  if (chosen && !isCsat && chosen.metric !== 'ces') return null;
  if (chosen && rating <= chosen.scale && isOfVersion(given, chosen))
    return scoredAs(given, chosen.scale, chosen.id);
  const hasCes = questions.some(({ metric }) => metric === 'ces');
  if (!isCsat && !hasCes) return null;
  const found = (await versionOf(given, context))?.scales.find((scale) => scale.id === questionId);
  if (isCsat) return scoredAs(given, found?.scale ?? null, questionId);
  const same = chosen ?? questions.find((known) => isReworded(known, found?.headline ?? ''));
  return same ? scoredAs(given, found?.scale ?? null, same.id) : null;
}

/** Was the answer given to the very version whose scale is known? */
const isOfVersion = ({ survey }: Given, { version }: ScaleQuestion) =>
  version === undefined || survey === null || survey.version === version;

/** A question made anew in a later version asks the same where it says the same. */
function isReworded({ metric, headline }: ScaleQuestion, asked: string): boolean {
  const plain = (text: string) => text.trim().toLowerCase();
  return metric === 'ces' && plain(headline) !== '' && plain(headline) === plain(asked);
}

const scoredAs = (given: Given, scale: number | null, definition: string): Scored => ({
  ...given,
  metric: given.isCsat ? 'csat' : 'ces',
  scale,
  definition,
});

function toRating(scored: Scored): Rating {
  const { metric, rating, scale, definition, updatedAt } = scored;
  return {
    metric,
    value: rating,
    scale,
    lowest: 1,
    definition,
    verdict: metric === 'csat' ? verdictIn(scored) : null,
    source: 'survey_responses',
    answeredAt: updatedAt,
    asOf: updatedAt,
  };
}

/** By the scale; where that is unknown, by Zendesk's category, whose *neutral* is bad on the ticket. */
function verdictIn({ rating, category, scale }: Scored): Verdict | null {
  if (rating !== null && scale !== null) return zendeskVerdict(rating, scale);
  if (category === null) return null;
  return category === 'good' ? 'good' : 'bad';
}

/** The ticket tells the chosen reason in words; where it does not, the survey's version does. */
async function reasonIn(
  given: readonly Given[],
  context: SourceContext,
  ticket: AnsweredTicket | null,
): Promise<string | null> {
  const choice = given.findLast(({ type, optionIds }) => type === 'closed_ended' && optionIds.length > 0);
  // Nobody reads it where many are read.
  if (!choice || !ticket || ticket.satisfaction_rating?.reason || context.priority === 'background')
    return null;
  const version = await versionOf(choice, context).catch(() => null);
  const labels = choice.optionIds.flatMap((optionId) => version?.labels[optionId] ?? []);
  return labels.length > 0 ? labels.join(', ') : null;
}

/** Versions of surveys never change: each is asked for once. */
const versions = new WeakMap<Http, Map<string, Promise<SurveyVersion>>>();

async function versionOf({ survey }: Given, { http, user }: SourceContext): Promise<SurveyVersion | null> {
  if (!survey) return null;
  const known = versions.get(http) ?? new Map<string, Promise<SurveyVersion>>();
  versions.set(http, known);
  const key = `${survey.id}/${survey.version}`;
  const asked = known.get(key) ?? readSurveyVersion(http, user.locale, survey.id, survey.version);
  known.set(key, asked);
  return asked.catch((cause: unknown) => {
    const isGone = cause instanceof Failure && (cause.kind === 'notFound' || cause.kind === 'forbidden');
    if (isGone) return null;
    known.delete(key);
    throw cause;
  });
}

/** Longest time between a survey and its first answer that is believed, milliseconds. */
const longestWait = 60 * 86_400_000;

/** When the survey of the latest answers went out; the latest survey's where nothing was answered. */
function offeredAtOf(responses: readonly SurveyResponse[]): number | null {
  const answered = responses.map((response) => ({ response, at: firstAnswerAt(response) }));
  const latest = answered.sort((a, b) => (a.at ?? 0) - (b.at ?? 0)).at(-1);
  const offeredAt = latest?.response.createdAt ?? null;
  const until = latest?.at ?? latest?.response.expiresAt ?? null;
  if (offeredAt === null || until === null) return null;
  return offeredAt <= until && offeredAt >= until - longestWait ? offeredAt : null;
}

function firstAnswerAt({ answers }: SurveyResponse): number | null {
  const times = answers.flatMap(({ type, createdAt }) => (type === 'skipped' ? [] : (createdAt ?? [])));
  return times.length > 0 ? Math.min(...times) : null;
}
