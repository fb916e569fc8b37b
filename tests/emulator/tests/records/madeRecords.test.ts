import { beforeEach, describe, expect, it } from 'vitest';
import { createWorkspace, type Workspace } from '../../inProcess.ts';
import { makeRecords, mostMadeCases } from '../../world/madeRecords.ts';

const path = '/api/v2/custom_objects/fl_feedback/records';

interface Listed {
  id: string;
  name: string;
  external_id: string;
  custom_object_fields: Record<string, string>;
}

let workspace: Workspace;

async function call(method: string, url: string, body?: unknown) {
  const init = {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
  const response = await workspace.fetchAs('admin')(url, init);
  return { status: response.status, body: response.status === 204 ? null : await response.json() };
}

async function createObject(key: string, fields: string[]) {
  await call('POST', '/api/v2/custom_objects', {
    custom_object: { key, title: key, title_pluralized: key },
  });
  for (const field of fields)
    await call('POST', `/api/v2/custom_objects/${key}/fields`, {
      custom_object_field: { key: field, type: 'text', title: field },
    });
}

const isOpen = {
  filter: { $or: ['new', 'in_progress'].map((lane) => ({ 'custom_object_fields.status': { $eq: lane } })) },
};

async function searchAll(size: number) {
  const found: Listed[] = [];
  for (let after = ''; ; ) {
    const query = `sort=name&page[size]=${size}${after && `&page[after]=${after}`}`;
    const { body } = await call('POST', `${path}/search?${query}`, isOpen);
    found.push(...body.custom_object_records);
    if (!body.meta.has_more) return found;
    after = body.meta.after_cursor;
  }
}

beforeEach(async () => {
  workspace = createWorkspace({ scale: 2000, hasStory: false });
  await createObject('fl_feedback', ['ticket', 'requester', 'status', 'state', 'rev']);
  await createObject('fl_event', ['feedback', 'body', 'kind', 'operation', 'seq']);
  makeRecords(workspace.world, 150);
});

describe('made records', () => {
  it('store nothing, and are counted and listed with the stored ones', async () => {
    expect([...workspace.world.customObjectRecords.stored()]).toEqual([]);
    expect((await call('GET', `${path}/count`)).body.count.value).toBe(2000);
    const { body } = await call('GET', `${path}?sort=-updated_at&page[size]=3`);
    const times = body.custom_object_records.map((one: { updated_at: string }) => one.updated_at);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('are found by filter in order of name, each once over all pages', async () => {
    const found = await searchAll(40);
    expect(found).toHaveLength(150);
    expect(new Set(found.map(({ id }) => id)).size).toBe(150);
    expect(found.map(({ name }) => name)).toEqual(found.map(({ name }) => name).sort());
  });

  it('point to a ticket and a person that are there', async () => {
    const [first] = await searchAll(100);
    const ticket = workspace.world.tickets.get(Number(first?.custom_object_fields.ticket));
    expect(String(ticket?.requester_id)).toBe(first?.custom_object_fields.requester);
  });

  it('are found by their own names, with their ledger', async () => {
    const [first] = await searchAll(1);
    const { body } = await call('GET', `${path}?filter[external_ids]=${first?.external_id},ticket:99`);
    expect(body.custom_object_records).toEqual([first]);
    expect((await call('GET', `${path}/${first?.id}`)).body.custom_object_record).toEqual(first);
    const events = `/api/v2/custom_objects/fl_event/records?filter[external_ids]=${first?.external_id}:1`;
    expect((await call('GET', events)).body.custom_object_records).toHaveLength(1);
  });

  it('are stored once changed, and then stand there once', async () => {
    workspace.world.unknowns.indexLagSeconds = 0;
    const [first, second] = await searchAll(40);
    const change = { custom_object_record: { custom_object_fields: { status: 'closed' } } };
    const changed = await call('PATCH', `${path}?external_id=${first?.external_id}`, change);
    expect(changed.body.custom_object_record).toMatchObject({
      id: first?.id,
      name: first?.name,
      custom_object_fields: { status: 'closed', state: first?.custom_object_fields.state },
    });
    expect((await searchAll(40)).map(({ id }) => id)).not.toContain(first?.id);
    await call('DELETE', `${path}/${second?.id}`);
    expect(await searchAll(40)).toHaveLength(148);
    expect((await call('GET', `${path}/count`)).body.count.value).toBe(1999);
  });

  it('are known to search as they were, for as long as its index lags', async () => {
    workspace.world.realNow = () => 0;
    const [first] = await searchAll(40);
    const change = { custom_object_record: { custom_object_fields: { status: 'closed' } } };
    await call('PATCH', `${path}/${first?.id}`, change);
    expect((await searchAll(40)).map(({ id }) => id)).toContain(first?.id);
  });

  it('go with their object', async () => {
    await call('DELETE', '/api/v2/custom_objects/fl_feedback');
    await createObject('fl_feedback', ['status']);
    expect((await call('GET', `${path}/count`)).body.count.value).toBe(0);
  });

  it('have as many cases as there are low answers', () => {
    const most = mostMadeCases(workspace.world);
    expect(most).toBeGreaterThan(200);
    expect(most).toBeLessThan(800);
  });
});
