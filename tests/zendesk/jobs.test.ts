import { describe, expect, it } from 'vitest';
import { createClock } from '../../src/zendesk/clock.ts';
import { createHttp } from '../../src/zendesk/http.ts';
import { runJob } from '../../src/zendesk/jobs.ts';
import type { ZafRequest } from '../../src/zendesk/zaf.ts';

const status = (given: object) => ({
  status: 200,
  responseJSON: { job_status: { id: 'j1', status: 'queued', message: null, results: null, ...given } },
  responseHeaders: {},
});
const done = (...results: unknown[]) => status({ status: 'completed', results });
const tooMany = { status: 429, responseJSON: { error: 'TooManyJobs' }, responseHeaders: {} };

function account(...answers: { status: number }[]) {
  const requests: ZafRequest[] = [];
  const waits: number[] = [];
  const request = async (options: ZafRequest) => {
    requests.push(options);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer && answer.status >= 300) throw answer;
    return answer;
  };
  const wait = async (ms: number) => {
    waits.push(ms);
  };
  const http = createHttp({ request }, { clock: createClock(() => 0), wait });
  const items = [{ external_id: 'a' }, { external_id: 'b' }];
  return { requests, waits, run: () => runJob(http, 'fl_event', 'create', items, 'background') };
}

describe('a job', () => {
  it('is looked at until it has ended, less and less often', async () => {
    const working = status({ status: 'working' });
    const { run, waits, requests } = account(status({}), working, working, done({ index: 0, success: true }));
    await run();
    expect(requests.map(({ url }) => url.split('/').at(-1))).toEqual(['jobs', ...Array(3).fill('j1.json')]);
    expect(waits).toEqual([300, 480, 768]);
  });

  it.each([
    [
      'by their places',
      { index: 1, success: true, status: 'Created' },
      { index: 0, success: false, error: 'DuplicateValue' },
    ],
    [
      'by their keys',
      { external_id: 'b', success: true, status: 'Created' },
      { external_id: 'a', success: false, error: 'DuplicateValue' },
    ],
  ])('tells of its items %s', async (_how, ...results) => {
    const { run } = account(done(...results));
    await expect(run()).resolves.toEqual([
      { isSuccess: false, isCreated: false, reason: 'DuplicateValue' },
      { isSuccess: true, isCreated: true, reason: '' },
    ]);
  });

  it.each([[null], ['text'], [[]], [[{ index: 'x' }, 7, null]]])(
    'that answers %j for its items did none of them',
    async (results) => {
      const { run } = account(status({ status: 'completed', results }));
      expect((await run()).map(({ isSuccess }) => isSuccess)).toEqual([false, false]);
    },
  );

  it('waits its turn where thirty others are running', async () => {
    const { run, waits } = account(...Array(5).fill(tooMany), done({ index: 0, success: true }));
    await expect(run()).resolves.toMatchObject([{ isSuccess: true }, { isSuccess: false }]);
    expect(Math.max(...waits)).toBeGreaterThanOrEqual(2_000);
  });

  it.each(['failed', 'killed'])('that %s is a failure', async (state) => {
    const { run } = account(status({ status: state, message: 'no' }));
    await expect(run()).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('without an end is given up', async () => {
    const { run, requests } = account(status({ status: 'working' }));
    await expect(run()).rejects.toMatchObject({ kind: 'unavailable' });
    expect(requests.length).toBeLessThan(100);
  });
});
