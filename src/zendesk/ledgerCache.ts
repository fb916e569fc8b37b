/**
 * What is known of ledgers, in the browser's own storage where it grants one: facts never change, so what was read up
 * to a number stays true. A disposable cache for one person on one account, without anything anybody typed.
 */
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import * as v from 'valibot';
import { type LedgerEvent, parseEvent } from '../care/ledger.ts';

/** Another format, another number: what an older one kept is thrown away. */
const format = 1;
const root = 'feedback-loop.ledgers';
const store = 'ledgers';

/** The moves of one case up to a number: see `movesIn`. */
export interface CachedLedger {
  key: string;
  rev: number;
  moves: readonly LedgerEvent[];
}

export interface LedgerCache {
  /** Does it outlive this page? Known once something was read or written. */
  isKept(): boolean;
  /** By key, as far as they are there. */
  read(keys: readonly string[]): Promise<Map<string, CachedLedger>>;
  write(ledgers: readonly CachedLedger[]): Promise<void>;
}

interface Owner {
  /** The account's subdomain. */
  account: string;
  userId: string;
}

const moved = v.object({ seq: v.number(), part: v.number(), at: v.number(), isEdited: v.boolean() });
const ledger = v.object({ key: v.string(), rev: v.number(), moves: v.array(v.looseObject({})) });

/** Never fails: where the browser refuses it remembers until the page is left. */
export async function openLedgerCache(owner: Owner): Promise<LedgerCache> {
  const memory = new Map<string, CachedLedger>();
  let db = await openStore(owner).catch(() => null);
  /** `null` where the storage did not do it, and from then on. */
  const attempt = async <T>(act: (open: IDBPDatabase) => Promise<T>): Promise<T | null> => {
    if (!db) return null;
    return act(db).catch(() => {
      db = null;
      return null;
    });
  };
  return {
    isKept: () => db !== null,
    async read(keys) {
      const found = new Map<string, CachedLedger>();
      const stored = await attempt((open) => readAll(open, keys));
      for (const one of stored ?? []) found.set(one.key, one);
      for (const key of keys) {
        const own = memory.get(key);
        if (own) found.set(key, own);
      }
      return found;
    },
    async write(ledgers) {
      const isStored = await attempt((open) => writeAll(open, ledgers).then(() => true));
      if (!isStored) for (const one of ledgers) memory.set(one.key, one);
    },
  };
}

async function openStore({ account, userId }: Owner): Promise<IDBPDatabase> {
  const name = `${root}/${account}/${userId}`;
  await removeForeign(`${root}/${account}/`, name);
  return openDB(name, format, {
    upgrade(db) {
      for (const old of db.objectStoreNames) db.deleteObjectStore(old);
      db.createObjectStore(store, { keyPath: 'key' });
    },
    // A newer version of the app in another tab goes first.
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase | null)?.close(),
  });
}

/** Whoever signs in next finds nothing of it. */
async function removeForeign(ofAccount: string, own: string): Promise<void> {
  const all = (await indexedDB.databases?.()) ?? [];
  const foreign = all.flatMap(({ name }) => (name?.startsWith(ofAccount) && name !== own ? [name] : []));
  for (const name of foreign) void deleteDB(name).catch(() => undefined);
}

async function readAll(db: IDBPDatabase, keys: readonly string[]): Promise<CachedLedger[]> {
  const { store: own } = db.transaction(store);
  const found = await Promise.all(keys.map((key) => own.get(key)));
  return found.flatMap((one) => cachedIn(one) ?? []);
}

async function writeAll(db: IDBPDatabase, ledgers: readonly CachedLedger[]): Promise<void> {
  const transaction = db.transaction(store, 'readwrite');
  await Promise.all([...ledgers.map((one) => transaction.store.put(one)), transaction.done]);
}

/** `null` for what cannot be read: it is read from the account again. */
function cachedIn(stored: unknown): CachedLedger | null {
  const read = v.safeParse(ledger, stored);
  if (!read.success) return null;
  const { key, rev } = read.output;
  const moves = read.output.moves.map((one): LedgerEvent | null => {
    const event = parseEvent(String(one.kind), one.body);
    const place = v.safeParse(moved, one);
    return event && place.success ? { ...event, ...place.output, byId: '', operation: '' } : null;
  });
  return moves.every((one) => one !== null) ? { key, rev, moves } : null;
}
