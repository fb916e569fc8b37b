import { beforeAll, describe, expect, it } from 'vitest';
import { storyNow } from '../../world/world.ts';
import { type Account, addNote, at, openAccount, withNotes } from './account.ts';

const records = '/custom_objects/note/records';
let account: Account;

/** An account with that many notes, put straight into the world, as a generator does. */
async function withMany(many: number): Promise<Account> {
  const account = openAccount();
  await withNotes(account);
  const { world } = account;
  for (let number = 0; number < many; number += 1) {
    world.customObjectRecords.put({
      id: world.nextUlid(),
      object_key: 'note',
      name: `2026-11-${String((number * 7919) % many).padStart(6, '0')}`,
      external_id: `ticket:${number}`,
      custom_object_fields: { state: number % 10 === 0 ? 'open' : 'done', rank: number % 97 },
      created_by_user_id: 1,
      updated_by_user_id: 1,
      created_at: storyNow - number * 1000,
      updated_at: storyNow - number * 1000,
      deleted_at: null,
    });
  }
  return account;
}

beforeAll(async () => {
  account = await withMany(100_000);
});

const search = (filter: unknown, query: string) =>
  account.call('agent', 'POST', `${records}/search${query}`, { filter });
const open = { 'custom_object_fields.state': { $eq: 'open' } };

describe('with 100,000 records', () => {
  it('a sorted search finds the first of all, and a middle page the next', async () => {
    const first = await search(open, '?sort=name&page[size]=100');
    const names = (at(first.body, 'custom_object_records') as { name: string }[]).map(
      (record) => record.name,
    );
    expect(names).toHaveLength(100);
    expect(names).toEqual([...names].sort());
    expect(names[0]).toBe('2026-11-000000');
    const next = await search(
      open,
      `?sort=name&page[size]=100&page[after]=${at(first.body, 'meta.after_cursor')}`,
    );
    expect(String(at(next.body, 'custom_object_records.0.name')) > String(names[99])).toBe(true);
  });

  it('a sorted search costs no more than a few passes over the records', async () => {
    await search(open, '?sort=name');
    const cost = async (run: () => unknown) => {
      const started = performance.now();
      await run();
      return performance.now() - started;
    };
    const pass = () => {
      const values = [...account.world.customObjectRecords.values()];
      return values.sort((one, other) => (one.name < other.name ? -1 : 1)).length;
    };
    const floors = await Promise.all([cost(pass), cost(pass), cost(pass)]);
    const costs: number[] = [];
    for (let round = 0; round < 3; round += 1) costs.push(await cost(() => search(open, '?sort=name')));
    expect(Math.min(...costs)).toBeLessThan(Math.max(100, 2 * Math.min(...floors)));
  });

  it('a record is found by its external id at once, and a taken one refused', async () => {
    const found = await account.call('agent', 'GET', `${records}?filter[external_ids]=ticket:99999,ticket:5`);
    expect(found.body).toMatchObject({ count: 2 });
    const refused = await account.call('agent', 'POST', records, {
      custom_object_record: { name: 'new', external_id: 'ticket:77777' },
    });
    expect(refused.status).toBe(422);
    expect((await addNote(account, { name: 'new' })).name).toBe('new');
  });
});

describe('with 20,000 records', () => {
  it('the increment tells each once in order of change, and a page costs no pass over all of them', async () => {
    const many = await withMany(20_000);
    let reads = 0;
    const { filter } = many.world.customObjectRecords;
    many.world.customObjectRecords.filter = (isWanted) => {
      reads += 1;
      return filter.call(many.world.customObjectRecords, isWanted);
    };
    const seen: string[] = [];
    let path = '/incremental/custom_objects/note/cursor?start_time=1';
    for (let hasMore = true; hasMore; ) {
      many.wait(61_000);
      const { body } = await many.call('agent', 'GET', path);
      const rows = at(body, 'custom_object_records') as { id: string; updated_at: string }[];
      seen.push(...rows.map((row) => `${row.updated_at} ${row.id}`));
      hasMore = at(body, 'meta.has_more') === true;
      path = `/incremental/custom_objects/note/cursor?cursor=${at(body, 'after_cursor')}`;
    }
    expect(new Set(seen).size).toBe(20_000);
    expect(seen).toEqual([...seen].sort());
    expect(reads).toBe(1);
  });

  it('a hundred external ids are found without a look at the rest', async () => {
    const many = await withMany(20_000);
    const ids = Array.from({ length: 100 }, (_, number) => `ticket:${number * 131}`).join();
    await many.call('agent', 'GET', `${records}?filter[external_ids]=ticket:1`);
    many.world.customObjectRecords.values = () => {
      throw new Error('all records were read');
    };
    const { body } = await many.call('agent', 'GET', `${records}?filter[external_ids]=${ids}`);
    expect(at(body, 'custom_object_records')).toHaveLength(100);
  });
});

describe('with a few more than 10,000 records', () => {
  it.each([
    ['without sort stops at 10,000', '', 10_000],
    ['with sort goes on', 'sort=name&', 10_150],
  ])(
    'a search %s',
    async (_what, sort, expected) => {
      const crowded = await withMany(10_150);
      let found = 0;
      let cursor: unknown = '';
      do {
        const reply = await crowded.call(
          'agent',
          'POST',
          `${records}/search?${sort}page[size]=100${cursor ? `&page[after]=${cursor}` : ''}`,
          { filter: {} },
        );
        found += Number(at(reply.body, 'count'));
        cursor = at(reply.body, 'meta.after_cursor');
      } while (cursor);
      expect(found).toBe(expected);
    },
    60_000,
  );
});
