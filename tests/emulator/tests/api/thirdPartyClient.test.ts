/** node-zendesk knows nothing of the emulator: what it reads and writes here it would on a real account. */
import { setupServer } from 'msw/node';
import { createClient } from 'node-zendesk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHandlers } from '../../api/index.ts';
import { fieldIds } from '../../world/fields.ts';
import { personas } from '../../world/people.ts';
import { customer, openDesk } from './desk.ts';

let desk = openDesk();
let server = setupServer();

beforeEach(() => {
  desk = openDesk();
  server = setupServer(...createHandlers(desk.world));
  server.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => server.close());

const clientFor = (username: string) =>
  createClient({ username, token: 'x', endpointUri: 'https://emulated.zendesk.com/api/v2' });

describe('node-zendesk', () => {
  it.each([
    ['admin', personas.admin],
    ['mia@emulated.example', personas.agent],
  ])('signs in as %s', async (name, id) => {
    const { result } = await clientFor(name).users.me();
    expect(result.id).toBe(id);
  });

  it('creates, shows, changes and finds a ticket', async () => {
    const client = clientFor('agent');
    const ticket = { subject: 'From a client', requester_id: customer.id, comment: { body: 'Hello there' } };
    const made = await client.tickets.create({ ticket });
    const { id } = made.result;
    await client.tickets.update(id, {
      ticket: { priority: 'high', custom_fields: [{ id: fieldIds.orderNumber, value: 'A-1' }] },
    });
    const { result } = await client.tickets.show(id);
    expect(result).toMatchObject({ id, subject: 'From a client', priority: 'high', status: 'new' });
    desk.wait(5000);
    const found = await client.search.queryAll('priority:high');
    expect(found.map((each: { id: number }) => each.id)).toEqual([id]);
  });

  it('turns every page of a list by itself', async () => {
    const ids = Array.from({ length: 205 }, () => desk.ticket().id);
    const listed = await clientFor('agent').tickets.list();
    expect(listed.map((each: { id: number }) => each.id)).toEqual(ids);
  });

  it('exports as an administrator, and is told why not as an agent', async () => {
    const { id } = desk.ticket();
    const exported = await clientFor('admin').tickets.incrementalInclude('1', '');
    expect(JSON.stringify(exported)).toContain(`/tickets/${id}.json`);
    await expect(clientFor('agent').satisfactionratings.list()).rejects.toMatchObject({ statusCode: 403 });
  });
});
