import { beforeEach, describe, expect, it } from 'vitest';
import type { WorldEvent } from '../../control.ts';
import { personas } from '../../world/people.ts';
import { type Account, at, openAccount } from './account.ts';

let account: Account;
const path = '/apps/installations/55';

beforeEach(() => {
  account = openAccount();
});

describe('an installation', () => {
  it('is read by admins and no one else', async () => {
    expect((await account.call('agent', 'GET', '/apps/installations.json')).status).toBe(403);
    expect((await account.call('lead', 'GET', path)).status).toBe(403);
    const listed = await account.call('admin', 'GET', '/apps/installations.json');
    expect(listed.body).toMatchObject({ installations: [{ id: 55, app_id: 7, settings: { tone: 'kind' } }] });
    expect((await account.call('admin', 'GET', '/apps/installations/56')).status).toBe(404);
  });

  it('has its settings changed one by one, by admins', async () => {
    expect((await account.call('agent', 'PUT', path, { settings: { tone: 'rude' } })).status).toBe(403);
    const changed = await account.call('admin', 'PUT', path, { settings: { config: '{"v":1}' } });
    expect(changed.body).toMatchObject({
      settings: { tone: 'kind', config: '{"v":1}' },
      settings_objects: [
        { name: 'tone', value: 'kind' },
        { name: 'config', value: '{"v":1}' },
      ],
    });
    expect(account.world.installations.get(55)?.settings).toEqual({ tone: 'kind', config: '{"v":1}' });
    expect((await account.call('admin', 'PUT', path, { settings: 'all' })).status).toBe(400);
  });

  it('shows agents what it required', async () => {
    const reply = await account.call('agent', 'GET', `${path}/requirements.json`);
    expect(reply.body).toMatchObject({ requirements: [] });
  });
});

describe('a notice to an app’s frames', () => {
  let heard: WorldEvent[];

  beforeEach(() => {
    heard = [];
    account.world.listen((event) => heard.push(event));
  });

  const notify = (persona: string, body: unknown) => account.call(persona, 'POST', '/apps/notify', body);

  it('reaches every agent, or the one it is for', async () => {
    expect((await notify('agent', { app_id: 7, event: 'changed', body: '{"id":1}' })).status).toBe(200);
    await notify('agent', { app_id: 7, event: 'changed', body: 'x', agent_id: personas.lead });
    expect(heard).toEqual([
      {
        kind: 'notification',
        appId: 7,
        event: 'changed',
        body: '{"id":1}',
        agentId: null,
        senderId: personas.agent,
      },
      {
        kind: 'notification',
        appId: 7,
        event: 'changed',
        body: 'x',
        agentId: personas.lead,
        senderId: personas.agent,
      },
    ]);
  });

  it('is an admin’s to send on an account that says so', async () => {
    account.world.unknowns.notifyAllowed = 'admins';
    expect((await notify('agent', { app_id: 7, event: 'changed' })).status).toBe(403);
    expect((await notify('admin', { app_id: 7, event: 'changed' })).status).toBe(200);
    expect(heard).toHaveLength(1);
  });

  it.each([
    ['an app that is not installed', { app_id: 8, event: 'changed' }, 404],
    ['no event', { app_id: 7 }, 400],
  ])('is refused for %s', async (_what, body, status) => {
    expect((await notify('agent', body)).status).toBe(status);
    expect(heard).toEqual([]);
  });

  it('is one of at most a hundred a minute', async () => {
    for (let number = 0; number < 100; number += 1) await notify('agent', { app_id: 7, event: 'changed' });
    const refused = await notify('agent', { app_id: 7, event: 'changed' });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    account.wait(60_000);
    expect((await notify('agent', { app_id: 7, event: 'changed' })).status).toBe(200);
    expect(at(refused, 'body')).toMatch(/per minute exceeded/);
  });
});
