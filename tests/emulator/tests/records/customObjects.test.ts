import { beforeEach, describe, expect, it } from 'vitest';
import { type Account, addNote, at, openAccount, withNotes } from './account.ts';

let account: Account;

beforeEach(() => {
  account = openAccount();
});

const addObject = (key: string, persona = 'admin') =>
  account.call(persona, 'POST', '/custom_objects', {
    custom_object: { key, title: 'Car', title_pluralized: 'Cars' },
  });
const addField = (field: unknown, persona = 'admin') =>
  account.call(persona, 'POST', '/custom_objects/note/fields', { custom_object_field: field });

describe('an object', () => {
  it('is made by admins and read by agents', async () => {
    expect((await addObject('car', 'agent')).status).toBe(403);
    expect((await addObject('car')).status).toBe(201);
    const reply = await account.call('agent', 'GET', '/custom_objects/car');
    expect(at(reply.body, 'custom_object')).toMatchObject({
      key: 'car',
      title: 'Car',
      include_in_list_view: true,
      created_by_user_id: expect.any(String),
    });
    expect((await account.call('agent', 'PATCH', '/custom_objects/car', { custom_object: {} })).status).toBe(
      403,
    );
    const changed = await account.call('admin', 'PATCH', '/custom_objects/car', {
      custom_object: { include_in_list_view: false },
    });
    expect(at(changed.body, 'custom_object')).toMatchObject({ title: 'Car', include_in_list_view: false });
  });

  it.each([
    ['a taken key', { key: 'car', title: 'x', title_pluralized: 'xs' }, 'key'],
    ['a key with spaces', { key: 'my car', title: 'x', title_pluralized: 'xs' }, 'key'],
    ['no title', { key: 'van', title_pluralized: 'xs' }, 'title'],
    ['no plural', { key: 'van', title: 'x' }, 'title_pluralized'],
  ])('is refused for %s', async (_what, custom_object, member) => {
    await addObject('car');
    const reply = await account.call('admin', 'POST', '/custom_objects', { custom_object });
    expect(reply.status).toBe(422);
    expect(Object.keys(at(reply.body, 'details') as object)).toEqual([member]);
  });

  it('takes its fields and records along when deleted', async () => {
    await withNotes(account);
    await addNote(account, { name: 'a' });
    expect((await account.call('agent', 'DELETE', '/custom_objects/note')).status).toBe(403);
    expect((await account.call('admin', 'DELETE', '/custom_objects/note')).status).toBe(204);
    expect((await account.call('agent', 'GET', '/custom_objects/note/records')).status).toBe(404);
    await addObject('note');
    expect((await account.call('agent', 'GET', '/custom_objects/note/records/count')).body).toMatchObject({
      count: { value: 0 },
    });
    expect((await account.call('agent', 'GET', '/custom_objects/note/fields')).body).toMatchObject({
      custom_object_fields: [],
    });
  });

  it.each([
    ['suite_team', 3],
    ['suite_growth', 5],
    ['suite_professional', 30],
    ['suite_enterprise', 50],
  ] as const)('is one of the plan’s: %s allows %i', async (plan, most) => {
    account.world.plan = plan;
    for (let number = 0; number < most; number += 1)
      expect((await addObject(`car${number}`)).status).toBe(201);
    expect((await addObject('one_more')).status).toBe(422);
    const limit = await account.call('admin', 'GET', '/custom_objects/limits/object_limit');
    expect(limit.body).toEqual({ count: most, limit: most });
    expect((await account.call('agent', 'GET', '/custom_objects/limits/object_limit')).status).toBe(403);
  });
});

