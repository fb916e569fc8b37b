import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { movesIn } from '../../src/care/insights/statusTimes.ts';
import type { LedgerEvent } from '../../src/care/ledger.ts';
import { openLedgerCache } from '../../src/zendesk/ledgerCache.ts';

const mia = { account: 'acme', userId: '7' };
const closed: LedgerEvent = {
  kind: 'case_moved',
  body: { to: 'closed', outcome: 'recovered', note: null },
  seq: 2,
  part: 0,
  byId: '',
  at: 1000,
  operation: '',
  isEdited: false,
};
const known = { key: 'ticket:1', rev: 2, moves: movesIn([closed]) };

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('what is known of ledgers', () => {
  it('outlives the page', async () => {
    await (await openLedgerCache(mia)).write([known]);
    const next = await openLedgerCache(mia);
    expect(await next.read(['ticket:1', 'ticket:2'])).toEqual(new Map([['ticket:1', known]]));
    expect(next.isKept()).toBe(true);
  });

  it('is nobody else’s, and gone once somebody else signs in', async () => {
    await (await openLedgerCache(mia)).write([known]);
    expect((await (await openLedgerCache({ ...mia, account: 'other' })).read(['ticket:1'])).size).toBe(0);
    expect((await (await openLedgerCache({ ...mia, userId: '8' })).read(['ticket:1'])).size).toBe(0);
    await vi.waitFor(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name);
      expect(names).not.toContain('feedback-loop.ledgers/acme/7');
      expect(names).toContain('feedback-loop.ledgers/other/7');
    });
  });

  it('is thrown away where another version wrote it, and where it cannot be read', async () => {
    const name = 'feedback-loop.ledgers/acme/7';
    const old = await openDB(name, 1, {
      upgrade: (db) => void db.createObjectStore('ledgers', { keyPath: 'key' }),
    });
    await old.put('ledgers', { key: 'ticket:1', rev: 'two', moves: [] });
    await old.put('ledgers', { ...known, key: 'ticket:2', moves: [{ ...closed, body: { to: 'nowhere' } }] });
    old.close();
    expect((await (await openLedgerCache(mia)).read(['ticket:1', 'ticket:2'])).size).toBe(0);
    await deleteDB(name);
  });
});

describe('a browser that stores nothing', () => {
  it('is remembered for until the page is left', async () => {
    // As a browser refuses: what a newer version of the app has opened is no longer this one's.
    (await openDB('feedback-loop.ledgers/acme/7', 2)).close();
    const cache = await openLedgerCache(mia);
    expect(cache.isKept()).toBe(false);
    await cache.write([known]);
    expect(await cache.read(['ticket:1'])).toEqual(new Map([['ticket:1', known]]));
    expect((await (await openLedgerCache(mia)).read(['ticket:1'])).size).toBe(0);
  });

  it('may throw at the mere look, or have none at all', async () => {
    const open = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    vi.stubGlobal('indexedDB', { open });
    expect((await openLedgerCache(mia)).isKept()).toBe(false);
    vi.stubGlobal('indexedDB', undefined);
    expect((await openLedgerCache(mia)).isKept()).toBe(false);
  });

  it('may stop storing in the middle: what it holds still counts, and the rest is remembered', async () => {
    const cache = await openLedgerCache(mia);
    await cache.write([known]);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await cache.write([{ ...known, key: 'ticket:2' }]);
    put.mockRestore();
    expect(cache.isKept()).toBe(false);
    expect([...(await cache.read(['ticket:1', 'ticket:2'])).keys()]).toContain('ticket:2');
  });
});
