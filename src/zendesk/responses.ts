/** Survey responses as Zendesk gives them, to admins only. Shapes: reference/support-api.md §1.2. */
import * as v from 'valibot';
import { Failure } from '../care/failure.ts';
import { id, instant, optionalText, validOf } from './fields.ts';
import type { Http } from './http.ts';
import type { Priority } from './scheduler.ts';
import { timeOfUlid } from './ulid.ts';

const path = '/api/v2/guide/survey_responses';
/** Most rows of a page, and most subjects one call may name. */
const most = 50;

const optionalInstant = v.optional(v.nullable(instant), null);
const selection = v.object({ option_id: id });
const answerSchema = v.object({
  /** `rating_scale`, `closed_ended`, `open_ended`, `skipped`, or what Zendesk invents next. */
  type: v.string(),
  question: v.object({ id, sub_type: optionalText, alias: optionalText }),
  created_at: optionalInstant,
  updated_at: optionalInstant,
  /** A step of a scale: 1, 2, 3 … */
  rating: v.optional(
    v.nullable(
      v.pipe(
        v.union([v.number(), v.pipe(v.string(), v.nonEmpty())]),
        v.transform(Number),
        v.integer(),
        v.minValue(1),
      ),
    ),
    null,
  ),
  rating_category: optionalText,
  value: v.optional(v.nullable(v.unknown()), null),
  selections: v.optional(v.nullable(v.array(v.unknown())), []),
});
const responseSchema = v.object({
  id: v.pipe(id, v.nonEmpty()),
  responder_id: v.optional(v.nullable(id), null),
  subjects: v.optional(v.nullable(v.array(v.unknown())), []),
  subject_zrns: v.optional(v.nullable(v.array(v.unknown())), []),
  survey: v.fallback(v.nullable(v.object({ id, version: v.number() })), null),
  expires_at: v.fallback(optionalInstant, null),
  answers: v.optional(v.nullable(v.array(v.unknown())), []),
});

export interface Answer {
  type: string;
  questionId: string;
  isCsat: boolean;
  /** Epoch milliseconds; `null` where Zendesk did not say. */
  createdAt: number | null;
  updatedAt: number | null;
  rating: number | null;
  category: string | null;
  text: string | null;
  optionIds: string[];
}

export interface SurveyResponse {
  id: string;
  /** `null` where it names a conversation alone. */
  ticketId: string | null;
  conversationId: string | null;
  responderId: string | null;
  survey: { id: string; version: number } | null;
  /** When the survey went out, by the response's own id; epoch milliseconds, `null` where that does not tell. */
  createdAt: number | null;
  expiresAt: number | null;
  answers: Answer[];
  /** Answers that could not be read. */
  broken: number;
}

/** The responses that can be read, and how many cannot. */
export function parseResponses(rows: readonly unknown[]): { responses: SurveyResponse[]; broken: number } {
  const { valid, broken } = validOf(responseSchema, rows);
  return { responses: valid.map(toResponse), broken };
}

function toResponse(found: v.InferOutput<typeof responseSchema>): SurveyResponse {
  const { valid, broken } = validOf(answerSchema, found.answers ?? []);
  const subjects = subjectsIn(found);
  const ofType = (types: string[]) => subjects.find(({ type }) => types.includes(type))?.id ?? null;
  return {
    id: found.id,
    ticketId: ofType(['ticket', 'request']),
    conversationId: ofType(['conversation']),
    responderId: found.responder_id,
    survey: found.survey,
    createdAt: timeOfUlid(found.id),
    expiresAt: found.expires_at,
    answers: valid.map(toAnswer),
    broken,
  };
}

function toAnswer(found: v.InferOutput<typeof answerSchema>): Answer {
  return {
    type: found.type,
    questionId: found.question.id,
    isCsat: found.question.sub_type === 'customer_satisfaction',
    createdAt: found.created_at ?? found.updated_at,
    updatedAt: found.updated_at ?? found.created_at,
    rating: found.rating,
    category: found.rating_category,
    text: typeof found.value === 'string' ? found.value : null,
    optionIds: validOf(selection, found.selections ?? []).valid.map(({ option_id }) => option_id),
  };
}

const subjectSchema = v.object({ id, type: v.string() });

/** Both spellings; to the customer a ticket is a request. */
function subjectsIn({ subjects, subject_zrns }: v.InferOutput<typeof responseSchema>) {
  const named = validOf(subjectSchema, subjects ?? []).valid;
  const addressed = (subject_zrns ?? []).flatMap((zrn) => {
    const [, type, subjectId] = /^zen:(ticket|request|conversation):(\S+)$/.exec(String(zrn)) ?? [];
    return type && subjectId ? [{ id: subjectId, type }] : [];
  });
  return [...named, ...addressed];
}

