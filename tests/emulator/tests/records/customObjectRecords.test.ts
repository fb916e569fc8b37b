import { beforeEach, describe, expect, it } from 'vitest';
import { personas } from '../../world/people.ts';
import { type Account, addNote, at, openAccount, withNotes } from './account.ts';

let account: Account;
const records = '/custom_objects/note/records';

beforeEach(async () => {
  account = openAccount();
  await withNotes(account);
});

const post = (record: unknown, persona = 'agent') =>
  account.call(persona, 'POST', records, { custom_object_record: record });

describe('a record', () => {
  it('is answered in Zendesk’s shape, with ids of people as strings and whole seconds', async () => {
    const reply = await post({ name: 'One', external_id: 'e1', custom_object_fields: { rank: 3 } });
    expect(reply.status).toBe(201);
    expect(at(reply.body, 'custom_object_record')).toMatchObject({
      id: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
      name: 'One',
      external_id: 'e1',
      custom_object_key: 'note',
      created_by_user_id: String(personas.agent),
      updated_by_user_id: String(personas.agent),
      created_at: '2026-11-18T09:12:00Z',
      updated_at: '2026-11-18T09:12:00Z',
      custom_object_fields: { rank: 3, body: null },
    });
  });

  it('keeps what a change does not name', async () => {
    const { id } = await addNote(account, { name: 'One', custom_object_fields: { rank: 3, body: 'x' } });
    account.world.advance(60_000);
    const reply = await account.call('lead', 'PATCH', `${records}/${id}`, {
      custom_object_record: { custom_object_fields: { body: 'y' } },
    });
    expect(reply.status).toBe(200);
    expect(at(reply.body, 'custom_object_record')).toMatchObject({
      name: 'One',
      custom_object_fields: { rank: 3, body: 'y' },
      created_by_user_id: String(personas.agent),
      updated_by_user_id: String(personas.lead),
      updated_at: '2026-11-18T09:13:00Z',
    });
  });

  it('is gone once deleted', async () => {
    const { id } = await addNote(account, { name: 'One', external_id: 'e1' });
    expect((await account.call('agent', 'DELETE', `${records}/${id}`)).status).toBe(204);
    expect((await account.call('agent', 'GET', `${records}/${id}`)).status).toBe(404);
    expect((await account.call('agent', 'DELETE', `${records}/${id}`)).status).toBe(404);
    expect((await post({ name: 'One', external_id: 'e1' })).status).toBe(201);
  });

  it.each([
    ['no name', {}, 'name'],
    ['an empty name', { name: ' ' }, 'name'],
    ['a key that is no field', { name: 'a', custom_object_fields: { colour: 'red' } }, 'colour'],
    ['a number as text', { name: 'a', custom_object_fields: { body: 4 } }, 'body'],
    ['text as a number', { name: 'a', custom_object_fields: { rank: '4' } }, 'rank'],
    ['a fraction as an integer', { name: 'a', custom_object_fields: { rank: 4.5 } }, 'rank'],
    ['text as a checkbox', { name: 'a', custom_object_fields: { ok: 'true' } }, 'ok'],
    ['a day that is none', { name: 'a', custom_object_fields: { day: '2026-02-30' } }, 'day'],
    ['a text that is no date', { name: 'a', custom_object_fields: { day: 'soon' } }, 'day'],
    ['a value that is no option', { name: 'a', custom_object_fields: { state: 'gone' } }, 'state'],
    ['one bad option of several', { name: 'a', custom_object_fields: { marks: ['open', 'gone'] } }, 'marks'],
    [
      'a single option where several are due',
      { name: 'a', custom_object_fields: { marks: 'open' } },
      'marks',
    ],
    ['text against the pattern', { name: 'a', custom_object_fields: { code: 'abc' } }, 'code'],
    ['a person’s id as a number', { name: 'a', custom_object_fields: { owner: personas.lead } }, 'owner'],
    ['a person nobody knows', { name: 'a', custom_object_fields: { owner: '12' } }, 'owner'],
    ['a record nobody knows', { name: 'a', custom_object_fields: { next: 'external_id:none' } }, 'next'],
    ['more than 32 KB', { name: 'a', custom_object_fields: { long: 'x'.repeat(33_000) } }, 'base'],
  ])('is refused for %s, naming the member', async (_why, record, member) => {
    const reply = await post(record);
    expect(reply.status).toBe(422);
    expect(at(reply.body, 'error')).toBe('RecordInvalid');
    expect(Object.keys(at(reply.body, 'details') as object)).toEqual([member]);
    expect((await account.call('agent', 'GET', `${records}/count`)).body).toMatchObject({
      count: { value: 0 },
    });
  });

  it('keeps every type of value, a date with the precision of a day', async () => {
    await addNote(account, { name: 'zero', external_id: 'z' });
    const values = {
      body: 'b',
      ok: false,
      rank: -2,
      share: 0.25,
      code: 'AB',
      state: 'open',
      marks: ['open', 'done'],
      owner: String(personas.lead),
    };
    const record = await addNote(account, {
      name: 'all',
      custom_object_fields: { ...values, day: '2026-11-18T23:10:00Z', next: 'external_id:z' },
    });
    const zero = await account.call('agent', 'GET', `${records}?filter[external_ids]=z`);
    expect(record.custom_object_fields).toMatchObject({
      ...values,
      day: '2026-11-18',
      next: at(zero.body, 'custom_object_records.0.id'),
    });
  });

  it('is cleared of a value by null', async () => {
    const { id } = await addNote(account, { name: 'One', custom_object_fields: { state: 'open' } });
    const reply = await account.call('agent', 'PATCH', `${records}/${id}`, {
      custom_object_record: { custom_object_fields: { state: null } },
    });
    expect(at(reply.body, 'custom_object_record.custom_object_fields.state')).toBeNull();
  });
});

