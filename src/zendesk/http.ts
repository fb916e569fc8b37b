/** The one way to Zendesk's API: ZAF's `request` with a time-out, safe retries and typed failures. */
import * as v from 'valibot';
import { asFailure, Failure } from '../care/failure.ts';
import { type Answer, failureOf, toAnswer } from './answers.ts';
import type { Clock } from './clock.ts';
import type { Pace } from './pace.ts';
import { createScheduler, type Priority } from './scheduler.ts';
import type { ZafClient } from './zaf.ts';

export interface CallOptions {
  params?: Record<string, string | number>;
  priority?: Priority;
  headers?: Record<string, string>;
  /** Not idempotent: tried again only where it was refused unread, for being one too many (429). */
  isOnce?: boolean;
}

type Schema<T> = v.GenericSchema<unknown, T>;

/** Every method throws `Failure` and nothing else. Bodies are JSON; an answer is parsed by `schema`. */
export interface Http {
  get<T>(url: string, schema: Schema<T>, options?: CallOptions): Promise<T>;
  /**
   * For writes that are idempotent by key: they are retried like reads. A function as body is asked anew before
   * each try, numbered from 1. Others say `isOnce`.
   */
  send<T>(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body: unknown,
    schema: Schema<T>,
    options?: CallOptions,
  ): Promise<T>;
  /** Resolves after so many milliseconds, by the same timer as the pauses between tries. */
  wait(ms: number): Promise<void>;
}

export interface HttpOptions {
  clock: Clock;
  /** Milliseconds until a call that got no answer is given up; ZAF has no time-out of its own. */
  timeoutMs?: number;
  /** Resolves after so many milliseconds; replaced in tests. */
  wait?: (ms: number) => Promise<void>;
  /** Told of every try. */
  onCall?: (priority: Priority) => void;
  /** Holds background calls back; without one they are only the last in the queue. */
  pace?: Pick<Pace, 'turn'>;
}

/** How often a refused call is tried in all, and how long it is held for one retry at most. */
const patience: Record<Priority, { attempts: number; longestWait: number }> = {
  interactive: { attempts: 3, longestWait: 8_000 },
  background: { attempts: 4, longestWait: 70_000 },
};
const firstWait = 400;

export function createHttp(client: Pick<ZafClient, 'request'>, options: HttpOptions): Http {
  const {
    clock,
    timeoutMs = 20_000,
    wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    onCall,
    pace,
  } = options;
  const scheduler = createScheduler();

  const attempt = async (
    method: string,
    url: string,
    data: unknown,
    { priority = 'interactive', headers }: CallOptions,
  ) => {
    onCall?.(priority);
    const answer = toAnswer(await ask(client, method, url, data, timeoutMs, headers));
    clock.correct(answer.headers.date);
    const failure = failureOf(answer);
    if (failure) throw failure;
    return answer;
  };

  const call = async <T>(
    method: string,
    url: string,
    data: unknown,
    schema: Schema<T>,
    options: CallOptions,
  ) => {
    const { params, priority = 'interactive', isOnce } = options;
    const body = async (tried: number) => (typeof data === 'function' ? await data(tried) : data);
    for (let tried = 1; ; tried += 1) {
      try {
        if (priority === 'background') await pace?.turn(url);
        const sent = await body(tried);
        const request = () => attempt(method, withParams(url, params), sent, options);
        return parseAnswer(schema, await scheduler.run(priority, request));
      } catch (cause) {
        const failure = asFailure(cause);
        const pause = pauseBefore(failure, tried, priority);
        if (pause === null || (isOnce && failure.kind !== 'rateLimited')) throw failure;
        await wait(pause);
      }
    }
  };

  return {
    get: (url, schema, given = {}) => call('GET', url, undefined, schema, given),
    send: (method, url, body, schema, given = {}) => call(method, url, body, schema, given),
    wait,
  };
}

/** Milliseconds to hold before the next try, `null` to give up. */
function pauseBefore(failure: Failure, tried: number, priority: Priority): number | null {
  const { attempts, longestWait } = patience[priority];
  const isPassing = ['rateLimited', 'unavailable', 'offline'].includes(failure.kind);
  if (!isPassing || tried >= attempts) return null;
  const pause = failure.retryAfter ?? firstWait * 2 ** (tried - 1);
  return pause <= longestWait ? pause : null;
}

function parseAnswer<T>(schema: Schema<T>, answer: Pick<Answer, 'body' | 'status' | 'text'>): T {
  // A page of somebody between us and Zendesk says 200, too, also to what is asked for no answer.
  if (answer.body === undefined && /^\s*</.test(answer.text))
    throw new Failure('unexpected', { status: answer.status, message: 'body: a page, and no JSON' });
  const result = v.safeParse(schema, answer.body);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Failure('unexpected', {
    status: answer.status,
    message: `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`,
  });
}

/** ZAF's raw answer, refused or not: a refused request rejects with a jqXHR-like object, which is an answer too. */
async function ask(
  client: Pick<ZafClient, 'request'>,
  method: string,
  url: string,
  data: unknown,
  timeoutMs: number,
  headers?: Record<string, string>,
): Promise<unknown> {
  const request = client.request({
    url,
    type: method,
    ...(data !== undefined && { data: JSON.stringify(data), contentType: 'application/json' }),
    ...(headers && { headers }),
    httpCompleteResponse: true,
    autoRetry: false,
  });
  return inTime(request, timeoutMs).catch((refused: unknown) => {
    const isAnswer = typeof refused === 'object' && refused !== null && 'status' in refused;
    if (isAnswer && typeof refused.status === 'number' && !(refused instanceof Failure)) return refused;
    throw asFailure(refused);
  });
}

function withParams(url: string, params: Record<string, string | number> = {}): string {
  const query = Object.entries(params).map(([name, value]) => [name, String(value)]);
  return query.length === 0 ? url : `${url}?${new URLSearchParams(query)}`;
}

function inTime<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Failure('unavailable', { message: 'no answer in time' })),
      timeoutMs,
    );
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
