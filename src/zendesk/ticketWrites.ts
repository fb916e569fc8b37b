/** Changes of tickets: what became of one, and many in a job. Limits and shapes: reference/support-api.md §3.2, §6.1. */
import * as v from 'valibot';
import { asFailure } from '../care/failure.ts';
import type { CallOptions, Http } from './http.ts';
import { followJob, jobAnswer } from './jobs.ts';

/** `conflict`: somebody changed the ticket meanwhile. `refused`: Zendesk took it for wrong, and would again. */
export type WriteOutcome = 'written' | 'conflict' | 'closed' | 'gone' | 'forbidden' | 'refused';

const outcomes: Partial<Record<string, WriteOutcome>> = {
  conflict: 'conflict',
  closedTicket: 'closed',
  notFound: 'gone',
  forbidden: 'forbidden',
  invalid: 'refused',
};

/** What a refused write means for its ticket. Throws what decides nothing about it. */
export function outcomeOf(cause: unknown): WriteOutcome {
  const outcome = outcomes[asFailure(cause).kind];
  if (!outcome) throw cause;
  return outcome;
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

/** Has the write refused where the ticket changed after this moment, epoch milliseconds. */
export const guardOf = (updatedAt: number) => ({
  safe_update: true,
  updated_stamp: new Date(updatedAt).toISOString().replace('.000Z', 'Z'),
});
