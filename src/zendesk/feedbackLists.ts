/** Lists of feedbacks, read from their records and never from the ledger: what the lead's page begins with. */
import * as v from 'valibot';
import { type Feedback, feedbackSchema, type Lane, ticketOfKey } from '../care/feedback.ts';
import { instant } from './fields.ts';
import type { Http } from './http.ts';
import { jsonIn } from './json.ts';
import type { Priority } from './scheduler.ts';

const path = '/api/v2/custom_objects/fl_feedback/records';

/** A feedback in a list, with the ids its row needs names for. */
export interface ListedFeedback {
  feedback: Feedback;
  /** `null` while a messaging survey names only its conversation. */
  ticketId: string | null;
  requesterId: string | null;
}

export interface ChangedFeedback extends ListedFeedback {
  /** When the record was last written, epoch milliseconds. */
  updatedAt: number;
}

const record = v.object({
  external_id: v.optional(v.nullable(v.string()), null),
  custom_object_fields: v.record(v.string(), v.unknown()),
  updated_at: instant,
});
export const page = v.object({
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

/** Feedbacks in one of the lanes, next due first or last changed first, 80 a page, a hundred at most. The index lags by seconds. */
export async function searchCases(
  http: Http,
  shown: readonly Lane[],
  after: string | null,
  { size = 80, priority = 'interactive' }: { size?: number; priority?: Priority } = {},
): Promise<FeedbackPage> {
  const filter = { $or: shown.map((lane) => ({ 'custom_object_fields.status': { $eq: lane } })) };
  // Due times order what waits; of what is over the latest change comes first.
  const sort = shown.some((lane) => ['check_first', 'new', 'in_progress'].includes(lane))
    ? 'name'
    : '-updated_at';
  const params = { sort, 'page[size]': size, ...(after && { 'page[after]': after }) };
  const found = await http.send('POST', `${path}/search`, { filter }, page, { params, priority });
  return toPage(found);
}

/** Closed cases whose records changed after `since`, the latest change first, 100 a page. The index lags by seconds. */
export async function searchClosed(http: Http, since: number, after: string | null): Promise<FeedbackPage> {
  const filter = {
    $and: [
      { 'custom_object_fields.status': { $eq: 'closed' } },
      { updated_at: { $gt: new Date(since).toISOString() } },
    ],
  };
  const params = { sort: '-updated_at', 'page[size]': 100, ...(after && { 'page[after]': after }) };
  return toPage(await http.send('POST', `${path}/search`, { filter }, page, { params }));
}

/** Feedbacks whose records were last written after `since`, the oldest first, 100 a page. The index lags by seconds. */
export async function searchOldest(http: Http, since: number, after: string | null): Promise<FeedbackPage> {
  const filter = { $and: [{ updated_at: { $gt: new Date(since).toISOString() } }] };
  const params = { sort: 'updated_at', 'page[size]': 100, ...(after && { 'page[after]': after }) };
  const options = { params, priority: 'background' } as const;
  return toPage(await http.send('POST', `${path}/search`, { filter }, page, options));
}

/** As many as one reading of the newest changes holds. */
const mostRecent = 100;

export interface Recent extends FeedbackPage {
  /** There may be more. */
  isFull: boolean;
}

/** The hundred feedbacks changed last, without the search index and its lag; `after` leads to the hundred before. */
export async function readRecent(
  http: Http,
  after: string | null = null,
  priority: Priority = 'interactive',
): Promise<Recent> {
  const params = { sort: '-updated_at', 'page[size]': mostRecent, ...(after && { 'page[after]': after }) };
  const found = await http.get(path, page, { params, priority });
  return { ...toPage(found), isFull: found.custom_object_records.length >= mostRecent };
}

/** The sync keeps its place among the feedbacks' records: no feedback, and nothing broken. */
const isFeedback = ({ external_id: key }: v.InferOutput<typeof record>) => !key?.startsWith('sync:');

export function toPage(found: v.InferOutput<typeof page>): FeedbackPage {
  const rows = found.custom_object_records.filter(isFeedback).map(toListed);
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
  if (!state.success) return null;
  const feedback = compact(state.output);
  const requesterId = fields.requester ? String(fields.requester) : null;
  return { feedback, ticketId: ticketOfKey(feedback.key), requesterId, updatedAt };
}

/** The same in a third of the memory: engines leave room in objects that were built member by member, as parsing does. */
const compact = (feedback: Feedback): Feedback => JSON.parse(JSON.stringify(feedback));
