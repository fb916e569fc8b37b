/**
 * What people typed and have not saved, in the browser's own storage where it grants one: it outlives a reload. A
 * disposable cache for one person on one account; whoever signs in next finds nothing of it.
 */
import { jsonIn } from './json.ts';

/** Names of drafts begin so; nothing else is put into the browser's storage. */
const isDraftName = (name: string) => name.startsWith('draft:');

/** Another format, another number: entries of an older one are thrown away. */
const format = 1;
const root = 'feedback-loop.drafts.';

/** Beyond so many entries or characters the oldest go, and those of so many milliseconds ago in any case. */
const most = { entries: 100, characters: 250_000, age: 14 * 86_400_000 };

export interface Drafts {
  recall(name: string): unknown;
  /** `null` forgets. `false` where the browser had no room for it. */
  keep(name: string, value: unknown): boolean;
}

interface Owner {
  account: string;
  userId: string;
}

/** `null` where the browser grants no storage. `now` in epoch milliseconds. */
export function openDrafts(
  { account, userId }: Owner,
  storage: Storage | null,
  now: () => number,
): Drafts | null {
  if (!storage || !hasRoom(storage)) return null;
  const ofAccount = `${root}${format}/${account}/`;
  const own = `${ofAccount}${userId}/`;
  for (const key of keysIn(storage)) {
    const isForeign = key.startsWith(ofAccount) && !key.startsWith(own);
    if (isForeign || !key.startsWith(`${root}${format}/`)) storage.removeItem(key);
  }
  const forget = () => trim(storage, own, now());
  forget();
  return {
    recall: (name) => entryIn(storage.getItem(own + name))?.value ?? null,
    keep(name, value) {
      if (value === null) {
        storage.removeItem(own + name);
        return true;
      }
      try {
        storage.setItem(own + name, JSON.stringify({ at: now(), value }));
      } catch {
        storage.removeItem(own + name);
        return false;
      }
      forget();
      return true;
    },
  };
}

/** Throws where it is blocked: even looking at it does. */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function hasRoom(storage: Storage): boolean {
  try {
    storage.setItem(root, '1');
    storage.removeItem(root);
    return true;
  } catch {
    return false;
  }
}

const keysIn = (storage: Storage) =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
    key.startsWith(root),
  );

function entryIn(text: string | null): { at: number; value: unknown } | null {
  const read = text === null ? null : jsonIn(text);
  const isEntry = typeof read === 'object' && read !== null && 'at' in read && 'value' in read;
  return isEntry ? { at: Number(read.at), value: read.value } : null;
}

function trim(storage: Storage, own: string, now: number): void {
  const entries = keysIn(storage)
    .filter((key) => key.startsWith(own))
    .map((key) => ({ key, text: storage.getItem(key) ?? '' }))
    .map(({ key, text }) => ({ key, size: text.length, at: entryIn(text)?.at ?? 0 }))
    .sort((a, b) => b.at - a.at);
  let characters = 0;
  entries.forEach(({ key, size, at }, index) => {
    characters += size;
    const isTooMuch = index >= most.entries || characters > most.characters;
    if (isTooMuch || now - at > most.age) storage.removeItem(key);
  });
}

/** How long what is typed lasts: `browser` outlives a reload, `tab` does not, `frame` lives with this frame. */
export const draftPlaces = ['browser', 'tab', 'frame'] as const;
export type DraftPlace = (typeof draftPlaces)[number];

export interface Shelf {
  recall(name: string): Promise<unknown>;
  keep(name: string, value: unknown): void;
  isFor(name: string): boolean;
}

/** Under which name frames ask where drafts are kept. */
const placeName = 'drafts';

/** The hub's drafts: in the browser's storage once it is known whose they are, in `memory` where that is not to be had. */
export function createShelf(opening: Promise<Drafts | null>, memory: Map<string, unknown>): Shelf {
  return {
    isFor: (name) => name === placeName || isDraftName(name),
    async recall(name) {
      const drafts = await opening;
      if (name === placeName) return drafts ? 'browser' : 'tab';
      return memory.get(name) ?? drafts?.recall(name) ?? null;
    },
    keep(name, value) {
      void opening.then((drafts) => {
        memory.delete(name);
        const isKept = drafts?.keep(name, value) ?? false;
        if (!isKept && value !== null) memory.set(name, value);
      });
    },
  };
}
