/** Survey responses: administrators read them all, customers their own, agents none. */

import type { CustomerAnswer } from '../control.ts';
import type { SurveyResponse } from '../world/entities.ts';
import { responseOf, responsesOfConversation } from '../world/surveyAccess.ts';
import { SurveyRefusal } from '../world/surveyAnswers.ts';
import { roleOf } from '../world/surveyDefinition.ts';
import { answerSurvey, offerSurvey } from '../world/surveys.ts';
import { ulid } from '../world/ulid.ts';
import type { World } from '../world/world.ts';
import { type Fields, isFields } from './body.ts';
import { type Call, created, type Family, guideRefusal, ok } from './http.ts';
import { keyedPage } from './paging.ts';
import { formatResponse } from './surveyResponses.format.ts';
import { guideNotFound, hasSurveys } from './surveys.ts';

const bucket = 'guide';

export const surveyResponses: Family = [
  {
    method: 'GET',
    path: '/api/v2/guide/survey_responses',
    allowed: 'signed-in',
    bucket,
    answer: listResponses,
  },
  { method: 'POST', path: '/api/v2/guide/survey_responses', allowed: 'admins', bucket, answer: offer },
  {
    method: 'POST',
    path: '/api/v2/guide/survey_responses/:id',
    allowed: 'signed-in',
    bucket,
    answer: submit,
  },
  {
    method: 'GET',
    path: '/api/v2/guide/:locale/survey_responses/:id',
    allowed: 'signed-in',
    bucket,
    answer: showResponse,
  },
];

const refused = () => guideRefusal(403, 'Forbidden', 'Forbidden');

/** Agents are refused whatever they ask for; customers see their own. */
function isShownTo({ caller }: Call): (response: SurveyResponse) => boolean {
  if (caller.role === 'agent') throw refused();
  return caller.role === 'admin' ? () => true : (response) => response.responder_id === caller.id;
}

function listResponses(call: Call) {
  const { world, query, request } = call;
  const isShown = isShownTo(call);
  const sort = query.get('sort') ?? 'id';
  if (sort !== 'id' && sort !== '-id') throw guideRefusal(400, 'BadRequest', `Invalid sort: ${sort}`);
  const tests = [isShown, responderTest(query), timeTest(world, query)];
  const isWanted = (response: SurveyResponse) => tests.every((test) => test(response));
  const candidates = candidatesOf(world, query);
  const from = (after: string | undefined, isBackwards: boolean) =>
    matching(candidates(after, (sort === '-id') !== isBackwards), isWanted);
  const format = (response: SurveyResponse) => formatResponse(world, response);
  const listing = { name: 'survey_responses', from, keyOf: ({ id }: SurveyResponse) => id, format };
  return ok(keyedPage(new URL(request.url), listing, 50));
}

function* matching(items: Iterable<SurveyResponse>, isWanted: (response: SurveyResponse) => boolean) {
  for (const response of items) if (isWanted(response)) yield response;
}

type Candidates = (after: string | undefined, isDown: boolean) => Iterable<SurveyResponse>;

/** By subject where subjects are named, else all in order of id. */
function candidatesOf(world: World, query: URLSearchParams): Candidates {
  if (!hasSurveys(world)) return () => [];
  const named = query.get('filter[subject_zrns]');
  if (named === null) return (after, isDown) => inTime(world, query, after, isDown);
  const found = ofSubjects(world, named.split(','));
  const all = [...new Set(found)].sort((a, b) => (a.id < b.id ? -1 : 1));
  return (after, isDown) =>
    (isDown ? all.toReversed() : all).filter(
      ({ id }) => after === undefined || (isDown ? id < after : id > after),
    );
}

/** An id begins with its time: on big accounts only those in question are looked at. */
function* inTime(world: World, query: URLSearchParams, after: string | undefined, isDown: boolean) {
  const { from, to } = timesOf(world, query);
  const [first, last] = [timePart(from), timePart(to)];
  const edge = isDown ? `${last}~` : first;
  const start = after === undefined || (isDown ? edge < after : edge > after) ? edge : after;
  for (const id of world.surveyResponses.keys(isDown, start)) {
    const time = id.slice(0, 10);
    if (isDown ? time < first : time > last) return;
    const response = world.surveyResponses.get(id);
    if (response) yield response;
  }
}

/** The ten letters a ULID begins with. */
const timePart = (at: number): string => ulid(Math.min(Math.max(at, 0), maxTime), 0).slice(0, 10);
const maxTime = 2 ** 48 - 1;

/** Most subjects one call may name. */
const subjectLimit = 50;

function ofSubjects(world: World, zrns: string[]): SurveyResponse[] {
  if (zrns.length > subjectLimit) {
    throw guideRefusal(400, 'BadRequest', `filter[subject_zrns] takes at most ${subjectLimit} subjects`);
  }
  return zrns.flatMap((zrn) => {
    const [, kind, id] = /^zen:(ticket|request|conversation):(\S+)$/.exec(zrn.trim()) ?? [];
    if (!kind || !id) throw guideRefusal(400, 'BadRequest', `Invalid subject: ${zrn}`);
    if (kind !== 'conversation') return responseOf(world, Number(id)) ?? [];
    return responsesOfConversation(world, id);
  });
}