const pageSchema = v.object({
  survey_responses: v.array(v.unknown()),
  meta: v.fallback(
    v.object({ has_more: v.optional(v.unknown()), after_cursor: v.optional(v.nullable(v.string()), null) }),
    { after_cursor: null },
  ),
});

export interface ResponsePage {
  responses: SurveyResponse[];
  /** Rows that could not be read. */
  broken: number;
  /** Where to go on, `null` at the end. */
  after: string | null;
}

type Params = Record<string, string | number>;

async function readPage(http: Http, params: Params, priority: Priority): Promise<ResponsePage> {
  const { survey_responses: rows, meta } = await http.get(path, pageSchema, { params, priority });
  const hasMore = meta.has_more !== false && rows.length > 0;
  return { ...parseResponses(rows), after: hasMore ? meta.after_cursor : null };
}

/** Every response about these tickets, up to 50 tickets a call, newest and oldest alike. Throws `Failure`. */
export async function readResponsesOf(
  http: Http,
  ticketIds: readonly string[],
  priority: Priority,
): Promise<Omit<ResponsePage, 'after'>> {
  const found: Omit<ResponsePage, 'after'> = { responses: [], broken: 0 };
  for (let from = 0; from < ticketIds.length; from += most) {
    const zrns = ticketIds.slice(from, from + most).map((ticketId) => `zen:ticket:${ticketId}`);
    const params = { 'filter[subject_zrns]': zrns.join(','), 'page[size]': most };
    for await (const page of pagesFrom(http, params, priority)) {
      found.responses.push(...page.responses);
      found.broken += page.broken;
    }
  }
  return found;
}

async function* pagesFrom(http: Http, params: Params, priority: Priority): AsyncGenerator<ResponsePage> {
  let after: string | null = null;
  do {
    const page: ResponsePage = await readPage(
      http,
      { ...params, ...(after && { 'page[after]': after }) },
      priority,
    );
    yield page;
    after = page.after === after ? null : page.after;
  } while (after !== null);
}

/** The unit of the time filters: the documentation says epoch seconds, live accounts take milliseconds. */
export type EpochUnit = 'seconds' | 'milliseconds';

const day = 86_400_000;

/** What was found out, for as long as the frame lives: an account does not change it. */
const foundUnits = new WeakMap<Http, EpochUnit>();

/**
 * Found out by asking for everything sent until tomorrow, in seconds first: read as milliseconds that is January
 * 1970, before any survey. `null` while the account has no survey response at all. One or two calls, once a frame.
 */
export async function findEpochUnit(
  http: Http,
  now: number,
  priority: Priority = 'background',
): Promise<EpochUnit | null> {
  const known = foundUnits.get(http) ?? (await askEpochUnit(http, now, priority));
  if (known) foundUnits.set(http, known);
  return known;
}

async function askEpochUnit(http: Http, now: number, priority: Priority): Promise<EpochUnit | null> {
  const tomorrow = now + day;
  for (const unit of ['seconds', 'milliseconds'] as const) {
    const params = { 'filter[created_at_end]': inUnit(tomorrow, unit), 'page[size]': 1 };
    const { survey_responses: rows } = await http.get(path, pageSchema, { params, priority });
    if (rows.length > 0) return unit;
  }
  return null;
}

const inUnit = (at: number, unit: EpochUnit) => (unit === 'seconds' ? Math.floor(at / 1000) : Math.floor(at));

export interface ResponseWindow {
  /** When the survey was offered, epoch milliseconds. */
  createdFrom: number;
  createdTo: number;
  /** See `findEpochUnit`. */
  unit: EpochUnit;
  /** At most, and by default, 50. */
  pageSize?: number;
  /** Where an earlier reading ended. */
  after?: string | null;
  priority?: Priority;
}

/**
 * Every response offered in the window, oldest first, answered or not. Throws `Failure`, also where Zendesk answers
 * with responses from outside the window: then it read the times in another unit.
 */
export async function* readResponsePages(http: Http, window: ResponseWindow): AsyncGenerator<ResponsePage> {
  const { createdFrom, createdTo, unit, pageSize = most, priority = 'background' } = window;
  const params: Params = {
    'filter[created_at_start]': inUnit(createdFrom, unit),
    'filter[created_at_end]': inUnit(createdTo, unit),
    'page[size]': Math.min(pageSize, most),
    sort: 'id',
    ...(window.after && { 'page[after]': window.after }),
  };
  for await (const page of pagesFrom(http, params, priority)) {
    if (page.responses.some((response) => isOutside(response, window)))
      throw new Failure('unexpected', { message: 'survey responses from outside the time asked for' });
    yield page;
  }
}

/** Filters are as exact as their unit; an id's own clock may differ a little from the filter's. */
const tolerance = 60_000;

function isOutside({ createdAt }: SurveyResponse, { createdFrom, createdTo }: ResponseWindow): boolean {
  return createdAt !== null && (createdAt < createdFrom - tolerance || createdAt > createdTo + tolerance);
}
