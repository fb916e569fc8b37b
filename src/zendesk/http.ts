/** The one way to Zendesk's API: ZAF's `request` with a time-out, safe retries and typed failures. */
import * as v from 'valibot';
import { asFailure, Failure } from '../care/failure.ts';
import { failureOf, toAnswer } from './answers.ts';
import type { Clock } from './clock.ts';
import { createScheduler, type Priority } from './scheduler.ts';
import type { ZafClient } from './zaf.ts';

export interface CallOptions {
  params?: Record<string, string | number>;
  priority?: Priority;
}

type Schema<T> = v.GenericSchema<unknown, T>;

/** Every method throws `Failure` and nothing else. Bodies are JSON; an answer is parsed by `schema`. */
export interface Http {
  get<T>(url: string, schema: Schema<T>, options?: CallOptions): Promise<T>;
  /**
   * For writes that are idempotent by key: they are retried like reads. A function as body is asked anew before
   * each try, numbered from 1.
   */
  send<T>(
    method: 'POST' | 'PUT' | 'PATCH',
    url: string,
    body: unknown,
    schema: Schema<T>,
    options?: CallOptions,
  ): Promise<T>;
}

export interface HttpOptions {
  clock: Clock;
  /** Milliseconds until a call that got no answer is given up; ZAF has no time-out of its own. */
  timeoutMs?: number;
  /** Resolves after so many milliseconds; replaced in tests. */
  wait?: (ms: number) => Promise<void>;
}

/** A refused call is tried this often in all, and never held longer than `longestWait` for one retry. */
const attempts = 3;
const longestWait = 8_000;
const firstWait = 400;

export function createHttp(client: Pick<ZafClient, 'request'>, options: HttpOptions): Http {
  const {
    clock,
    timeoutMs = 20_000,
    wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  } = options;
  const scheduler = createScheduler();

  const attempt = async (method: string, url: string, data: unknown) => {
    const answer = toAnswer(await ask(client, method, url, data, timeoutMs));
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
    given: CallOptions,
  ) => {
    const body = async (tried: number) => (typeof data === 'function' ? await data(tried) : data);
    for (let tried = 1; ; tried += 1) {
      try {
        const sent = await body(tried);
        const request = () => attempt(method, withParams(url, given.params), sent);
        return parseAnswer(schema, await scheduler.run(given.priority ?? 'interactive', request));
      } catch (cause) {
        const failure = asFailure(cause);
        const pause = pauseBefore(failure, tried);
        if (pause === null) throw failure;
        await wait(pause);
      }
    }
  };

  return {
    get: (url, schema, given = {}) => call('GET', url, undefined, schema, given),
    send: (method, url, body, schema, given = {}) => call(method, url, body, schema, given),
  };
}

/** Milliseconds to hold before the next try, `null` to give up. */
function pauseBefore(failure: Failure, tried: number): number | null {
  const isPassing = ['rateLimited', 'unavailable', 'offline'].includes(failure.kind);
  if (!isPassing || tried >= attempts) return null;
  const pause = failure.retryAfter ?? firstWait * 2 ** (tried - 1);
  return pause <= longestWait ? pause : null;
}

function parseAnswer<T>(schema: Schema<T>, answer: { body: unknown; status: number }): T {
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
): Promise<unknown> {
  const request = client.request({
    url,
    type: method,
    ...(data !== undefined && { data: JSON.stringify(data), contentType: 'application/json' }),
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
