/** The good/bad ratings of tickets: all of them for administrators, one's own to give for customers. */

import type { SatisfactionReason, Ticket } from '../world/entities.ts';
import { SurveyRefusal } from '../world/surveyAnswers.ts';
import { answerSurvey } from '../world/surveys.ts';
import type { World } from '../world/world.ts';
import { wrapped } from './body.ts';
import { type Call, type Family, forbidden, invalid, notFound, ok } from './http.ts';
import { isCursorStyle, keyedPage, pageOf } from './paging.ts';
import { iso, urlOf } from './stamps.ts';
import { hasCsat } from './tickets.format.ts';

export const satisfactionRatings: Family = [
  { method: 'GET', path: '/api/v2/satisfaction_ratings', allowed: 'admins', answer: listRatings },
  { method: 'GET', path: '/api/v2/satisfaction_ratings/count', allowed: 'admins', answer: countRatings },
  { method: 'GET', path: '/api/v2/satisfaction_ratings/:id', allowed: 'admins', answer: showRating },
  { method: 'GET', path: '/api/v2/satisfaction_reasons', allowed: 'admins', answer: listReasons },
  { method: 'GET', path: '/api/v2/satisfaction_reasons/:id', allowed: 'admins', answer: showReason },
  {
    method: 'POST',
    path: '/api/v2/tickets/:id/satisfaction_rating',
    allowed: 'signed-in',
    answer: rateTicket,
  },
];

function formatRating(world: World, ticket: Ticket) {
  const { rating } = ticket;
  const at = rating.created_at ?? rating.offered_at ?? ticket.created_at;
  const reason =
    rating.score === 'bad'
      ? { reason: rating.reason, reason_id: rating.reason_id, reason_code: rating.reason_code }
      : {};
  return {
    url: urlOf(world, `satisfaction_ratings/${rating.id}.json`),
    id: rating.id,
    assignee_id: ticket.assignee_id,
    group_id: ticket.group_id,
    requester_id: ticket.requester_id,
    ticket_id: ticket.id,
    score: rating.score,
    created_at: iso(at),
    updated_at: iso(rating.updated_at ?? at),
    comment: rating.comment,
    ...reason,
  };
}

const scores = ['offered', 'unoffered', 'received', 'good', 'bad'];

/** `score=bad_with_comment` and its kin; any score without it. */
function scoreTest(score: string | null): (ticket: Ticket) => boolean {
  if (!score) return () => true;
  const [, name = '', presence] = /^(\w+?)(?:_(with|without)_comment)?$/.exec(score) ?? [];
  if (!scores.includes(name)) throw invalid({ score: [{ description: `Score: ${score} is invalid` }] });
  return ({ rating }) => {
    const isScore = name === 'received' ? ['good', 'bad'].includes(rating.score) : rating.score === name;
    return isScore && (!presence || (presence === 'with') === Boolean(rating.comment));
  };
}

/** `start_time` and `end_time` in seconds, on the time of the rating; in order of the tickets' numbers. */
function* matching(
  world: World,
  query: URLSearchParams,
  after?: number,
  isBackwards = false,
): IterableIterator<Ticket> {
  const isScore = scoreTest(query.get('score'));
  const { from, to } = timesOf(query);
  for (const id of world.tickets.keys(isBackwards, after)) {
    if (isOutside(world, id, from, to)) continue;
    const ticket = world.tickets.get(id);
    if (!ticket || !hasCsat(world) || ticket.rating.id === null || ticket.deleted_at !== null) continue;
    const at = ticket.rating.created_at ?? ticket.rating.offered_at ?? 0;
    if (isScore(ticket) && at >= from && at <= to) yield ticket;
  }
}

function timesOf(query: URLSearchParams): { from: number; to: number } {
  const from = Number(query.get('start_time') ?? 0) * 1000;
  const to = query.has('end_time') ? Number(query.get('end_time')) * 1000 : Number.POSITIVE_INFINITY;
  if (!Number.isNaN(from) && !Number.isNaN(to)) return { from, to };
  throw invalid({ base: [{ description: 'start_time and end_time must be whole seconds' }] });
}

/** A made ticket's number tells when it can have been rated, before the ticket is made. */
function isOutside(world: World, id: number, from: number, to: number): boolean {
  const { made } = world;
  if (!made || !world.tickets.isMade(id)) return false;
  const created = made.createdAt(id - made.ticketId(0));
  return created > to || created + made.span < from;
}

function listRatings({ world, query, request }: Call) {
  const format = (ticket: Ticket) => formatRating(world, ticket);
  const name = 'satisfaction_ratings';
  timesOf(query);
  scoreTest(query.get('score'));
  if (!isCursorStyle(query)) return ok(pageOf(request, { name, items: matching(world, query), format }));
  const from = (after: number | undefined, isBackwards: boolean) =>
    matching(world, query, after, isBackwards);
  return ok(keyedPage(new URL(request.url), { name, from, keyOf: ({ id }) => id, format }));
}

function countRatings({ world, query }: Call) {
  let value = 0;
  for (const _ of matching(world, query)) value += 1;
  return ok({ count: { value, refreshed_at: iso(world.now()) } });
}

function showRating({ world, params }: Call) {
  const id = Number(params.id);
  const isMeant = (ticket: Ticket) => ticket.rating.id === id && ticket.deleted_at === null;
  const made = world.tickets.get(world.made?.ticketOfRating(id) ?? -1);
  const ticket = made && isMeant(made) ? made : [...world.tickets.stored()].find(isMeant);
  if (!ticket || !hasCsat(world)) throw notFound();
  return ok({ satisfaction_rating: formatRating(world, ticket) });
}

function formatReason(world: World, reason: SatisfactionReason) {
  return {
    url: urlOf(world, `satisfaction_reasons/${reason.id}.json`),
    id: reason.id,
    reason_code: reason.reason_code,
    value: reason.value,
    raw_value: reason.value,
    created_at: iso(0),
    updated_at: iso(0),
    deleted_at: null,
  };
}

function listReasons({ world }: Call) {
  const rows = [...world.satisfactionReasons.values()].map((reason) => formatReason(world, reason));
  return ok({ reasons: rows, count: rows.length, next_page: null, previous_page: null });
}

function showReason({ world, params }: Call) {
  const reason = world.satisfactionReasons.get(Number(params.id));
  if (!reason) throw notFound();
  return ok({ reason: formatReason(world, reason) });
}

/** Only the customer who asked may rate, and only with good/bad CSAT. */
function rateTicket({ world, caller, params, body }: Call) {
  const ticket = world.tickets.get(Number(params.id));
  if (!ticket || ticket.deleted_at !== null) throw notFound();
  if (caller.role !== 'end-user' || ticket.requester_id !== caller.id) throw forbidden();
  if (!hasCsat(world) || world.csat !== 'legacy') throw forbidden();
  const input = wrapped(body, 'satisfaction_rating');
  const { score } = input;
  if (score !== 'good' && score !== 'bad') {
    throw invalid({ score: [{ description: 'Score: is invalid', error: 'InvalidValue' }] });
  }
  const comment = typeof input.comment === 'string' ? input.comment : undefined;
  const reason = typeof input.reason_code === 'number' ? input.reason_code : undefined;
  try {
    const rated = answerSurvey(world, { ticket: ticket.id, csat: score, comment, reason });
    return ok({ satisfaction_rating: formatRating(world, rated) });
  } catch (problem) {
    if (!(problem instanceof SurveyRefusal)) throw problem;
    throw invalid({ base: [{ description: problem.message, error: 'InvalidValue' }] });
  }
}
