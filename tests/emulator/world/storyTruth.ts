/**
 * What is true of each feedback of the story, replayed from its tickets' audits and its survey responses. Written
 * for itself: it shares no step with what plays the story or formats it.
 */
import type { Audit, AuditEvent, SurveyResponse, Ticket } from './entities.ts';
import type { Truth, TruthOfAnswer, TruthOfWork } from './truth.ts';
import type { World } from './world.ts';

/** A feedback in a conversation whose ticket is not known. */
export interface UnlinkedTruth {
  conversationId: string;
  responderId: number;
  offeredAt: number;
  answer: TruthOfAnswer | null;
}

/** Every stored ticket that was not deleted, in order of number; made ones are told by `scaleTruth`. */
export function storyTruth(world: World): Truth[] {
  const responses = new Map<number, SurveyResponse>();
  for (const response of world.surveyResponses.stored()) {
    if (response.ticket_id !== null) responses.set(response.ticket_id, response);
  }
  return [...world.tickets.stored()]
    .filter((ticket) => ticket.deleted_at === null)
    .sort((a, b) => a.id - b.id)
    .map((ticket) => truthOf(world, ticket, responses.get(ticket.id)));
}

export function unlinkedTruth(world: World): UnlinkedTruth[] {
  if (world.csat !== 'survey') return [];
  return [...world.surveyResponses.stored()].flatMap((response) => {
    if (response.ticket_id !== null || response.conversation_id === null) return [];
    return [
      {
        conversationId: response.conversation_id,
        responderId: response.responder_id,
        offeredAt: response.created_at,
        answer: answerIn(world, response),
      },
    ];
  });
}

/** The same of one ticket, made or stored. */
export function truthOf(world: World, ticket: Ticket, response: SurveyResponse | undefined): Truth {
  if (world.csat === 'none') {
    const nothing = { offeredAt: null, first: null, last: null, submissions: 0 };
    return { ticketId: ticket.id, ...nothing, ...workOn(world, ticket, null, null, null) };
  }
  const isNumeric = world.csat === 'survey' && response !== undefined;
  const submitted = submissionsOf(ticket);
  const now = isNumeric ? answerIn(world, response) : binaryNow(ticket);
  const isRated = isNumeric || ticket.rating.score === 'good' || ticket.rating.score === 'bad';
  const last = isRated ? now : null;
  const first = last ? firstOf(ticket, last, submitted) : null;
  const offeredAt = isNumeric ? response.created_at : ticket.rating.offered_at;
  return {
    ticketId: ticket.id,
    offeredAt,
    first,
    last,
    submissions: last ? Math.max(1, submitted.length) : 0,
    ...workOn(world, ticket, offeredAt, first?.at ?? null, last?.at ?? null),
  };
}

/** The answers a response holds now; the older ones are gone, as in Zendesk. */
function answerIn(world: World, response: SurveyResponse): TruthOfAnswer | null {
  const questions = world.surveys.get(`${response.survey_id}/${response.survey_version}`)?.questions ?? [];
  const found = (isMeant: (question: (typeof questions)[number]) => boolean) => {
    const id = questions.find(isMeant)?.id;
    return response.answers.find((answer) => answer.question_id === id && answer.type !== 'skipped');
  };
  const satisfaction = found((question) => question.sub_type === 'customer_satisfaction');
  if (satisfaction?.rating === undefined) return null;
  const points = questions.find((question) => question.sub_type === 'customer_satisfaction')?.options.length;
  const leastGood = points === 5 ? 4 : (points ?? 0);
  return {
    at: Math.max(...response.answers.map((answer) => answer.updated_at)),
    csat: satisfaction.rating,
    ces: found((question) => question.sub_type === 'other')?.rating ?? null,
    verdict: satisfaction.rating >= leastGood ? 'good' : 'bad',
    comment: found((question) => question.type === 'open_ended')?.value ?? null,
  };
}

function binaryNow({ rating }: Ticket): TruthOfAnswer {
  return {
    at: rating.updated_at ?? rating.created_at ?? 0,
    csat: null,
    ces: null,
    verdict: rating.score === 'good' ? 'good' : 'bad',
    comment: rating.comment,
  };
}

interface Submission {
  at: number;
  verdict: 'good' | 'bad' | null;
}

/** Updates in which a customer answered; a removal in between begins anew. */
function submissionsOf(ticket: Ticket): Submission[] {
  let found: Submission[] = [];
  for (const audit of ticket.audits) {
    const score = valueIn(audit, 'satisfaction_score');
    if (score === 'offered') found = [];
    const isAnswer = audit.events.some(({ type }) =>
      /^(SurveyResponseSubmitted|SatisfactionRating)$/.test(type),
    );
    if (isAnswer) {
      const verdict = score === 'good' || score === 'bad' ? score : (found.at(-1)?.verdict ?? null);
      found.push({ at: audit.created_at, verdict });
    }
  }
  return found;
}

/** Of an overwritten answer only its time and its good or bad are kept. */
function firstOf(ticket: Ticket, last: TruthOfAnswer, submitted: Submission[]): TruthOfAnswer {
  const first = submitted[0];
  const at = ticket.rating.created_at ?? first?.at ?? last.at;
  if (submitted.length < 2 || !first?.verdict) return { ...last, at: Math.min(at, last.at) };
  return { at, csat: null, ces: null, verdict: first.verdict, comment: null };
}

function workOn(
  world: World,
  ticket: Ticket,
  offeredAt: number | null,
  firstAt: number | null,
  lastAt: number | null,
): TruthOfWork {
  const had = (at: number | null) => (at === null ? null : assigneeAt(ticket, at));
  const solvedAt = lastSolved(ticket, offeredAt ?? Number.POSITIVE_INFINITY);
  const [now, atRating] = [ticket.assignee_id, had(lastAt)];
  return {
    atSolve: had(solvedAt),
    atSurvey: had(offeredAt),
    atRating,
    now,
    repliesBeforeRating: repliesOf(world, ticket, firstAt ?? Number.POSITIVE_INFINITY),
    replies: repliesOf(world, ticket, Number.POSITIVE_INFINITY),
    isReassignedAfterRating: lastAt !== null && atRating !== now,
    groupId: ticket.group_id,
  };
}

/** The last solution before the survey went out. */
function lastSolved(ticket: Ticket, until: number): number | null {
  const solutions = ticket.audits.filter(
    (audit) => audit.created_at <= until && valueIn(audit, 'status') === 'solved',
  );
  return solutions.at(-1)?.created_at ?? null;
}

function assigneeAt(ticket: Ticket, at: number): number | null {
  let assignee: number | null = null;
  for (const audit of ticket.audits) {
    if (audit.created_at > at) break;
    const value = valueIn(audit, 'assignee_id');
    if (value !== undefined) assignee = value === null ? null : Number(value);
  }
  return assignee;
}

function repliesOf(world: World, ticket: Ticket, until: number): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { author_id, created_at, public: isPublic } of ticket.comments) {
    const isAgent = author_id > 0 && world.users.get(author_id)?.role !== 'end-user';
    if (isPublic && isAgent && created_at < until) counts[author_id] = (counts[author_id] ?? 0) + 1;
  }
  return counts;
}

/** The last value an update gives a field, `undefined` where it does not touch it. */
function valueIn(audit: Audit, field: string): unknown {
  const isMeant = (event: AuditEvent) =>
    (event.type === 'Change' || event.type === 'Create') && event.field_name === field;
  return audit.events.findLast(isMeant)?.value;
}
