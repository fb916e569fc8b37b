import { beforeEach, describe, expect, it } from 'vitest';
import { createShelf, openDrafts } from '../../src/zendesk/drafts.ts';

const owner = { account: 'acme', userId: '7' };
const day = 86_400_000;
let now = 1_000;
let storage: Storage;

function createStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}

const full = (): Storage => ({
  ...createStorage(),
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
});

const open = (given = owner) => openDrafts(given, storage, () => now);

beforeEach(() => {
  now = 1_000;
  storage = createStorage();
});

describe('drafts in the browser’s storage', () => {
  it('outlive a reload', () => {
    open()?.keep('draft:reply:ticket:1', { text: 'Hello' });
    expect(open()?.recall('draft:reply:ticket:1')).toEqual({ text: 'Hello' });
    open()?.keep('draft:reply:ticket:1', null);
    expect(open()?.recall('draft:reply:ticket:1')).toBeNull();
  });

  it('are gone once another person signs in, and those of another account stay', () => {
    open()?.keep('draft:a', 'mine');
    open({ account: 'other', userId: '3' })?.keep('draft:a', 'theirs');
    open({ account: 'acme', userId: '8' });
    expect(open()?.recall('draft:a')).toBeNull();
    expect(open({ account: 'other', userId: '3' })?.recall('draft:a')).toBe('theirs');
  });

  it('of an older format are thrown away', () => {
    storage.setItem('feedback-loop.drafts.0/acme/7/draft:a', '{"at":1,"value":"old"}');
    storage.setItem('something-else', 'stays');
    open();
    expect(storage.length).toBe(1);
  });

  it('go oldest first beyond a hundred, or when they grow too large', () => {
    const drafts = open();
    for (let count = 0; count < 120; count += 1) {
      now += 1;
      drafts?.keep(`draft:${count}`, 'x');
    }
    expect([drafts?.recall('draft:19'), drafts?.recall('draft:20')]).toEqual([null, 'x']);
    now += 1;
    drafts?.keep('draft:large', 'x'.repeat(249_900));
    expect(drafts?.recall('draft:119')).not.toBeNull();
    expect(drafts?.recall('draft:20')).toBeNull();
  });

  it('go after two weeks', () => {
    open()?.keep('draft:a', 'x');
    now += 15 * day;
    expect(open()?.recall('draft:a')).toBeNull();
  });

  it('that somebody else wrote over with nonsense are nothing', () => {
    open()?.keep('draft:a', 'x');
    storage.setItem('feedback-loop.drafts.1/acme/7/draft:a', '{');
    expect(open()?.recall('draft:a')).toBeNull();
  });

  it('are not to be had where the browser blocks them or has no room', () => {
    expect(openDrafts(owner, null, () => now)).toBeNull();
    expect(openDrafts(owner, full(), () => now)).toBeNull();
  });
});

describe('the hub’s drafts', () => {
  it.each([
    ['granted', () => open(), 'browser'],
    ['blocked', () => null, 'tab'],
  ])('are kept where storage is %s, and say where', async (_, opening, place) => {
    const shelf = createShelf(Promise.resolve(opening()), new Map());
    shelf.keep('draft:a', 'x');
    expect(await shelf.recall('draft:a')).toBe('x');
    expect(await shelf.recall('drafts')).toBe(place);
    shelf.keep('draft:a', null);
    expect(await shelf.recall('draft:a')).toBeNull();
  });

  it('that no longer fit into the browser stay in memory, the newest of them', async () => {
    const drafts = open();
    const shelf = createShelf(Promise.resolve(drafts), new Map());
    shelf.keep('draft:a', 'old');
    await shelf.recall('draft:a');
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    shelf.keep('draft:a', 'new');
    expect(await shelf.recall('draft:a')).toBe('new');
  });

  it('are drafts only: what else frames keep never reaches the browser’s storage', () => {
    const shelf = createShelf(Promise.resolve(open()), new Map());
    expect(['ticket:1', 'skew', 'keys'].some(shelf.isFor)).toBe(false);
  });
});
