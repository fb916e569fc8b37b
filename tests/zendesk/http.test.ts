import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createClock } from '../../src/zendesk/clock.ts';
import { createHttp } from '../../src/zendesk/http.ts';
import type { ZafRequest } from '../../src/zendesk/zaf.ts';

const schema = v.object({ ok: v.boolean() });
const good = { status: 200, responseJSON: { ok: true }, responseHeaders: {} };

/** A host that gives the listed answers in turn; a function is called, an Error-like object is a refusal. */
function hostAnswering(...answers: unknown[]) {
  const requests: ZafRequest[] = [];
  const waits: number[] = [];
  const clock = createClock(() => 1_000);
  const request = async (options: ZafRequest) => {
    requests.push(options);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer === 'never') return new Promise(() => {});
    if (typeof answer === 'object' && answer && 'status' in answer && Number(answer.status) >= 300)
      throw answer;
    if (typeof answer === 'object' && answer && 'status' in answer && answer.status === 0) throw answer;
    return answer;
  };
  const wait = async (ms: number) => {
    waits.push(ms);
  };
  return { requests, waits, clock, http: createHttp({ request }, { clock, wait, timeoutMs: 20 }) };
}

const limited = (retryAfter?: string) => ({
  status: 429,
  responseText: 'Number of allowed API requests per minute exceeded',
  responseHeaders: retryAfter ? { 'Retry-After': retryAfter } : {},
});

describe('a read', () => {
  it('goes out through ZAF with its query, without ZAF’s own retries', async () => {
    const { http, requests } = hostAnswering(good);
    await http.get('/api/v2/x.json', schema, { params: { 'page[size]': 50, ids: '1,2' } });
    expect(requests).toHaveLength(1);
    expect(decodeURIComponent(requests[0]?.url ?? '')).toBe('/api/v2/x.json?page[size]=50&ids=1,2');
    expect(requests[0]).toMatchObject({ type: 'GET', httpCompleteResponse: true, autoRetry: false });
  });

  it('waits as long as Zendesk asks, then tries again', async () => {
    const { http, waits } = hostAnswering(limited('2'), good);
    await expect(http.get('/x', schema)).resolves.toEqual({ ok: true });
    expect(waits).toEqual([2000]);
  });

  it('waits longer each time where Zendesk does not say', async () => {
    const { http, waits } = hostAnswering(limited(), { status: 503, responseText: '<html>' }, good);
    await http.get('/x', schema);
    expect(waits).toEqual([400, 800]);
  });

  it('gives up after three tries, and at once when the wait would be long', async () => {
    const busy = hostAnswering(limited());
    await expect(busy.http.get('/x', schema)).rejects.toMatchObject({ kind: 'rateLimited' });
    expect(busy.requests).toHaveLength(3);
    const long = hostAnswering(limited('90'));
    await expect(long.http.get('/x', schema)).rejects.toMatchObject({
      kind: 'rateLimited',
      retryAfter: 90_000,
    });
    expect(long.requests).toHaveLength(1);
  });

  it.each([
    ['offline', { status: 0, statusText: 'error' }],
    ['forbidden', { status: 403, responseJSON: { error: 'Forbidden' } }],
    ['unexpected', { status: 200, responseText: '<html>signed out</html>' }],
    ['unexpected', { status: 200, responseText: '{"ok": tr' }],
    ['unexpected', { status: 200, responseJSON: { ok: 'yes' } }],
    ['unavailable', 'never'],
  ])('fails as %s', async (kind, answer) => {
    const { http } = hostAnswering(answer);
    await expect(http.get('/x', schema)).rejects.toMatchObject({ name: 'Failure', kind });
  });

  it('does not repeat what repeating cannot mend', async () => {
    const { http, requests } = hostAnswering({ status: 403, responseJSON: {} });
    await expect(http.get('/x', schema)).rejects.toThrow();
    expect(requests).toHaveLength(1);
  });
});

describe('a background call', () => {
  it('has the patience to wait as long as Zendesk asks', async () => {
    const { http, waits } = hostAnswering(limited('60'), good);
    await expect(http.get('/x', schema, { priority: 'background' })).resolves.toEqual({ ok: true });
    expect(waits).toEqual([60_000]);
    const long = hostAnswering(limited('90'));
    await expect(long.http.get('/x', schema, { priority: 'background' })).rejects.toThrow();
    expect(long.requests).toHaveLength(1);
  });

  it('waits for its turn before each try; a person’s call does not', async () => {
    const turns: string[] = [];
    let calls = 0;
    const turn = async (url: string) => {
      turns.push(url);
    };
    const onCall = () => {
      calls += 1;
    };
    const answers = [{ status: 503, responseText: '' }, good, good];
    const request = async () => {
      const answer = answers.shift();
      if (answer?.status === 503) throw answer;
      return answer;
    };
    const options = { clock: createClock(() => 0), wait: async () => {}, pace: { turn }, onCall };
    const http = createHttp({ request }, options);
    await http.get('/x', schema, { priority: 'background' });
    await http.get('/y', schema);
    expect({ turns, calls }).toEqual({ turns: ['/x', '/x'], calls: 3 });
  });
});

describe('a rejection that is no answer', () => {
  it.each([new Error('frame gone'), undefined, 'No such Api'])(
    '%s is a failure, and no success',
    async (cause) => {
      const http = createHttp(
        { request: () => Promise.reject(cause) },
        { clock: createClock(() => 0), wait: async () => {} },
      );
      await expect(http.send('POST', '/x', {}, v.unknown())).rejects.toMatchObject({ kind: 'unexpected' });
    },
  );
});

describe('a write', () => {
  it('asks for its body anew before each try', async () => {
    const { http, requests } = hostAnswering({ status: 503, responseText: '' }, good);
    await http.send('PATCH', '/x', async (tried: number) => ({ tried }), schema);
    expect(requests.map(({ data }) => data)).toEqual(['{"tried":1}', '{"tried":2}']);
  });

  it('sends JSON', async () => {
    const { http, requests } = hostAnswering(good);
    await http.send('POST', '/x', { a: [1] }, schema);
    expect(requests[0]).toMatchObject({ type: 'POST', data: '{"a":[1]}', contentType: 'application/json' });
  });
});

describe('the clock', () => {
  it('follows the account’s time and shrugs off the seconds a header cannot show', async () => {
    const skewed = hostAnswering({ ...good, responseHeaders: { date: 'Thu, 01 Jan 1970 06:00:00 GMT' } });
    await skewed.http.get('/x', schema);
    expect(skewed.clock.now()).toBe(6 * 3_600_000);
    const close = hostAnswering({ ...good, responseHeaders: { date: 'Thu, 01 Jan 1970 00:00:03 GMT' } });
    await close.http.get('/x', schema);
    expect(close.clock.now()).toBe(1_000);
  });

  it('tells other frames what it found', () => {
    const found: number[] = [];
    const clock = createClock(
      () => 0,
      60_000,
      (skew) => found.push(skew),
    );
    expect(clock.now()).toBe(60_000);
    clock.correct('not a date');
    clock.correct('Thu, 01 Jan 1970 00:05:00 GMT');
    expect(found).toEqual([300_000]);
  });
});