describe('a taken name or external id', () => {
  it.each([
    ['name', { name: 'One' }],
    ['external_id', { name: 'Two', external_id: 'e1' }],
  ])('refuses a second record with the same %s', async (member, second) => {
    await addNote(account, { name: 'One', external_id: 'e1' });
    const reply = await post(second);
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({
      error: 'RecordInvalid',
      details: { [member]: [{ error: 'DuplicateValue' }] },
    });
  });

  it('is refused with 409 on an account that answers so', async () => {
    account.world.unknowns.duplicateStatus = 409;
    await addNote(account, { name: 'One' });
    expect((await post({ name: 'One' })).status).toBe(409);
  });

  it('lets exactly one of two simultaneous creations win', async () => {
    const replies = await Promise.all([post({ name: 'lock:1' }), post({ name: 'lock:1' }, 'lead')]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, 422]);
    expect((await account.call('agent', 'GET', `${records}/count`)).body).toMatchObject({
      count: { value: 1 },
    });
  });

  it('is no obstacle where names need not be unique', async () => {
    account = openAccount();
    await withNotes(account, false);
    await addNote(account, { name: 'One' });
    expect((await post({ name: 'One' })).status).toBe(201);
  });

  it('does not stand in the way of the record that has it', async () => {
    const { id } = await addNote(account, { name: 'One', external_id: 'e1' });
    const body = { custom_object_record: { name: 'One', external_id: 'e1' } };
    expect((await account.call('agent', 'PATCH', `${records}/${id}`, body)).status).toBe(200);
  });
});

describe('an upsert', () => {
  const upsert = (query: string, record: unknown) =>
    account.call('agent', 'PATCH', `${records}?${query}`, { custom_object_record: record });

  it('creates, and the second time changes, the record of an external id', async () => {
    const first = await upsert('external_id=e1', { name: 'One', custom_object_fields: { rank: 1 } });
    const second = await upsert('external_id=e1', { custom_object_fields: { body: 'b' } });
    expect(first.status).toBe(200);
    expect(at(second.body, 'custom_object_record')).toMatchObject({
      id: at(first.body, 'custom_object_record.id'),
      name: 'One',
      external_id: 'e1',
      custom_object_fields: { rank: 1, body: 'b' },
    });
  });

  it('works by name where names are unique', async () => {
    const first = await upsert('name=One', { custom_object_fields: { rank: 1 } });
    const second = await upsert('name=One', { custom_object_fields: { rank: 2 } });
    expect(at(second.body, 'custom_object_record.id')).toBe(at(first.body, 'custom_object_record.id'));
  });

  it('is refused by name where names are not unique', async () => {
    account = openAccount();
    await withNotes(account, false);
    expect((await upsert('name=One', {})).status).toBe(400);
  });

  it('is refused with both and with neither', async () => {
    expect((await upsert('name=One&external_id=e1', {})).status).toBe(400);
    expect((await upsert('', { name: 'One' })).status).toBe(400);
  });

  it('deletes by external id and by name', async () => {
    await addNote(account, { name: 'One', external_id: 'e1' });
    await addNote(account, { name: 'Two' });
    expect((await account.call('agent', 'DELETE', `${records}?external_id=e1`)).status).toBe(204);
    expect((await account.call('agent', 'DELETE', `${records}?name=Two`)).status).toBe(204);
    expect((await account.call('agent', 'DELETE', `${records}?name=Two`)).status).toBe(404);
  });
});

