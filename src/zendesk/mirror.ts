/** Writes fields of tickets: one by one, or many in a job. Limits and shapes: reference/support-api.md §3.2, §6.1. */
import type { FieldValue } from '../care/mirror.ts';
import { anything } from './fields.ts';
import type { Http } from './http.ts';
import { guardOf, outcomeOf, updateMany, type WriteOutcome } from './ticketWrites.ts';

export interface FieldWrite {
  ticketId: string;
  /** The ticket's own last change as it was read, epoch milliseconds: a later one refuses the write. */
  updatedAt: number;
  fields: readonly FieldValue[];
}

/** One call. Throws `Failure` where Zendesk did not come to decide: offline, rate limit, out of order. */
export async function writeFields(http: Http, write: FieldWrite): Promise<WriteOutcome> {
  const url = `/api/v2/tickets/${write.ticketId}.json`;
  return http
    .send('PUT', url, { ticket: inputOf(write) }, anything, { priority: 'background' })
    .then(() => 'written' as const, outcomeOf);
}

/** At most 100 in one call and the looks at its job, in their order. Throws `Failure` like the above. */
export async function writeFieldsMany(http: Http, writes: readonly FieldWrite[]): Promise<WriteOutcome[]> {
  return updateMany(
    http,
    writes.map((write) => ({ id: Number(write.ticketId), ...inputOf(write) })),
  );
}

const inputOf = ({ updatedAt, fields }: FieldWrite) => ({
  custom_fields: fields.map(({ id, value }) => ({ id: Number(id), value })),
  ...guardOf(updatedAt),
});
