/** Zendesk's bulk work on records: up to a hundred items a job, each with its own outcome. */
import * as v from 'valibot';
import { asFailure, Failure } from '../care/failure.ts';
import type { Http } from './http.ts';
import type { Priority } from './scheduler.ts';

export type JobAction = 'create' | 'create_or_update_by_external_id';

/** Items one job takes. */
export const mostItems = 100;

/** What became of one item. */
export interface JobRow {
  isSuccess: boolean;
  /** Did it make a new record? */
  isCreated: boolean;
  /** Why not, in Zendesk's word; `''` for success. */
  reason: string;
}

const row = v.object({
  index: v.optional(v.nullable(v.number()), null),
  external_id: v.optional(v.nullable(v.string()), null),
  success: v.optional(v.unknown()),
  status: v.optional(v.unknown()),
  error: v.optional(v.unknown()),
});
/** What starting a job, and looking at one, answers. */
export const jobAnswer = v.object({
  job_status: v.object({
    id: v.string(),
    status: v.string(),
    message: v.optional(v.nullable(v.string()), null),
    results: v.optional(v.unknown(), null),
  }),
});

/** Milliseconds before the first look, the growth from one look to the next, and the longest pause. */
const firstLook = 300;
const growth = 1.6;
const longestPause = 5_000;
/** A job looked at this often without an end is given up: what it did is found by the next reader. */
const mostLooks = 60;
/** So often a full queue is waited for, twice as long each time. */
const mostQueueing = 6;
const firstQueueing = 2_000;

/** One row for each item, in their order. Throws `Failure` when the job as a whole failed or its end is unknown. */
export async function runJob(
  http: Http,
  objectKey: string,
  action: JobAction,
  items: readonly { external_id: string }[],
  priority: Priority,
): Promise<JobRow[]> {
  const started = await start(http, objectKey, { action, items }, priority);
  const results = rowsIn(await followJob(http, started, priority));
  return items.map((item, index) => rowOf(results, index, item.external_id));
}

async function start(http: Http, objectKey: string, work: object, priority: Priority) {
  for (let tried = 1; ; tried += 1) {
    try {
      const url = `/api/v2/custom_objects/${objectKey}/jobs`;
      return (await http.send('POST', url, { job: work }, jobAnswer, { priority })).job_status;
    } catch (cause) {
      const failure = asFailure(cause);
      if (failure.kind !== 'rateLimited' || tried >= mostQueueing) throw failure;
      await http.wait(failure.retryAfter ?? firstQueueing * 2 ** (tried - 1));
    }
  }
}

/** Looks at a job until it has ended: what it says became of each row. Throws `Failure` like the above. */
export async function followJob(
  http: Http,
  started: v.InferOutput<typeof jobAnswer>['job_status'],
  priority: Priority,
): Promise<unknown[]> {
  let current = started;
  for (let look = 0, pause = firstLook; look < mostLooks; look += 1) {
    if (current.status === 'completed') return Array.isArray(current.results) ? current.results : [];
    if (current.status === 'failed' || current.status === 'killed')
      throw new Failure('unavailable', { message: `job ${current.status}: ${current.message ?? ''}` });
    await http.wait(pause);
    pause = Math.min(longestPause, pause * growth);
    const url = `/api/v2/job_statuses/${started.id}.json`;
    current = (await http.get(url, jobAnswer, { priority })).job_status;
  }
  throw new Failure('unavailable', { message: 'the job has no end' });
}

const rowsIn = (results: readonly unknown[]): v.InferOutput<typeof row>[] =>
  results.flatMap((one) => {
    const read = v.safeParse(row, one);
    return read.success ? [read.output] : [];
  });

/** By its place among the items, else by its key; a row that is missing did not succeed. */
function rowOf(results: readonly v.InferOutput<typeof row>[], index: number, key: string): JobRow {
  const found =
    results.find((one) => one.index === index) ??
    results.find((one) => one.index === null && one.external_id === key);
  const isSuccess = found?.success === true;
  const status = typeof found?.status === 'string' ? found.status : '';
  const said = typeof found?.error === 'string' ? found.error : status;
  return {
    isSuccess,
    isCreated: isSuccess && /^creat/i.test(status),
    reason: isSuccess ? '' : said || 'unknown',
  };
}
