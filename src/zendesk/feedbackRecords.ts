/** The projection: one `fl_feedback` record a feedback, for lists and filters. The ledger is the truth. */
import * as v from 'valibot';
import { Failure } from '../care/failure.ts';
import { type Feedback, feedbackSchema, ratedAt, ticketOfKey } from '../care/feedback.ts';
import { fold } from '../care/fold.ts';
import type { CaseStatus } from '../care/ledger.ts';
import { anything, instant } from './fields.ts';
import type { Http } from './http.ts';
import { jsonIn } from './json.ts';
import { readFacts } from './ledger.ts';

const path = '/api/v2/custom_objects/fl_feedback/records';

/** A feedback in a list, with the ids its row needs names for. */
export interface ListedFeedback {
  feedback: Feedback;
  ticketId: string;
  requesterId: string | null;
}

export interface ChangedFeedback extends ListedFeedback {
  /** When the record was last written, epoch milliseconds. */
  updatedAt: number;
}

const record = v.object({ custom_object_fields: v.record(v.string(), v.unknown()), updated_at: instant });
const page = v.object({
  custom_object_records: v.array(record),
  meta: v.object({ has_more: v.boolean(), after_cursor: v.optional(v.nullable(v.string()), null) }),
});

export interface FeedbackPage {
  rows: ChangedFeedback[];
  /** Records that could not be read: set apart and counted, never silently dropped. */
  broken: number;
  /** Where the next page begins, `null` at the end. */
  next: string | null;
}

/**
 * Writes the current state over whatever stands there. A try that must be repeated reads first what others added
 * meanwhile, so that a late write does not take the list back; where Zendesk refuses the pointers (a ticket or
 * person that is gone) the record is written without them.
 */
export async function project(
  http: Http,
  feedback: Feedback,
  ticketId: string,
  requesterId: string | null,
): Promise<void> {
  let state = feedback;
  const bodyWith = (pointers: object) => async (tried: number) => {
    if (tried > 1) state = fold(state, await readFacts(http, state.key, state.rev));
    return { custom_object_record: recordOf(state, pointers) };
  };
  const write = (pointers: object) =>
    http.send('PATCH', path, bodyWith(pointers), anything, { params: { external_id: feedback.key } });
  await write({ ticket: ticketId, requester: requesterId }).catch((cause: unknown) => {
    if (cause instanceof Failure && cause.kind === 'invalid') return write({});
    throw cause;
  });
}

function recordOf(feedback: Feedback, pointers: object) {
  const custom_object_fields = {
    ...pointers,
    owner: feedback.case?.ownerId ?? null,
    status: feedback.case?.status ?? 'none',
    bucket: feedback.bucket,
    rated_at: isoOf(ratedAt(feedback)),
    due_at: isoOf(feedback.case?.dueAt ?? null),
    rev: feedback.rev,
    state: JSON.stringify(feedback),
  };
  return { external_id: feedback.key, name: nameOf(feedback), custom_object_fields };
}

/** The number of the last fact the list knows of a feedback, 0 when it does not know the feedback. */
export async function readListedRev(http: Http, key: string): Promise<number> {
  const params = { 'filter[external_ids]': key };
  const schema = v.object({ custom_object_records: v.array(record) });
  const { custom_object_records: found } = await http.get(path, schema, { params, priority: 'background' });
  return Number(found[0]?.custom_object_fields.rev ?? 0);
}

/** Open cases sort by due time, the rest after them: *next due first* is `sort=name`. */
export function nameOf(feedback: Feedback): string {
  const isOpen = feedback.case && feedback.case.status !== 'closed';
  return `${isOpen ? isoOf(feedback.case?.dueAt ?? null) : '~'} ${feedback.key}`;
}

const isoOf = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** Feedbacks with a case in one of the statuses, next due first, 80 a page. The index lags by seconds. */
export async function searchCases(
  http: Http,
  statuses: readonly CaseStatus[],
  after: string | null,
): Promise<FeedbackPage> {
  const filter = { $or: statuses.map((status) => ({ 'custom_object_fields.status': { $eq: status } })) };
  const params = { sort: 'name', 'page[size]': 80, ...(after && { 'page[after]': after }) };
  const found = await http.send('POST', `${path}/search`, { filter }, page, { params });
  return toPage(found);
}

/** As many as one reading of the newest changes holds. */
export const mostRecent = 100;

/** The hundred feedbacks changed last, without the search index and its lag. */
export async function readRecent(http: Http): Promise<ChangedFeedback[]> {
  const params = { sort: '-updated_at', 'page[size]': mostRecent };
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

function toListed({
  custom_object_fields: fields,
  updated_at: updatedAt,
}: v.InferOutput<typeof record>): ChangedFeedback | null {
  const state = v.safeParse(feedbackSchema, jsonIn(fields.state));
  const ticketId = state.success ? ticketOfKey(state.output.key) : null;
  if (!state.success || ticketId === null) return null;
  const requesterId = fields.requester ? String(fields.requester) : null;
  return { feedback: state.output, ticketId, requesterId, updatedAt };
}