function responderTest(query: URLSearchParams): (response: SurveyResponse) => boolean {
  const ids = query.get('filter[responder_ids]')?.split(',');
  return (response) => !ids || ids.includes(String(response.responder_id));
}

/** The unit of the two times is one of the account's unknowns; a value in the other unit finds what it says. */
function timesOf(world: World, query: URLSearchParams): { from: number; to: number } {
  const factor = world.unknowns.surveyFilterUnit === 'seconds' ? 1000 : 1;
  const bound = (name: string, otherwise: number) => {
    const text = query.get(`filter[created_at_${name}]`);
    if (text === null) return otherwise;
    if (!/^\d+$/.test(text)) throw guideRefusal(400, 'BadRequest', `Invalid filter[created_at_${name}]`);
    return Number(text) * factor;
  };
  return { from: bound('start', 0), to: bound('end', Number.MAX_SAFE_INTEGER) };
}

function timeTest(world: World, query: URLSearchParams): (response: SurveyResponse) => boolean {
  const { from, to } = timesOf(world, query);
  return ({ created_at }) => created_at >= from && created_at <= to;
}

function known(call: Call): SurveyResponse {
  const isShown = isShownTo(call);
  const response = call.world.surveyResponses.get(call.params.id ?? '');
  if (!response || !hasSurveys(call.world) || !isShown(response)) throw guideNotFound();
  return response;
}

function showResponse(call: Call) {
  return ok({ survey_response: formatResponse(call.world, known(call)) });
}

/** Offers a ticket's survey and answers with its secret links: 409 when it was offered before. */
function offer({ world, body }: Call) {
  const zrn = subjectIn(body);
  const id = Number(/^zen:ticket:(\d+)$/.exec(zrn)?.[1]);
  const ticket = world.tickets.get(id);
  if (!ticket || ticket.deleted_at !== null || !hasSurveys(world)) throw guideNotFound();
  if (!offerSurvey(world, id)) throw guideRefusal(409, 'Conflict', 'A survey was already offered');
  const response = responseOf(world, id);
  if (!response) throw guideNotFound();
  return created({ id: response.id, links: linksOf(world, response) });
}

function subjectIn(body: unknown): string {
  const outer: Fields = isFields(body) ? body : {};
  const inner = isFields(outer.survey_response) ? outer.survey_response : outer;
  const many = Array.isArray(inner.subject_zrns) ? inner.subject_zrns[0] : undefined;
  return String(inner.subject_zrn ?? many ?? '');
}

function linksOf(world: World, response: SurveyResponse) {
  const path = `/hc/en-us/survey_responses/${response.id}?access_token=${response.access_token}`;
  const survey = world.surveys.get(`${response.survey_id}/${response.survey_version}`);
  const scale = survey?.questions.find((question) => roleOf(question) === 'csat');
  return {
    type: (scale?.type ?? 'rating_scale_numeric').replace('rating_scale', 'rating_link'),
    url_path: path,
    rating_links: (scale?.options ?? []).map((option) => ({
      rating: option.rating,
      label: { type: 'static', value: option.label },
      url_path: `${path}&rating=${option.rating}`,
    })),
  };
}

/** The customer's own answers; `answers` as in the survey response, by `question_id`. */
function submit(call: Call) {
  const { world, caller, params, body } = call;
  const response = world.surveyResponses.get(params.id ?? '');
  if (!response || !hasSurveys(world)) throw guideNotFound();
  if (response.responder_id !== caller.id || response.ticket_id === null) throw refused();
  try {
    answerSurvey(world, { ticket: response.ticket_id, ...answersIn(world, response, body) });
  } catch (problem) {
    if (!(problem instanceof SurveyRefusal)) throw problem;
    throw guideRefusal(problem.status, 'UnprocessableEntity', problem.message);
  }
  const updated = world.surveyResponses.get(response.id) ?? response;
  return ok({ survey_response: formatResponse(world, updated) });
}

function answersIn(world: World, response: SurveyResponse, body: unknown): Omit<CustomerAnswer, 'ticket'> {
  const outer: Fields = isFields(body) ? body : {};
  const inner = isFields(outer.survey_response) ? outer.survey_response : outer;
  const rows = Array.isArray(inner.answers) ? inner.answers.filter(isFields) : [];
  const survey = world.surveys.get(`${response.survey_id}/${response.survey_version}`);
  const given: Omit<CustomerAnswer, 'ticket'> = {};
  for (const row of rows) {
    const question = survey?.questions.find((each) => each.id === row.question_id);
    const role = question ? roleOf(question) : null;
    if (role === 'csat' || role === 'ces') given[role] = Number(row.rating);
    if (role === 'comment') given.comment = String(row.value ?? '');
    if (role === 'reason') given.reason = optionIn(row);
  }
  return given;
}

function optionIn(row: Fields): string | undefined {
  const first: unknown = Array.isArray(row.selections) ? row.selections[0] : undefined;
  return isFields(first) ? String(first.option_id) : undefined;
}
