/** Background jobs: started by bulk endpoints, seen to move only by whoever polls them. */
import type { JobStatus, User } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { type Family, notFound, ok, Refusal } from './http.ts';
import { urlOf } from './stamps.ts';

/** Queued or running jobs one account may have. */
export const inflightLimit = 30;

const day = 86_400_000;
/** An unpolled job is over after this much real time, so that it does not hold its slot for ever. */
const unpolledLife = 2000;

interface Progress {
  startedAt: number;
  polls: number;
  type: string;
  outcome: Pick<JobStatus, 'status' | 'results' | 'message'> | null;
}
const progresses = new WeakMap<JobStatus, Progress>();

type Results = unknown[];

/**
 * Starts a job over `total` items. `run` does the work at once and returns one result per item; callers see
 * `queued` in the answer, `working` at the first poll and the outcome from the second on.
 * Refuses with TooManyJobs while 30 are queued or running.
 */
export function startJob(
  world: World,
  _caller: User,
  total: number,
  run: () => Results | Promise<Results>,
  type = 'BulkUpdate',
): JobStatus {
  const current = inflight(world);
  if (current.length >= inflightLimit) throw tooManyJobs(current);
  const job: JobStatus = {
    id: jobId(world.nextId('job')),
    status: 'queued',
    total,
    progress: null,
    message: null,
    results: null,
    created_at: world.now(),
  };
  const progress: Progress = { startedAt: world.realNow(), polls: 0, type, outcome: null };
  progresses.set(job, progress);
  world.jobs.put(job);
  void finish(world, progress, run);
  return job;
}

async function finish(
  world: World,
  progress: Progress,
  run: () => Results | Promise<Results>,
): Promise<void> {
  try {
    const results = await run();
    const at = new Date(world.now()).toISOString().replace('T', ' ').slice(0, 19);
    progress.outcome = { status: 'completed', results, message: `Completed at ${at} +0000` };
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem);
    progress.outcome = { status: 'failed', results: [], message };
  }
}

/** Header of every answer that starts a job. Source: the rate-limit page's `zendesk-ratelimit-inflight-jobs`. */
export function inflightHeaders(world: World): Record<string, string> {
  const remaining = Math.max(0, inflightLimit - inflight(world).length);
  return { 'zendesk-ratelimit-inflight-jobs': `total=${inflightLimit}; remaining=${remaining}; resets=60` };
}

/** A job as the API shows it. */
export function formatJob(world: World, job: JobStatus) {
  const { id, status, total, progress, message, results } = job;
  const url = urlOf(world, `job_statuses/${id}.json`);
  const job_type = progresses.get(job)?.type ?? 'BulkUpdate';
  return { id, job_type, url, total, progress, status, message, results };
}

export const jobStatuses: Family = [
  {
    method: 'GET',
    path: '/api/v2/job_statuses',
    allowed: 'agents',
    answer: ({ world }) =>
      ok({ job_statuses: kept(world).map((job) => formatJob(world, settled(world, job))) }),
  },
  {
    method: 'GET',
    path: '/api/v2/job_statuses/show_many',
    allowed: 'agents',
    answer: ({ world, query }) => {
      const ids = new Set((query.get('ids') ?? '').split(','));
      const jobs = kept(world).filter((job) => ids.has(job.id));
      return ok({ job_statuses: jobs.map((job) => formatJob(world, polled(world, job))) });
    },
  },
  {
    method: 'GET',
    path: '/api/v2/job_statuses/:id',
    allowed: 'agents',
    answer: ({ world, params }) => {
      const job = kept(world).find((each) => each.id === params.id);
      if (!job) throw notFound();
      return ok({ job_status: formatJob(world, polled(world, job)) });
    },
  },
];

/** Zendesk forgets a job after a day. */
const kept = (world: World): JobStatus[] => world.jobs.filter((job) => world.now() - job.created_at < day);

function inflight(world: World): JobStatus[] {
  return kept(world).filter((job) => ['queued', 'working'].includes(settled(world, job).status));
}

function polled(world: World, job: JobStatus): JobStatus {
  const progress = progresses.get(job);
  if (progress) progress.polls += 1;
  return settled(world, job);
}

/** Brings the job to where its polls, or the real time gone by, have moved it. */
function settled(world: World, job: JobStatus): JobStatus {
  const progress = progresses.get(job);
  if (!progress || (job.status !== 'queued' && job.status !== 'working')) return job;
  const isDue = progress.polls >= 2 || world.realNow() - progress.startedAt >= unpolledLife;
  if (isDue && progress.outcome) Object.assign(job, progress.outcome, { progress: job.total });
  else if (progress.polls > 0) Object.assign(job, { status: 'working', progress: 0 });
  return job;
}

function tooManyJobs(current: JobStatus[]): Refusal {
  return new Refusal(
    429,
    {
      error: 'TooManyJobs',
      description: `Too many jobs are currently queued or running. Try again later.`,
      current_job_ids: current.map((job) => job.id),
    },
    { 'zendesk-ratelimit-inflight-jobs': `total=${inflightLimit}; remaining=0; resets=60` },
  );
}

/** 32 hex digits that look like Zendesk's and are the same on every run. */
function jobId(number: number): string {
  let state = number >>> 0;
  let id = '';
  for (let part = 0; part < 4; part += 1) {
    state = Math.imul(state ^ 0x9e3779b9 ^ part, 0x85ebca6b) >>> 0;
    state = (state ^ (state >>> 13)) >>> 0;
    id += state.toString(16).padStart(8, '0');
  }
  return id;
}
