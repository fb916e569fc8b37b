/** Writes fields of tickets: one by one, or many in a job. Limits and shapes: reference/support-api.md §3.2, §6.1. */
import * as v from 'valibot';
import { asFailure } from '../care/failure.ts';
import type { FieldValue } from '../care/mirror.ts';
import { anything } from './fields.ts';
import type { CallOptions, Http } from './http.ts';
import { followJob, jobAnswer } from './jobs.ts';

export interface FieldWrite {
  ticketId: string;
  /** The ticket's own last change as it was read, epoch milliseconds: a later one refuses the write. */
  updatedAt: number;
  fields: readonly FieldValue[];
}

/** `conflict`: somebody changed the ticket meanwhile. `refused`: Zendesk took it for wrong, and would again. */
export type WriteOutcome = 'written' | 'conflict' | 'closed' | 'gone' | 'forbidden' | 'refused';

const outcomes: Partial<Record<string, WriteOutcome>> = {
  conflict: 'conflict',
  closedTicket: 'closed',
  notFound: 'gone',
  forbidden: 'forbidden',
  invalid: 'refused',
};

/** One call. Throws `Failure` where Zendesk did not come to decide: offline, rate limit, out of order. */
export async function writeFields(http: Http, write: FieldWrite): Promise<WriteOutcome> {
  const url = `/api/v2/tickets/${write.ticketId}.json`;
  return http
    .send('PUT', url, { ticket: inputOf(write) }, anything, { priority: 'background' })
    .then(() => 'written' as const, outcomeOf);
}

/** What a refused write means for its ticket. Throws what decides nothing about it. */
export function outcomeOf(cause: unknown): WriteOutcome {
  const outcome = outcomes[asFailure(cause).kind];
  if (!outcome) throw cause;
  return outcome;
}

/** At most 100 in one call and the looks at its job, in their order. Throws `Failure` like the above. */
export async function writeFieldsMany(http: Http, writes: readonly FieldWrite[]): Promise<WriteOutcome[]> {
  return updateMany(
    http,
    writes.map((write) => ({ id: Number(write.ticketId), ...inputOf(write) })),
  );
}

/** Each ticket by its id, with what is to be changed. Throws `Failure` like the above. */
export async function updateMany(
  http: Http,
  tickets: readonly { id: number }[],
  options: CallOptions = {},
): Promise<WriteOutcome[]> {
  const url = '/api/v2/tickets/update_many.json';
  const how = { priority: 'background', ...options } as const;
  const started = await http.send('PUT', url, { tickets }, jobAnswer, how);
  const rows = (await followJob(http, started.job_status, 'background')).map((row) => v.parse(result, row));
  return tickets.map(({ id }) => rowOutcome(rows.find((row) => String(row.id) === String(id))));
}

const result = v.fallback(
  v.object({
    id: v.union([v.string(), v.number()]),
    success: v.optional(v.unknown()),
    error: v.optional(v.unknown()),
    details: v.optional(v.unknown()),
  }),
  { id: '' },
);

/** Rows tell their reasons in words nobody has documented: a row that says nothing known is looked at again. */
function rowOutcome(row: v.InferOutput<typeof result> | undefined): WriteOutcome {
  if (row?.success === true) return 'written';
  const said = JSON.stringify([row?.error, row?.details]);
  if (/forbidden|permission|not allowed/i.test(said)) return 'forbidden';
  if (/closed/i.test(said)) return 'closed';
  if (/notfound|not found/i.test(said)) return 'gone';
  return /recordinvalid/i.test(said) ? 'refused' : 'conflict';
}

const inputOf = ({ updatedAt, fields }: FieldWrite) => ({
  custom_fields: fields.map(({ id, value }) => ({ id: Number(id), value })),
  ...guardOf(updatedAt),
});

/** Has the write refused where the ticket changed after this moment, epoch milliseconds. */
export const guardOf = (updatedAt: number) => ({
  safe_update: true,
  updated_stamp: new Date(updatedAt).toISOString().replace('.000Z', 'Z'),
});
