import { beforeEach, describe, expect, it } from 'vitest';
import { personas } from '../../world/people.ts';
import { type Account, addNote, at, openAccount, withNotes } from './account.ts';

let account: Account;
const search = '/custom_objects/note/records/search';

const namesOf = (body: unknown) =>
  (at(body, 'custom_object_records') as { name: string }[]).map((record) => record.name);
const find = async (filter: unknown, query = '?sort=name', persona = 'agent') =>
  account.call(persona, 'POST', `${search}${query}`, { filter });

beforeEach(async () => {
  account = openAccount();
  account.world.unknowns.indexLagSeconds = 0;
  await withNotes(account);
  const rows = [
    {
      name: 'alpha',
      external_id: 'e1',
      custom_object_fields: {
        state: 'open',
        rank: 1,
        ok: true,
        day: '2026-11-01',
        marks: ['open'],
        body: 'Login page broken',
      },
    },
    {
      name: 'beta',
      external_id: 'e2',
      custom_object_fields: {
        state: 'done',
        rank: 5,
        ok: false,
        day: '2026-11-10',
        marks: ['open', 'done'],
        owner: String(personas.lead),
      },
    },
    { name: 'gamma ray', custom_object_fields: { rank: 9, body: 'Refund of alpha' } },
  ];
  for (const row of rows) {
    await addNote(account, row);
    account.world.advance(60_000);
  }
});

describe('a filter', () => {
  const field = (key: string, comparison: unknown) => ({ [`custom_object_fields.${key}`]: comparison });

  it.each([
    ['an option', field('state', { $eq: 'open' }), ['alpha']],
    ['another option', field('state', { $noteq: 'open' }), ['beta', 'gamma ray']],
    ['one of several options', field('state', { $in: ['open', 'done'] }), ['alpha', 'beta']],
    ['none of several options', field('state', { $nin: ['open'] }), ['beta', 'gamma ray']],
    ['a value at all', field('state', { $exists: true }), ['alpha', 'beta']],
    ['no value', field('state', { $exists: false }), ['gamma ray']],
    ['more than', field('rank', { $gt: 5 }), ['gamma ray']],
    ['at least', field('rank', { $gte: 5 }), ['beta', 'gamma ray']],
    ['a range', field('rank', { $gt: 1, $lt: 9 }), ['beta']],
    ['a checkbox', field('ok', { $eq: true }), ['alpha']],
    ['a day before', field('day', { $lt: '2026-11-10' }), ['alpha']],
    ['a day up to and with', field('day', { $lte: '2026-11-10' }), ['alpha', 'beta']],
    ['a person', field('owner', { $eq: String(personas.lead) }), ['beta']],
    ['an option among several', field('marks', { $contains: 'done' }), ['beta']],
    ['part of a text', field('body', { $contains: 'PAGE' }), ['alpha']],
    ['no such part', field('body', { $ncontains: 'page' }), ['beta', 'gamma ray']],
    ['an external id', { external_id: { $eq: 'e2' } }, ['beta']],
    ['part of a name', { name: { $contains: 'a ray' } }, ['gamma ray']],
    ['who made it', { created_by_user: { $eq: String(personas.agent) } }, ['alpha', 'beta', 'gamma ray']],
    ['who changed it last', { updated_by_user: { $eq: String(personas.lead) } }, []],
    ['when it was made', { created_at: { $gt: '2026-11-18T09:12:30Z' } }, ['beta', 'gamma ray']],
    ['all of several', { $and: [field('rank', { $gt: 1 }), field('ok', { $eq: false })] }, ['beta']],
    [
      'one of several',
      { $or: [field('rank', { $eq: 9 }), { external_id: { $eq: 'e1' } }] },
      ['alpha', 'gamma ray'],
    ],
    [
      'both kinds together',
      {
        $and: [field('rank', { $lt: 9 })],
        $or: [field('state', { $eq: 'done' }), field('state', { $eq: 'gone' })],
      },
      ['beta'],
    ],
    ['nothing', {}, ['alpha', 'beta', 'gamma ray']],
  ])('finds %s', async (_what, filter, names) => {
    const reply = await find(filter);
    expect(reply.status).toBe(200);
    expect(namesOf(reply.body)).toEqual(names);
  });

  it.each([
    ['an unknown field', field('colour', { $eq: 'red' })],
    ['a custom field without its prefix', { state: { $eq: 'open' } }],
    ['an unknown operator', field('state', { $like: 'o' })],
    ['an operator the type does not have', field('state', { $gt: 'a' })],
    ['an operator a standard field does not have', { name: { $eq: 'alpha' } }],
    ['a list where one value is due', field('state', { $eq: ['open'] })],
    ['one value where a list is due', field('state', { $in: 'open' })],
    ['a value without an operator', field('state', 'open')],
    ['logic inside logic', { $and: [{ $or: [field('state', { $eq: 'open' })] }] }],
    ['empty logic', { $and: [] }],
    ['no object', 'state=open'],
    ['a time that is none', { updated_at: { $gt: 'yesterday' } }],
  ])('is refused with 400 for %s', async (_what, filter) => {
    const reply = await find(filter);
    expect(reply.status).toBe(400);
    expect(at(reply.body, 'error.message')).toBeTruthy();
  });

  it.each(['sort=rank', 'sort=custom_object_fields.rank', 'page[size]=500'])(
    'is refused with %s',
    async (query) => {
      expect((await find({}, `?${query}`)).status).toBe(400);
    },
  );

  it('turns pages in the order asked for', async () => {
    const first = await find({}, '?sort=-created_at&page[size]=2');
    expect(namesOf(first.body)).toEqual(['gamma ray', 'beta']);
    expect(first.body).toMatchObject({ count: 2, meta: { has_more: true } });
    const rest = await find(
      {},
      `?sort=-created_at&page[size]=2&page[after]=${at(first.body, 'meta.after_cursor')}`,
    );
    expect(namesOf(rest.body)).toEqual(['alpha']);
  });
});

