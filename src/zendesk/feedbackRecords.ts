/** The projection: one `fl_feedback` record a feedback, for lists and filters. The ledger is the truth. */
import * as v from 'valibot';
import { type Feedback, feedbackSchema, ratedAt } from '../care/feedback.ts';
import type { CaseStatus } from '../care/ledger.ts';
import { anything } from './fields.ts';
import type { Http } from './http.ts';
import { jsonIn } from './json.ts';

const path = '/api/v2/custom_objects/fl_feedback/records';

/** A feedback in a list, with the ids its row needs names for. */
export interface ListedFeedback {
  feedback: Feedback;
  ticketId: string;
  requesterId: string | null;
}

const record = v.object({ custom_object_fields: v.record(v.string(), v.unknown()) });
const page = v.object({
  custom_object_records: v.array(record),
  meta: v.object({ has_more: v.boolean(), after_cursor: v.optional(v.nullable(v.string()), null) }),
});

export interface FeedbackPage {
  rows: ListedFeedback[];
  /** Records that could not be read: set apart and counted, never silently dropped. */
  broken: number;
  /** Where the next page begins, `null` at the end. */
  next: string | null;
}

/** Writes the current state over whatever stands there; repeated or late, the next writer's word stands. */
export async function project(
  http: Http,
  feedback: Feedback,
  ticketId: string,
  requesterId: string | null,
): Promise<void> {
  const custom_object_fields = {
    ticket: ticketId,
    requester: requesterId,
    owner: feedback.case?.ownerId ?? null,
    status: feedback.case?.status ?? 'none',
    bucket: feedback.bucket,
    rated_at: isoOf(ratedAt(feedback)),
    due_at: isoOf(feedback.case?.dueAt ?? null),
    rev: feedback.rev,
    state: JSON.stringify(feedback),
  };
  const custom_object_record = { external_id: feedback.key, name: nameOf(feedback), custom_object_fields };
  const params = { external_id: feedback.key };
  await http.send('PATCH', path, { custom_object_record }, anything, { params });
}

/** Open cases sort by due time, the rest after them: *next due first* is `sort=name`. */
export function nameOf(feedback: Feedback): string {
  const isOpen = feedback.case && feedback.case.status !== 'closed';
  return `${isOpen ? isoOf(feedback.case?.dueAt ?? null) : '~'} ${feedback.key}`;
}

const isoOf = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** Feedbacks with a case in one of the statuses, next due first, 90 a page. The index lags by seconds. */
export async function searchCases(
  http: Http,
  statuses: readonly CaseStatus[],
  after: string | null,
): Promise<FeedbackPage> {
  const filter = { $or: statuses.map((status) => ({ 'custom_object_fields.status': { $eq: status } })) };
  const params = { sort: 'name', 'page[size]': 90, ...(after && { 'page[after]': after }) };
  const found = await http.send('POST', `${path}/search`, { filter }, page, { params });
  return toPage(found);
}

/** The hundred feedbacks changed last, without the search index and its lag. */
export async function readRecent(http: Http): Promise<ListedFeedback[]> {
  const params = { sort: '-updated_at', 'page[size]': 100 };
  return toPage(await http.get(path, page, { params })).rows;
}

function toPage(found: v.InferOutput<typeof page>): FeedbackPage {
  const rows = found.custom_object_records.map(toListed);
  return {
    rows: rows.filter((row) => row !== null),
    broken: rows.filter((row) => row === null).length,
    next: found.meta.has_more ? found.meta.after_cursor : null,
  };
}

function toListed({ custom_object_fields: fields }: v.InferOutput<typeof record>): ListedFeedback | null {
  const state = v.safeParse(feedbackSchema, jsonIn(fields.state));
  if (!state.success || !fields.ticket) return null;
  return {
    feedback: state.output,
    ticketId: String(fields.ticket),
    requesterId: fields.requester ? String(fields.requester) : null,
  };
}
