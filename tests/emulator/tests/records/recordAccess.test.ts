import { beforeEach, describe, expect, it } from 'vitest';
import type { Plan } from '../../control.ts';
import { personas } from '../../world/people.ts';
import { type Account, addNote, at, openAccount, withNotes } from './account.ts';

let account: Account;
const records = '/custom_objects/note/records';
const customRole = 7001;

beforeEach(async () => {
  account = openAccount();
  await withNotes(account);
});

/** Statuses of reading, making, changing and deleting a record. */
async function rightsOf(persona: string): Promise<number[]> {
  const made = await account.call('admin', 'POST', records, {
    custom_object_record: { name: `for ${persona}` },
  });
  const path = `${records}/${at(made.body, 'custom_object_record.id')}`;
  const own = { custom_object_record: { name: `by ${persona}` } };
  const calls: [string, string, unknown?][] = [
    ['GET', path],
    ['POST', records, own],
    ['PATCH', path, { custom_object_record: { custom_object_fields: { rank: 1 } } }],
    ['DELETE', path],
  ];
  const statuses: number[] = [];
  for (const [method, to, body] of calls)
    statuses.push((await account.call(persona, method, to, body)).status);
  return statuses;
}

function goEnterprise(plan: Plan = 'suite_enterprise'): void {
  account.world.plan = plan;
  const now = account.world.now();
  account.world.customRoles.put({
    id: customRole,
    name: 'Care',
    description: '',
    role_type: 0,
    configuration: {},
    created_at: now,
    updated_at: now,
  });
  const agent = account.world.users.get(personas.agent);
  if (agent) account.world.users.put({ ...agent, role_type: 0, custom_role_id: customRole });
}

describe('below Enterprise', () => {
  it.each([
    ['admin', [200, 201, 200, 204]],
    ['lead', [200, 201, 200, 204]],
    ['agent', [200, 201, 200, 204]],
    ['light_agent', [200, 403, 403, 403]],
    ['nobody@nowhere.example', [401, 401, 401, 401]],
  ])('%s reads, makes, changes, deletes records with %j', async (persona, statuses) => {
    expect(await rightsOf(persona)).toEqual(statuses);
  });
});

describe('on Enterprise', () => {
  beforeEach(() => goEnterprise());

  const grant = (allowed: Record<string, boolean>) =>
    account.call('admin', 'PATCH', `/custom_objects/note/permission_policies/custom-role-${customRole}`, {
      policy: {
        records: Object.fromEntries(Object.entries(allowed).map(([scope, is]) => [scope, { allowed: is }])),
      },
    });

  it('an agent may do nothing until the role is granted something', async () => {
    expect(await rightsOf('agent')).toEqual([403, 403, 403, 403]);
    expect(await rightsOf('admin')).toEqual([200, 201, 200, 204]);
    expect((await account.call('agent', 'GET', '/custom_objects/note')).status).toBe(403);
    expect((await account.call('agent', 'GET', '/custom_objects')).body).toEqual({ custom_objects: [] });
  });

  it('a role does what its policy allows', async () => {
    const reply = await grant({ read: true, update: true });
    expect(reply.body).toMatchObject({
      policy: { records: { read: { allowed: true }, create: { allowed: false }, update: { allowed: true } } },
    });
    expect(await rightsOf('agent')).toEqual([200, 403, 200, 403]);
    expect(account.world.customRoles.get(customRole)?.configuration).toEqual({
      custom_objects: { note: { scopes: ['read', 'update'] } },
    });
  });

  it('a policy that allows writing without reading is refused', async () => {
    expect((await grant({ update: true })).status).toBe(422);
    expect(await rightsOf('agent')).toEqual([403, 403, 403, 403]);
  });

  it('policies are for admins, one a role and one for end users', async () => {
    const path = '/custom_objects/note/permission_policies';
    expect((await account.call('agent', 'GET', path)).status).toBe(403);
    const listed = await account.call('admin', 'GET', path);
    const ids = (at(listed.body, 'policies') as { id: string }[]).map((policy) => policy.id);
    expect(ids).toContain(`custom-role-${customRole}`);
    expect(ids).toContain('end-user');
    expect((await account.call('admin', 'GET', `${path}/custom-role-${customRole}`)).status).toBe(200);
    expect((await account.call('admin', 'GET', `${path}/custom-role-999`)).status).toBe(404);
  });
});

