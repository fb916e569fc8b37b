/** The ticket of a made feedback: its fields at once, its comments and audits when somebody looks at them. */
import { commentEvent } from './auditTrail.ts';
import type { Audit, AuditEvent, Comment, Ticket } from './entities.ts';
import { fieldIds, type Intent, intents, intentTag, productTag } from './fields.ts';
import { firstScaleTicket, pick, type ScaleFacts } from './scaleFacts.ts';
import { scaleResponseId } from './scaleSurvey.ts';
import { surveyId } from './surveyDefinition.ts';
import { templates } from './templates.ts';
import { timeRuleVias } from './timeRules.ts';

const firstEvent = 2_000_000_000_000;
const firstRating = 7_300_000_000_000;
const archivedAfter = 120 * 86_400_000;

/** As it is at `now`: solved until it closes 96 h later, archived 120 days after that. */
export function scaleTicket(facts: ScaleFacts, now: number): Ticket {
  const { index, template, createdAt, solvedAt, answeredAt, closesAt } = facts;
  const isClosed = closesAt <= now;
  const updatedAt = isClosed ? Math.max(closesAt, answeredAt) : answeredAt;
  let comments: Comment[] | undefined;
  let audits: Audit[] | undefined;
  return {
    id: firstScaleTicket + index,
    external_id: null,
    subject: pick(template.subjects, index, 12),
    status: isClosed ? 'closed' : 'solved',
    priority: 'normal',
    type: null,
    channel: facts.channel,
    requester_id: facts.requesterId,
    submitter_id: facts.requesterId,
    assignee_id: facts.assigneeId,
    group_id: facts.groupId,
    organization_id: null,
    brand_id: 360_000_000_101,
    ticket_form_id: 360_000_000_201,
    follower_ids: [],
    email_cc_ids: [],
    tags: tagsOf(facts),
    custom_fields: { ...fieldValues[facts.intent] },
    due_at: null,
    rating: ratingOf(facts),
    followup_source_id: null,
    followup_ids: [],
    created_at: createdAt,
    updated_at: updatedAt,
    generated_at: updatedAt,
    solved_at: solvedAt,
    closed_at: isClosed ? closesAt : null,
    is_archived: isClosed && now - closesAt > archivedAfter,
    deleted_at: null,
    get comments() {
      comments ??= commentsOf(facts);
      return comments;
    },
    set comments(value) {
      comments = value;
    },
    get audits() {
      audits ??= auditsOf(facts, isClosed);
      return audits;
    },
    set audits(value) {
      audits = value;
    },
  };
}

/** What follows from the intent alone, made once: a scan of a million tickets asks for it a million times. */
const fieldValues = byIntent((intent) => ({
  [fieldIds.product]: productTag(templates[intent].product),
  [fieldIds.intent]: intentTag(intent),
}));
const tagLists = byIntent((intent) => [intentTag(intent), productTag(templates[intent].product)].sort());

function byIntent<T>(make: (intent: Intent) => T): Record<Intent, T> {
  return Object.fromEntries(intents.map((intent) => [intent, make(intent)])) as Record<Intent, T>;
}

const tagsOf = ({ intent }: ScaleFacts) => [...tagLists[intent]];

function ratingOf({ index, isGood, comment, offeredAt, answeredAt }: ScaleFacts): Ticket['rating'] {
  return {
    id: firstRating + index,
    score: isGood ? 'good' : 'bad',
    comment,
    reason: null,
    reason_id: null,
    reason_code: null,
    offered_at: offeredAt,
    created_at: answeredAt,
    updated_at: answeredAt,
  };
}

function commentsOf(facts: ScaleFacts): Comment[] {
  const { index, template, createdAt, solvedAt, requesterId, assigneeId, channel } = facts;
  const comment = (place: number, author_id: number, body: string, created_at: number): Comment => ({
    id: firstEvent + index * 32 + place,
    author_id,
    body,
    public: true,
    channel: author_id === requesterId ? channel : 'web',
    created_at,
    metadata: {},
  });
  const replyAt = createdAt + Math.floor((solvedAt - createdAt) / 3);
  return [
    comment(1, requesterId, pick(template.openings, index, 13), createdAt),
    comment(2, assigneeId, pick(template.replies, index, 14), replyAt),
    comment(3, assigneeId, pick(template.endings, index, 15), solvedAt),
  ];
}

function auditsOf(facts: ScaleFacts, isClosed: boolean): Audit[] {
  const { index, scale, requesterId, assigneeId, groupId, isGood, template } = facts;
  const [opening, reply, ending] = commentsOf(facts);
  if (!opening || !reply || !ending) return [];
  let place = 8;
  const event = (type: string, members: Record<string, unknown>): AuditEvent => ({
    id: firstEvent + index * 32 + place++,
    type,
    ...members,
  });
  const set = (field_name: string, value: unknown) => event('Create', { field_name, value });
  const change = (field_name: string, previous_value: unknown, value: unknown) =>
    event('Change', { field_name, value, previous_value });
  const audit = (
    number: number,
    author_id: number,
    created_at: number,
    channel: string,
    events: AuditEvent[],
  ): Audit => ({
    id: firstEvent + index * 32 + 24 + number,
    author_id,
    created_at,
    channel,
    events,
    metadata: { system: {}, custom: {} },
  });
  const survey = {
    survey_response_id: scaleResponseId(index, scale),
    survey_id: surveyId,
    survey_version: 1,
  };
  const score = isGood ? 'good' : 'bad';
  const said = (comment: Comment, number: number) =>
    commentEvent(comment, firstEvent + index * 32 + 24 + number);
  const audits = [
    audit(0, requesterId, opening.created_at, facts.channel, [
      said(opening, 0),
      set('subject', pick(template.subjects, index, 12)),
      set('status', 'new'),
      set('priority', 'normal'),
      set('requester_id', String(requesterId)),
      set('group_id', String(groupId)),
      set('tags', tagsOf(facts)),
    ]),
    audit(1, assigneeId, reply.created_at, 'web', [
      said(reply, 1),
      change('status', 'new', 'open'),
      change('assignee_id', null, String(assigneeId)),
    ]),
    audit(2, assigneeId, ending.created_at, 'web', [said(ending, 2), change('status', 'open', 'solved')]),
    audit(3, -1, facts.offeredAt, 'rule', [
      { ...change('satisfaction_score', 'unoffered', 'offered'), via: timeRuleVias.offer },
      { ...event('SurveyOffered', survey), via: timeRuleVias.offer },
    ]),
    audit(4, requesterId, facts.answeredAt, 'web', [
      change('satisfaction_score', 'offered', score),
      event('SurveyResponseSubmitted', survey),
    ]),
  ];
  const closing = audit(5, -1, facts.closesAt, 'rule', [
    { ...change('status', 'solved', 'closed'), via: timeRuleVias.close },
  ]);
  return isClosed ? [...audits, closing] : audits;
}
