import { beforeEach, describe, expect, it } from 'vitest';
import { type Account, addNote, at, openAccount, withNotes } from './account.ts';

let account: Account;
const jobs = '/custom_objects/note/jobs';

beforeEach(async () => {
  account = openAccount();
  await withNotes(account);
});

const start = (action: string, items: unknown, persona = 'agent') =>
  account.call(persona, 'POST', jobs, { job: { action, items } });
const poll = async (id: unknown) => (await account.call('agent', 'GET', `/job_statuses/${id}`)).body;

/** Polls until the job is over; returns its results. */
async function results(action: string, items: unknown): Promise<Record<string, unknown>[]> {
  const started = await start(action, items);
  const id = at(started.body, 'job_status.id');
  await poll(id);
  return at(await poll(id), 'job_status.results') as Record<string, unknown>[];
}

describe('a job over records', () => {
  it('is queued, then working, then completed, one step a poll', async () => {
    const started = await start('create', [{ name: 'a' }, { name: 'b' }]);
    expect(started.status).toBe(201);
    expect(started.body).toMatchObject({
      job_status: { status: 'queued', total: 2, progress: null, results: null },
    });
    const id = at(started.body, 'job_status.id');
    expect(await poll(id)).toMatchObject({ job_status: { status: 'working', results: null } });
    expect(await poll(id)).toMatchObject({ job_status: { status: 'completed', progress: 2 } });
    const many = await account.call('agent', 'GET', `/job_statuses/show_many?ids=${id},none`);
    expect(many.body).toMatchObject({ job_statuses: [{ id, status: 'completed' }] });
  });

  it('tells of each item, and fails only those that are wrong', async () => {
    await addNote(account, { name: 'taken' });
    const rows = await results('create', [
      { name: 'a' },
      { name: 'taken' },
      { name: 'b', custom_object_fields: { rank: 'x' } },
    ]);
    expect(rows).toMatchObject([
      { index: 0, success: true, status: 'Created', id: expect.stringMatching(/^[0-9A-Z]{26}$/) },
      { index: 1, success: false, error: 'RecordInvalid', details: expect.stringContaining('taken') },
      { index: 2, success: false, error: 'RecordInvalid' },
    ]);
    expect((await account.call('agent', 'GET', '/custom_objects/note/records/count')).body).toMatchObject({
      count: { value: 2 },
    });
  });

  it('creates or changes by external id, the same way twice', async () => {
    const items = [{ external_id: 'e1', name: 'a', custom_object_fields: { rank: 1 } }];
    expect(await results('create_or_update_by_external_id', items)).toMatchObject([{ status: 'Created' }]);
    expect(await results('create_or_update_by_external_id', items)).toMatchObject([{ status: 'Updated' }]);
    expect(await results('create_or_update_by_external_id', [{ name: 'x' }])).toMatchObject([
      { success: false },
    ]);
  });

  it('creates or changes by name', async () => {
    const items = [{ name: 'a', custom_object_fields: { rank: 1 } }];
    expect(await results('create_or_update_by_name', items)).toMatchObject([{ status: 'Created' }]);
    expect(await results('create_or_update_by_name', items)).toMatchObject([{ status: 'Updated' }]);
  });

  it('changes and deletes by id and by external id', async () => {
    const a = await addNote(account, { name: 'a' });
    await addNote(account, { name: 'b', external_id: 'e2' });
    expect(await results('update', [{ id: a.id, custom_object_fields: { rank: 4 } }])).toMatchObject([
      { status: 'Updated' },
    ]);
    const shown = await account.call('agent', 'GET', `/custom_objects/note/records/${a.id}`);
    expect(at(shown.body, 'custom_object_record.custom_object_fields.rank')).toBe(4);
    expect(await results('delete', [a.id, 'nobody'])).toMatchObject([
      { status: 'Deleted' },
      { success: false, error: 'RecordNotFound' },
    ]);
    expect(await results('delete_by_external_id', ['e2'])).toMatchObject([{ status: 'Deleted' }]);
    expect((await account.call('agent', 'GET', '/custom_objects/note/records/count')).body).toMatchObject({
      count: { value: 0 },
    });
  });

  it.each([
    ['an action nobody knows', 'merge', [{}]],
    ['no items', 'create', []],
    ['more than 100 items', 'create', Array.from({ length: 101 }, (_, index) => ({ name: String(index) }))],
  ])('is refused for %s', async (_what, action, items) => {
    expect((await start(action, items)).status).toBe(400);
  });

  it('is one of at most 30 that wait or run; finished ones make room', async () => {
    for (let number = 0; number < 30; number += 1) {
      const reply = await start('create', [{ name: `n${number}` }]);
      expect(reply.headers.get('zendesk-ratelimit-inflight-jobs')).toBe(
        `total=30; remaining=${29 - number}; resets=60`,
      );
    }
    const refused = await start('create', [{ name: 'one too many' }]);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('zendesk-ratelimit-inflight-jobs')).toBe('total=30; remaining=0; resets=60');
    expect(refused.body).toMatchObject({ error: 'TooManyJobs' });
    const current = at(refused.body, 'current_job_ids') as string[];
    expect(current).toHaveLength(30);
    await poll(current[0]);
    await poll(current[0]);
    expect((await start('create', [{ name: 'room again' }])).status).toBe(201);
  });

  it('ends by itself when nobody polls, and is forgotten after a day', async () => {
    const started = await start('create', [{ name: 'a' }]);
    account.wait(2500);
    const listed = await account.call('agent', 'GET', '/job_statuses');
    expect(listed.body).toMatchObject({ job_statuses: [{ status: 'completed' }] });
    account.world.advance(86_400_000);
    const id = at(started.body, 'job_status.id');
    expect((await account.call('agent', 'GET', `/job_statuses/${id}`)).status).toBe(404);
  });
});