describe('a search by words', () => {
  it.each([
    ['the start of a word', 'gam', ['gamma ray']],
    ['a later word', 'ray', ['gamma ray']],
    ['two words in any order', 'page login', ['alpha']],
    ['capitals', 'LOGIN', ['alpha']],
    ['nothing in the middle of a word', 'amma', []],
    ['names before mentions', 'alpha', ['alpha', 'gamma ray']],
  ])('finds %s', async (_what, words, names) => {
    const reply = await account.call('agent', 'GET', `${search}?query=${encodeURIComponent(words)}`);
    expect(namesOf(reply.body)).toEqual(names);
  });

  it('completes the name of a record', async () => {
    const reply = await account.call('agent', 'GET', '/custom_objects/note/records/autocomplete?name=al');
    expect(namesOf(reply.body)).toEqual(['alpha']);
  });
});

describe('the index', () => {
  const lagged = { name: { $contains: 'delta' } };

  beforeEach(() => {
    account.world.unknowns.indexLagSeconds = 3;
  });

  it('learns of a new record seconds later, while reads by id know it at once', async () => {
    const { id } = await addNote(account, { name: 'delta', external_id: 'd' });
    expect(namesOf((await find(lagged)).body)).toEqual([]);
    expect((await account.call('agent', 'GET', `/custom_objects/note/records/${id}`)).status).toBe(200);
    const listed = await account.call('agent', 'GET', '/custom_objects/note/records?filter[external_ids]=d');
    expect(namesOf(listed.body)).toEqual(['delta']);
    account.wait(3000);
    expect(namesOf((await find(lagged)).body)).toEqual(['delta']);
  });

  it('shows a changed record as it was, and a deleted one as if it were there', async () => {
    const found = await find({ external_id: { $eq: 'e1' } });
    const id = at(found.body, 'custom_object_records.0.id');
    account.wait(5000);
    const path = `/custom_objects/note/records/${id}`;
    await account.call('agent', 'PATCH', path, {
      custom_object_record: { custom_object_fields: { state: 'done' } },
    });
    expect(namesOf((await find({ 'custom_object_fields.state': { $eq: 'open' } })).body)).toEqual(['alpha']);
    account.wait(3000);
    expect(namesOf((await find({ 'custom_object_fields.state': { $eq: 'open' } })).body)).toEqual([]);
    await account.call('agent', 'DELETE', path);
    expect(namesOf((await find({ external_id: { $eq: 'e1' } })).body)).toEqual(['alpha']);
    account.wait(3000);
    expect(namesOf((await find({ external_id: { $eq: 'e1' } })).body)).toEqual([]);
  });
});
