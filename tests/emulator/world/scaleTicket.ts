/** The ticket of a made feedback: its fields at once, its comments and audits when somebody looks at them. */
import type { Audit, Comment, Ticket } from './entities.ts';
import { fieldIds, type Intent, intents, intentTag, productTag } from './fields.ts';
import { auditsOf, commentsOf, momentsOf, type Situation } from './scaleAudits.ts';
import { firstScaleTicket, heard, pick, type ScaleFacts } from './scaleFacts.ts';
import { binaryOf } from './surveyAnswers.ts';
import { templates } from './templates.ts';

export const firstScaleRating = 7_300_000_000_000;
const archivedAfter = 120 * 86_400_000;

/** As it is at `now`: solved until it closes 96 h later, archived 120 days after that. */
export function scaleTicket(facts: ScaleFacts, situation: Situation): Ticket {
  const { index, template, createdAt, solvedAt, closesAt } = facts;
  const { now } = situation;
  const isClosed = closesAt <= now;
  const updatedAt = momentsOf(facts, situation).at(-1)?.at ?? createdAt;
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
    assignee_id: facts.assignments.at(-1)?.userId ?? null,
    group_id: facts.groupId,
    organization_id: null,
    brand_id: 360_000_000_101,
    ticket_form_id: 360_000_000_201,
    follower_ids: [],
    email_cc_ids: [],
    tags: [...tagLists[facts.intent]],
    custom_fields: { ...fieldValues[facts.intent] },
    due_at: null,
    rating: ratingOf(facts, situation),
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
      audits ??= auditsOf(facts, situation);
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

function ratingOf({ index, offeredAt, ...facts }: ScaleFacts, { csat }: Situation): Ticket['rating'] {
  const answers = heard(facts.answers, csat);
  const last = answers.at(-1);
  return {
    id: firstScaleRating + index,
    score: last ? binaryOf(last.csat) : 'offered',
    comment: last?.comment ?? null,
    reason: null,
    reason_id: null,
    reason_code: null,
    offered_at: offeredAt,
    created_at: answers[0]?.at ?? null,
    updated_at: last?.at ?? null,
  };
}