describe('a plan without custom objects', () => {
  it.each(['support_team', 'support_professional'] as const)(
    '%s answers as the account’s unknown says',
    async (plan) => {
      account.world.plan = plan;
      expect((await account.call('admin', 'GET', '/custom_objects')).status).toBe(403);
      account.world.unknowns.noCustomObjectsStatus = 404;
      const reply = await account.call('admin', 'GET', records);
      expect(reply.status).toBe(404);
      expect(at(reply.body, 'error')).toBe('InvalidEndpoint');
    },
  );
});

describe('a parent field that cascades permissions', () => {
  it('closes lists, searches and counts to agents unless the filter names the parent', async () => {
    const field = {
      key: 'case',
      title: 'Case',
      type: 'parent',
      relationship_target_type: 'zen:custom_object:note',
      properties: { cascade_permissions_enabled: true },
    };
    await account.call('admin', 'POST', '/custom_objects/note/fields', { custom_object_field: field });
    const filter = { 'custom_object_fields.case': { $eq: '1' } };
    expect((await account.call('agent', 'GET', records)).status).toBe(403);
    expect((await account.call('agent', 'GET', `${records}/count`)).status).toBe(403);
    expect((await account.call('agent', 'POST', `${records}/search`, { filter: {} })).status).toBe(403);
    expect((await account.call('agent', 'POST', `${records}/search`, { filter })).status).toBe(200);
    expect((await account.call('admin', 'GET', records)).status).toBe(200);
  });
});

describe('the incremental export of records', () => {
  const since = (seconds: number) => Math.floor(account.world.now() / 1000) - seconds;
  const exportOf = (query: string, persona = 'agent') =>
    account.call(persona, 'GET', `/incremental/custom_objects/note/cursor?${query}`);

  it('is open to agents, in order of change, with deleted records blanked', async () => {
    const first = await addNote(account, { name: 'a', external_id: 'e1', custom_object_fields: { rank: 1 } });
    account.world.advance(1000);
    await addNote(account, { name: 'b' });
    account.world.advance(1000);
    await account.call('agent', 'DELETE', `${records}/${first.id}`);
    account.world.advance(120_000);
    const reply = await exportOf(`start_time=${since(3600)}&per_page=1`);
    expect(reply.body).toMatchObject({ meta: { has_more: true }, custom_object_records: [{ name: 'b' }] });
    const rest = await exportOf(`cursor=${at(reply.body, 'after_cursor')}`);
    expect(rest.body).toMatchObject({
      meta: { has_more: false },
      custom_object_records: [
        { id: first.id, name: '[DELETED]', custom_object_fields: { rank: '[DELETED]' } },
      ],
    });
    const without = await exportOf(`start_time=${since(3600)}&filter[exclude_deleted]=true`);
    expect(at(without.body, 'custom_object_records')).toHaveLength(1);
  });

  it.each([
    ['the last minute', () => `start_time=${since(30)}`, 422],
    ['no start', () => '', 400],
    ['a cursor that is none', () => 'cursor=zzz', 400],
    ['more than 1000 a page', () => `start_time=${since(3600)}&per_page=1001`, 400],
  ])('refuses %s', async (_what, query, status) => {
    expect((await exportOf(query())).status).toBe(status);
  });

  it('is refused to a role without the grant', async () => {
    goEnterprise();
    expect((await exportOf(`start_time=${since(3600)}`)).status).toBe(403);
  });
});
