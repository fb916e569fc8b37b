import { beforeEach, describe, expect, it } from 'vitest';
import { addFields } from '../../world/fields.ts';
import { type Account, at, openAccount } from './account.ts';

let account: Account;
const good = {
  name: 'Alert',
  status: 'active',
  endpoint: 'https://hooks.example/alert',
  http_method: 'POST',
  request_format: 'json',
  subscriptions: ['conditional_ticket_events'],
};
const ofEvents = { ...good, name: 'Users', subscriptions: ['zen:event-type:user.created'] };

beforeEach(() => {
  account = openAccount();
  addFields(account.world);
});

const post = (webhook: unknown, persona = 'admin') => account.call(persona, 'POST', '/webhooks', { webhook });

async function made(webhook: unknown = good): Promise<string> {
  return String(at((await post(webhook)).body, 'webhook.id'));
}

describe('a webhook', () => {
  it('is made, shown, changed in part or as a whole, and deleted by an admin', async () => {
    const id = await made({
      ...good,
      authentication: { type: 'bearer_token', data: { token: 'quiet' }, add_position: 'header' },
    });
    const path = `/webhooks/${id}`;
    const shown = await account.call('admin', 'GET', path);
    expect(shown.body).toMatchObject({ webhook: { id, ...good } });
    expect(JSON.stringify(shown.body)).not.toContain('quiet');
    expect((await account.call('admin', 'PATCH', path, { webhook: { name: 'Alarm' } })).status).toBe(204);
    expect(at((await account.call('admin', 'GET', path)).body, 'webhook.name')).toBe('Alarm');
    expect((await account.call('admin', 'PUT', path, { webhook: { name: 'Alarm' } })).status).toBe(400);
    const whole = { webhook: { ...good, status: 'inactive' } };
    expect((await account.call('admin', 'PUT', path, whole)).status).toBe(204);
    const changed = await account.call('admin', 'GET', path);
    expect(changed.body).toMatchObject({ webhook: { name: 'Alert', status: 'inactive' } });
    expect((await account.call('admin', 'DELETE', path)).status).toBe(204);
    expect((await account.call('admin', 'GET', path)).status).toBe(404);
  });

  it('is admins’ alone, to read as well', async () => {
    const id = await made();
    for (const persona of ['agent', 'lead'])
      for (const path of ['/webhooks', `/webhooks/${id}`])
        expect((await account.call(persona, 'GET', path)).status).toBe(403);
    expect((await post(good, 'agent')).status).toBe(403);
    expect((await account.call('agent', 'DELETE', `/webhooks/${id}`)).status).toBe(403);
  });

  it.each([
    ['no name', { name: ' ' }],
    ['no state', { status: undefined }],
    ['an endpoint without https', { endpoint: 'http://hooks.example/alert' }],
    ['an endpoint that is no address', { endpoint: 'https://' }],
    ['a method nobody knows', { http_method: 'SEND' }],
    ['a format nobody knows', { request_format: 'yaml' }],
    ['both ways of being connected', { subscriptions: ['conditional_ticket_events', 'zen:event-type:x.y'] }],
    ['an event nobody knows', { subscriptions: ['tickets'] }],
    ['events by another method than POST', { ...ofEvents, http_method: 'PUT' }],
    [
      'a secret that is missing',
      { authentication: { type: 'basic_auth', data: {}, add_position: 'header' } },
    ],
  ])('is refused for %s', async (_what, wrong) => {
    const reply = await post({ ...good, ...wrong });
    expect(reply.status).toBe(400);
    expect(at(reply.body, 'errors.0.code')).toBe('InvalidParameter');
  });

  it('keeps the way it is connected', async () => {
    const path = `/webhooks/${await made()}`;
    const { subscriptions } = ofEvents;
    expect((await account.call('admin', 'PATCH', path, { webhook: { subscriptions } })).status).toBe(400);
  });
});

describe('the list of webhooks', () => {
  it('is found by words and state, and turned by cursor', async () => {
    for (const webhook of [good, ofEvents, { ...good, name: 'Old alert', status: 'inactive' }])
      await made(webhook);
    const list = async (query: string) => (await account.call('admin', 'GET', `/webhooks${query}`)).body;
    const names = async (query: string) =>
      (at(await list(query), 'webhooks') as { name: string }[]).map(({ name }) => name);
    expect(await names('')).toEqual(['Old alert', 'Users', 'Alert']);
    expect(await names('?filter[name_contains]=ALERT&sort=name')).toEqual(['Alert', 'Old alert']);
    expect(await names('?filter[status]=inactive')).toEqual(['Old alert']);
    const first = await list('?page[size]=2');
    expect(at(first, 'meta.has_more')).toBe(true);
    expect(await names(`?page[size]=2&page[after]=${at(first, 'meta.after_cursor')}`)).toEqual(['Alert']);
    expect((await account.call('admin', 'GET', '/webhooks?sort=endpoint')).status).toBe(400);
  });
});

describe('a trigger that calls a webhook', () => {
  const trigger = (id: string) => ({
    trigger: {
      title: 'Tell Slack',
      conditions: { all: [{ field: 'status', operator: 'is', value: 'open' }] },
      actions: [{ field: 'notification_webhook', value: [id, '{}'] }],
    },
  });
  const status = async (id: string) => (await account.call('admin', 'POST', '/triggers', trigger(id))).status;

  it('names one that is active and connects to triggers, as the definitions list them', async () => {
    const id = await made();
    const [off, events] = [await made({ ...good, status: 'inactive' }), await made(ofEvents)];
    const { body } = await account.call('agent', 'GET', '/triggers/definitions');
    const actions = at(body, 'definitions.actions') as { subject: string; values?: unknown }[];
    expect(actions.find(({ subject }) => subject === 'notification_webhook')?.values).toEqual([
      { value: id, title: 'Alert', enabled: true },
    ]);
    expect(await status(id)).toBe(201);
    for (const wrong of [off, events, '01HOOK', '']) expect(await status(wrong)).toBe(422);
  });
});
