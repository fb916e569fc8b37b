/** The projection: one `fl_feedback` record a feedback, for lists and filters. The ledger is the truth. */
import * as v from 'valibot';
import { partakersOf } from '../care/coaching/partakers.ts';
import { Failure } from '../care/failure.ts';
import { type Feedback, laneOf, ratedAt } from '../care/feedback.ts';
import { fold } from '../care/fold.ts';
import { anything } from './fields.ts';
import type { Http } from './http.ts';
import { readFacts } from './ledger.ts';

const path = '/api/v2/custom_objects/fl_feedback/records';

/**
 * Writes the current state over whatever stands there. A try that must be repeated reads first what others added
 * meanwhile, so that a late write does not take the list back; where Zendesk refuses the pointers (a ticket or
 * person that is gone) the record is written without them.
 */
export async function project(
  http: Http,
  feedback: Feedback,
  ticketId: string | null,
  requesterId: string | null,
): Promise<void> {
  let state = feedback;
  const bodyWith = (pointers: object) => async (tried: number) => {
    if (tried > 1) state = fold(state, await readFacts(http, state.key, state.rev));
    return { custom_object_record: listRecordOf(state, pointers) };
  };
  const write = (pointers: object) =>
    http.send('PATCH', path, bodyWith(pointers), anything, { params: { external_id: feedback.key } });
  await write({ ticket: ticketId, requester: requesterId }).catch((cause: unknown) => {
    if (cause instanceof Failure && cause.kind === 'invalid') return write({});
    throw cause;
  });
}

/** As Zendesk keeps it; `pointers` are the lookups to ticket and requester. */
export function listRecordOf(feedback: Feedback, pointers: object) {
  const custom_object_fields = {
    ...pointers,
    owner: feedback.case?.ownerId ?? null,
    status: laneOf(feedback),
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
  const record = v.object({ custom_object_fields: v.record(v.string(), v.unknown()) });
  const schema = v.object({ custom_object_records: v.array(record) });
  const { custom_object_records: found } = await http.get(path, schema, { params, priority: 'background' });
  return Number(found[0]?.custom_object_fields.rev ?? 0);
}

/**
 * Open cases sort by due time, the rest after them: *next due first* is `sort=name`. After the key come the agents it
 * is credited to, so that one's own can be asked for alone: names are all that may be searched by a part of them.
 */
export function nameOf(feedback: Feedback): string {
  const isOpen = ['check_first', 'new', 'in_progress'].includes(laneOf(feedback));
  const due = isOpen ? isoOf(feedback.case?.dueAt ?? null) : '~';
  return [due, feedback.key, ...partakersOf(feedback)].join(' ');
}

const isoOf = (at: number | null) => (at === null ? null : new Date(at).toISOString());