describe('a field', () => {
  beforeEach(() => withNotes(account));

  it('is found by key and by id, its options with ids', async () => {
    const byKey = await account.call('agent', 'GET', '/custom_objects/note/fields/state');
    expect(at(byKey.body, 'custom_object_field')).toMatchObject({
      type: 'dropdown',
      custom_field_options: [
        { id: expect.any(Number), name: 'Open', raw_name: 'Open', value: 'open' },
        { value: 'done' },
      ],
    });
    const byId = await account.call(
      'agent',
      'GET',
      `/custom_objects/note/fields/${at(byKey.body, 'custom_object_field.id')}`,
    );
    expect(byId.body).toEqual(byKey.body);
    expect((await account.call('agent', 'GET', '/custom_objects/note/fields/none')).status).toBe(404);
  });

  it.each([
    ['no key', { title: 'x' }, 'key'],
    ['a taken key', { key: 'state', title: 'x' }, 'key'],
    ['no title', { key: 'x' }, 'title'],
    ['a type nobody knows', { key: 'x', title: 'x', type: 'tagger' }, 'type'],
    ['a dropdown without options', { key: 'x', title: 'x', type: 'dropdown' }, 'custom_field_options'],
    [
      'an option twice',
      {
        key: 'x',
        title: 'x',
        type: 'dropdown',
        custom_field_options: [
          { name: 'a', value: 'a' },
          { name: 'b', value: 'a' },
        ],
      },
      'custom_field_options',
    ],
    ['a lookup to nowhere', { key: 'x', title: 'x', type: 'lookup' }, 'relationship_target_type'],
    [
      'a lookup to an unknown object',
      { key: 'x', title: 'x', type: 'lookup', relationship_target_type: 'zen:custom_object:none' },
      'relationship_target_type',
    ],
    [
      'a pattern that is none',
      { key: 'x', title: 'x', type: 'regexp', regexp_for_validation: '(' },
      'regexp_for_validation',
    ],
  ])('is refused for %s', async (_what, field, member) => {
    const reply = await addField(field);
    expect(reply.status).toBe(422);
    expect(Object.keys(at(reply.body, 'details') as object)).toEqual([member]);
  });

  it('is made, changed and deleted by admins only', async () => {
    expect((await addField({ key: 'x', title: 'x' }, 'agent')).status).toBe(403);
    expect(
      (await account.call('agent', 'PATCH', '/custom_objects/note/fields/state', { custom_object_field: {} }))
        .status,
    ).toBe(403);
    expect((await account.call('agent', 'DELETE', '/custom_objects/note/fields/state')).status).toBe(403);
  });

  it('may link to other things five times on small plans', async () => {
    account.world.plan = 'suite_team';
    for (const key of ['l3', 'l4', 'l5']) {
      expect(
        (await addField({ key, title: key, type: 'lookup', relationship_target_type: 'zen:ticket' })).status,
      ).toBe(201);
    }
    expect(
      (await addField({ key: 'l6', title: 'l6', type: 'lookup', relationship_target_type: 'zen:ticket' }))
        .status,
    ).toBe(422);
  });

  it('is one of a hundred', async () => {
    const reply = await account.call('agent', 'GET', '/custom_objects/note/limits/field_limit');
    expect(reply.body).toEqual({ count: 11, limit: 100 });
    for (let number = 11; number < 100; number += 1) await addField({ key: `f${number}`, title: 'f' });
    expect((await addField({ key: 'f100', title: 'f' })).status).toBe(422);
  });

  it('loses the options a change leaves out, and keeps the ids of the others', async () => {
    const before = await account.call('agent', 'GET', '/custom_objects/note/fields/state');
    const reply = await account.call('admin', 'PATCH', '/custom_objects/note/fields/state', {
      custom_object_field: { custom_field_options: [{ name: 'Finished', value: 'done' }] },
    });
    expect(at(reply.body, 'custom_object_field.custom_field_options')).toMatchObject([
      {
        id: at(before.body, 'custom_object_field.custom_field_options.1.id'),
        name: 'Finished',
        value: 'done',
      },
    ]);
  });

  it('takes its values along when deleted', async () => {
    const { id } = await addNote(account, { name: 'a', custom_object_fields: { rank: 4 } });
    expect((await account.call('admin', 'DELETE', '/custom_objects/note/fields/rank')).status).toBe(204);
    await addField({ key: 'rank', title: 'Rank', type: 'integer' });
    const shown = await account.call('agent', 'GET', `/custom_objects/note/records/${id}`);
    expect(at(shown.body, 'custom_object_record.custom_object_fields.rank')).toBeNull();
  });

  it('changes its place by reordering', async () => {
    const listed = await account.call('agent', 'GET', '/custom_objects/note/fields');
    const fields = at(listed.body, 'custom_object_fields') as { id: number; key: string }[];
    const ids = fields.map((field) => field.id).reverse();
    await account.call('admin', 'PUT', '/custom_objects/note/fields/reorder', {
      custom_object_field_ids: ids,
    });
    const after = await account.call('agent', 'GET', '/custom_objects/note/fields');
    expect((at(after.body, 'custom_object_fields') as { id: number }[]).map((field) => field.id)).toEqual(
      ids,
    );
  });
});

describe('the name of records', () => {
  const name = '/custom_objects/note/fields/standard::name';
  const setUnique = (is_unique: boolean) =>
    account.call('admin', 'PATCH', name, { custom_object_field: { properties: { is_unique } } });

  it('is a standard field, listed when asked for', async () => {
    await withNotes(account);
    const listed = await account.call(
      'agent',
      'GET',
      '/custom_objects/note/fields?include_standard_fields=true',
    );
    expect(
      (at(listed.body, 'custom_object_fields') as { key: string }[]).slice(0, 2).map((field) => field.key),
    ).toEqual(['standard::name', 'standard::external_id']);
  });

  it('can be made unique before the first record and not after', async () => {
    await withNotes(account, false);
    expect((await setUnique(true)).status).toBe(200);
    expect((await setUnique(false)).status).toBe(200);
    await addNote(account, { name: 'a' });
    const refused = await setUnique(true);
    expect(refused.status).toBe(422);
    expect(at(refused.body, 'error')).toBe('RecordInvalid');
    expect((await setUnique(false)).status).toBe(200);
  });

  it('can number itself, and is then no longer written by hand', async () => {
    await withNotes(account);
    const properties = {
      autoincrement_enabled: true,
      autoincrement_prefix: 'N-',
      autoincrement_padding: 3,
      autoincrement_next_sequence: 7,
    };
    await account.call('admin', 'PATCH', name, { custom_object_field: { properties } });
    expect((await addNote(account, {})).name).toBe('N-007');
    expect((await addNote(account, {})).name).toBe('N-008');
    const byHand = await account.call('agent', 'POST', '/custom_objects/note/records', {
      custom_object_record: { name: 'x' },
    });
    expect(byHand.status).toBe(422);
  });
});

describe('the account’s record limit', () => {
  it('counts the records of all objects', async () => {
    await withNotes(account);
    await addNote(account, { name: 'a' });
    const reply = await account.call('agent', 'GET', '/custom_objects/limits/record_limit');
    expect(reply.body).toEqual({ count: 1, limit: 1_000_000 });
  });
});