describe('the list', () => {
  const namesOf = (body: unknown) =>
    (at(body, 'custom_object_records') as { name: string }[]).map((record) => record.name);

  it('counts the page, not the whole, and turns pages both ways', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await addNote(account, { name });
    const first = await account.call('agent', 'GET', `${records}?page[size]=2`);
    expect(first.body).toMatchObject({ count: 2, meta: { has_more: true, before_cursor: null } });
    const second = await account.call(
      'agent',
      'GET',
      `${records}?page[size]=2&page[after]=${at(first.body, 'meta.after_cursor')}`,
    );
    expect(namesOf(second.body)).toEqual(['c', 'd']);
    const back = await account.call(
      'agent',
      'GET',
      `${records}?page[size]=2&page[before]=${at(second.body, 'meta.before_cursor')}`,
    );
    expect(namesOf(back.body)).toEqual(['a', 'b']);
    const next = new URL(String(at(second.body, 'links.next')));
    const last = await account.call('agent', 'GET', next.pathname.replace('/api/v2', '') + next.search);
    expect(last.body).toMatchObject({
      count: 1,
      meta: { has_more: false, after_cursor: null },
      links: { next: null },
    });
  });

  it('sorts by last change, newest first', async () => {
    const { id } = await addNote(account, { name: 'a' });
    account.world.advance(1000);
    await addNote(account, { name: 'b' });
    account.world.advance(1000);
    await account.call('agent', 'PATCH', `${records}/${id}`, { custom_object_record: {} });
    const reply = await account.call('agent', 'GET', `${records}?sort=-updated_at`);
    expect(namesOf(reply.body)).toEqual(['a', 'b']);
  });

  it('finds by external id exactly as written, at once', async () => {
    await addNote(account, { name: 'a', external_id: 'ticket:1' });
    await addNote(account, { name: 'b', external_id: 'ticket:2' });
    const reply = await account.call(
      'agent',
      'GET',
      `${records}?filter[external_ids]=ticket:1,TICKET:2,none`,
    );
    expect(namesOf(reply.body)).toEqual(['a']);
  });

  it('finds by id', async () => {
    await addNote(account, { name: 'a' });
    const { id } = await addNote(account, { name: 'b' });
    expect(namesOf((await account.call('agent', 'GET', `${records}?filter[ids]=${id}`)).body)).toEqual(['b']);
  });

  it.each(['sort=name', 'page[size]=0', 'page[size]=101', 'page[after]=nonsense'])(
    'refuses %s',
    async (query) => {
      expect((await account.call('agent', 'GET', `${records}?${query}`)).status).toBe(400);
    },
  );
});

describe('the records that point to something', () => {
  it('are listed under what they point to', async () => {
    const fields = await account.call('agent', 'GET', '/custom_objects/note/fields');
    const owner = (at(fields.body, 'custom_object_fields') as { id: number; key: string }[]).find(
      (field) => field.key === 'owner',
    );
    await addNote(account, { name: 'hers', custom_object_fields: { owner: String(personas.lead) } });
    await addNote(account, { name: 'nobody’s' });
    const path = `/zen:user/${personas.lead}/relationship_fields/${owner?.id}/zen:custom_object:note`;
    const reply = await account.call('agent', 'GET', path);
    expect(reply.body).toMatchObject({ count: 1, custom_object_records: [{ name: 'hers' }] });
    expect((await account.call('agent', 'GET', path.replace('zen:user', 'zen:ticket'))).status).toBe(404);
  });
});
