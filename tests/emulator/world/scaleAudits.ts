/** What happened to a made ticket, in order; comments and audits are made of it when somebody looks. */
import type { CsatGeneration } from '../control.ts';
import { commentEvent } from './auditTrail.ts';
import type { Audit, AuditEvent, Comment } from './entities.ts';
import { intentTag, productTag } from './fields.ts';
import { heard, pick, type ScaleFacts } from './scaleFacts.ts';
import { scaleResponseId } from './scaleSurvey.ts';
import { binaryOf } from './surveyAnswers.ts';
import { surveyId } from './surveyDefinition.ts';
import { timeRuleVias } from './timeRules.ts';
import type { Moment } from './world.ts';

/** Each ticket has 64 numbers: comments from 1, events from 10, audits from 48. */
const firstEvent = 2_000_000_000_000;
const numberOf = (index: number, place: number): number => firstEvent + index * 64 + place;

interface Pen {
  said(reply: number): AuditEvent;
  set(field_name: string, value: unknown): AuditEvent;
  change(field_name: string, previous_value: unknown, value: unknown): AuditEvent;
  event(type: string, members: Record<string, unknown>): AuditEvent;
}

interface Beat {
  at: number;
  authorId: number;
  channel: string;
  write(pen: Pen): AuditEvent[];
}

export interface Situation {
  now: number;
  csat: CsatGeneration;
}

/** Instants and ids of the audits so far, without making them. */
export const momentsOf = (facts: ScaleFacts, situation: Situation): Moment[] =>
  beatsOf(facts, situation).map(({ at }, place) => ({ at, id: numberOf(facts.index, 48 + place) }));

export function auditsOf(facts: ScaleFacts, situation: Situation): Audit[] {
  const comments = commentsOf(facts);
  let place = 10;
  return beatsOf(facts, situation).map((beat, number) => {
    const id = numberOf(facts.index, 48 + number);
    const event = (type: string, members: Record<string, unknown>): AuditEvent => ({
      id: numberOf(facts.index, place++),
      type,
      ...members,
    });
    const pen: Pen = {
      event,
      said: (reply) => commentEvent(comments[reply] as Comment, id),
      set: (field_name, value) => event('Create', { field_name, value }),
      change: (field_name, previous_value, value) => event('Change', { field_name, value, previous_value }),
    };
    const { at: created_at, authorId: author_id, channel } = beat;
    return {
      id,
      author_id,
      created_at,
      channel,
      events: beat.write(pen),
      metadata: { system: {}, custom: {} },
    };
  });
}

export function commentsOf(facts: ScaleFacts): Comment[] {
  const { index, template, createdAt, requesterId, replies, channel } = facts;
  const comment = (place: number, author_id: number, body: string, created_at: number): Comment => ({
    id: numberOf(index, place + 1),
    author_id,
    body,
    public: true,
    channel: author_id === requesterId ? channel : 'web',
    created_at,
    metadata: {},
  });
  return [
    comment(0, requesterId, pick(template.openings, index, 13), createdAt),
    ...replies.map(({ authorId, at }, place) => {
      const texts = place === replies.length - 1 ? template.endings : template.replies;
      return comment(place + 1, authorId, pick(texts, index, 14 + place), at);
    }),
  ];
}

/** Oldest first, up to now. */
function beatsOf(facts: ScaleFacts, { now, csat }: Situation): Beat[] {
  const beats = [opening(facts), ...work(facts), ...survey(facts, csat), ...lateAssignments(facts)];
  beats.sort((a, b) => a.at - b.at);
  const { closesAt } = facts;
  if (closesAt > now) return beats;
  const closing: Beat = {
    at: closesAt,
    authorId: -1,
    channel: 'rule',
    write: ({ change }) => [{ ...change('status', 'solved', 'closed'), via: timeRuleVias.close }],
  };
  return [...beats, closing];
}

function opening({ index, template, requesterId, groupId, channel, createdAt, ...facts }: ScaleFacts): Beat {
  return {
    at: createdAt,
    authorId: requesterId,
    channel,
    write: ({ said, set }) => [
      said(0),
      set('subject', pick(template.subjects, index, 12)),
      set('status', 'new'),
      set('priority', 'normal'),
      set('requester_id', String(requesterId)),
      set('group_id', String(groupId)),
      set('tags', [intentTag(facts.intent), productTag(template.product)].sort()),
    ],
  };
}

/** Replies, hand-overs and the solution; where the ticket is nobody's, a rule solves it. */
function work({ assignments, replies, solvedAt }: ScaleFacts): Beat[] {
  const isNobodys = assignments.length === 0;
  const beats = replies.map(({ at, authorId }, place): Beat => {
    const isFirst = place === 0;
    const isSolution = place === replies.length - 1 && !isNobodys;
    return {
      at,
      authorId,
      channel: 'web',
      write: ({ said, change }) => [
        said(place + 1),
        ...(isFirst ? [change('status', 'new', 'open')] : []),
        ...(isFirst && !isNobodys ? [change('assignee_id', null, String(authorId))] : []),
        ...(isSolution ? [change('status', 'open', 'solved')] : []),
      ],
    };
  });
  const handOver = moved(assignments).filter(({ at }) => at < solvedAt);
  const byRule: Beat = {
    at: solvedAt,
    authorId: -1,
    channel: 'rule',
    write: ({ change }) => [change('status', 'open', 'solved')],
  };
  return [...beats, ...handOver, ...(isNobodys ? [byRule] : [])];
}

const lateAssignments = ({ assignments, solvedAt }: ScaleFacts): Beat[] =>
  moved(assignments).filter(({ at }) => at > solvedAt);

/** Every assignment after the first, made by whoever had the ticket before. */
function moved(assignments: ScaleFacts['assignments']): Beat[] {
  return assignments.slice(1).map(({ at, userId }, place) => {
    const before = assignments[place]?.userId ?? userId;
    return {
      at,
      authorId: before,
      channel: 'web',
      write: ({ change }) => [change('assignee_id', String(before), String(userId))],
    };
  });
}

function survey(facts: ScaleFacts, csat: CsatGeneration): Beat[] {
  const { index, scale, offeredAt, requesterId, answers } = facts;
  if (csat === 'none') return [];
  const named = () => ({
    survey_response_id: scaleResponseId(index, scale),
    survey_id: surveyId,
    survey_version: 1,
  });
  const offer: Beat = {
    at: offeredAt,
    authorId: -1,
    channel: 'rule',
    write: ({ change, event }) =>
      [
        change('satisfaction_score', 'unoffered', 'offered'),
        ...(csat === 'survey' ? [event('SurveyOffered', named())] : []),
      ].map((one) => ({ ...one, via: timeRuleVias.offer })),
  };
  const given = heard(answers, csat).map((answer, place, all): Beat => {
    const before = all[place - 1];
    const [old, score] = [before ? binaryOf(before.csat) : 'offered', binaryOf(answer.csat)];
    const assigneeId = facts.assignments.findLast(({ at }) => at <= answer.at)?.userId ?? null;
    return {
      at: answer.at,
      authorId: requesterId,
      channel: 'web',
      write: ({ change, event }) => [
        ...(old === score ? [] : [change('satisfaction_score', old, score)]),
        csat === 'survey'
          ? event('SurveyResponseSubmitted', named())
          : event('SatisfactionRating', { score, assignee_id: assigneeId, body: answer.comment ?? '' }),
      ],
    };
  });
  return [offer, ...given];
}
