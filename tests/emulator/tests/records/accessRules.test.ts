import { beforeEach, describe, expect, it } from 'vitest';
import { personas } from '../../world/people.ts';
import { type Account, addNote, at, openAccount, withNotes } from './account.ts';

let account: Account;
const rules = '/custom_objects/note/access_rules';
const records = '/custom_objects/note/records';
const policy = '/custom_objects/note/permission_policies/custom-role-7001';
const own = { all: [{ field: 'created_by_user', operator: 'matches', value: 'current_user' }] };

/** An Enterprise account where agent and lead hold one custom role. */
beforeEach(async () => {
  account = openAccount();
  await withNotes(account);
  const { world } = account;
  world.plan = 'suite_enterprise';
  world.unknowns.indexLagSeconds = 0;
  const now = world.now();
  world.customRoles.put({
    id: 7001,
    name: 'Care',
    description: '',
    role_type: 0,
    configuration: {},
    created_at: now,
    updated_at: now,
  });
  for (const id of [personas.agent, personas.lead]) {
    const user = world.users.get(id);
    if (user) world.users.put({ ...user, role_type: 0, custom_role_id: 7001 });
  }
});

const addRule = (conditions: unknown, persona = 'admin') =>
  account.call(persona, 'POST', rules, { access_rule: { title: 'Rule', conditions } });
const setPolicy = (allowed: Record<string, unknown>) =>
  account.call('admin', 'PATCH', policy, { policy: { records: allowed } });

/** Grants everything, bound to a rule of these conditions. */
async function bindAll(conditions: unknown): Promise<void> {
  const rule_id = at((await addRule(conditions)).body, 'access_rule.id');
  const grant = { allowed: true, rule_id };
  expect((await setPolicy({ read: grant, create: grant, update: grant, delete: grant })).status).toBe(200);
}

describe('an access rule', () => {
  it('is made, shown, changed and deleted by admins only', async () => {
    expect((await addRule(own, 'agent')).status).toBe(403);
    const made = await addRule(own);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ access_rule: { title: 'Rule', conditions: { ...own, any: [] } } });
    const path = `${rules}/${at(made.body, 'access_rule.id')}`;
    const changed = await account.call('admin', 'PATCH', path, { access_rule: { title: 'Mine' } });
    expect(changed.body).toMatchObject({ access_rule: { title: 'Mine', conditions: own } });
    expect((await account.call('admin', 'GET', rules)).body).toMatchObject({
      access_rules: [{ title: 'Mine' }],
    });
    expect((await account.call('agent', 'GET', path)).status).toBe(403);
    expect((await account.call('admin', 'DELETE', path)).status).toBe(204);
    expect((await account.call('admin', 'GET', path)).status).toBe(404);
  });

  it.each([
    ['no condition', { all: [] }],
    ['a field nobody knows', { all: [{ field: 'colour', operator: 'is', value: 'red' }] }],
    [
      'an operator the type does not have',
      { all: [{ field: 'state', operator: 'greater_than', value: 'a' }] },
    ],
  ])('is refused for %s', async (_what, conditions) => {
    expect((await addRule(conditions)).status).toBe(422);
  });

  it('may test what the definitions list', async () => {
    const reply = await account.call('admin', 'GET', `${rules}/definitions`);
    const rows = at(reply.body, 'definitions.conditions_all') as {
      subject: string;
      operators: { value: string }[];
    }[];
    const state = rows.find((row) => row.subject === 'custom_object.note.custom_fields.state');
    expect(state?.operators.map((operator) => operator.value)).toEqual(['is', 'is_not', 'present']);
    expect((await addRule({ all: [{ field: state?.subject, operator: 'is', value: 'open' }] })).status).toBe(
      201,
    );
  });
});

describe('a role bound to its own records', () => {
  it('finds no trace of a colleague’s, wherever it looks', async () => {
    await bindAll(own);
    await addNote(account, { name: 'mine', external_id: 'e1' });
    const made = await account.call('lead', 'POST', records, {
      custom_object_record: { name: 'theirs', external_id: 'e2' },
    });
    const id = at(made.body, 'custom_object_record.id');
    const names = async (method: string, path: string, body?: unknown) => {
      const reply = await account.call('agent', method, path, body);
      return (at(reply.body, 'custom_object_records') as { name: string }[]).map((record) => record.name);
    };
    expect(await names('GET', records)).toEqual(['mine']);
    expect(await names('GET', `${records}?filter[external_ids]=e1,e2`)).toEqual(['mine']);
    expect(await names('GET', `${records}/search?query=`)).toEqual(['mine']);
    expect(await names('POST', `${records}/search`, { filter: {} })).toEqual(['mine']);
    expect(await names('GET', `${records}/autocomplete?name=t`)).toEqual([]);
    account.world.advance(120_000);
    const since = Math.floor(account.world.now() / 1000) - 3600;
    expect(await names('GET', `/incremental/custom_objects/note/cursor?start_time=${since}`)).toEqual([
      'mine',
    ]);
    expect((await account.call('agent', 'GET', `${records}/count`)).body).toMatchObject({
      count: { value: 1 },
    });
    expect((await account.call('agent', 'GET', `${records}/${id}`)).status).toBe(404);
    expect(
      (await account.call('agent', 'PATCH', `${records}/${id}`, { custom_object_record: {} })).status,
    ).toBe(404);
    expect((await account.call('agent', 'DELETE', `${records}?external_id=e2`)).status).toBe(404);
    expect((await account.call('admin', 'GET', `${records}/count`)).body).toMatchObject({
      count: { value: 2 },
    });
  });
});

describe('a role that may change only some records', () => {
  it('reads the others and is refused their change', async () => {
    const rule_id = at(
      (await addRule({ all: [{ field: 'state', operator: 'is', value: 'open' }] })).body,
      'access_rule.id',
    );
    await setPolicy({
      read: { allowed: true },
      create: { allowed: true, rule_id },
      update: { allowed: true, rule_id },
    });
    const refused = await account.call('agent', 'POST', records, { custom_object_record: { name: 'a' } });
    expect(refused.status).toBe(403);
    const { id } = await addNote(account, { name: 'b', custom_object_fields: { state: 'open' } });
    const close = { custom_object_record: { custom_object_fields: { state: 'done' } } };
    expect((await account.call('agent', 'PATCH', `${records}/${id}`, close)).status).toBe(200);
    expect((await account.call('agent', 'PATCH', `${records}/${id}`, close)).status).toBe(403);
    expect((await account.call('agent', 'GET', `${records}/${id}`)).status).toBe(200);
  });
});

describe('a policy', () => {
  it.each([
    [
      'binds reading to a rule and leaves writing free',
      (rule_id: unknown) => ({ read: { allowed: true, rule_id }, update: { allowed: true } }),
    ],
    ['names a rule that is not there', () => ({ read: { allowed: true, rule_id: 99 } })],
  ])('is refused when it %s', async (_what, allowed) => {
    const rule = await addRule(own);
    expect((await setPolicy(allowed(at(rule.body, 'access_rule.id')))).status).toBe(422);
    expect((await account.call('agent', 'GET', records)).status).toBe(403);
  });
});
