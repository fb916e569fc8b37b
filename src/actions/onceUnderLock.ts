/**
 * What cannot be taken back has a lock of its own: who takes it acts. One that was taken long ago and came to nothing is
 * taken up again, but only after a look at whether it really came to nothing.
 */
import { takeLock } from '../zendesk/locks.ts';
import type { AlertApp } from './alert.ts';

/** Milliseconds after which whoever took a lock is believed to be gone: longer than any call with all its retries. */
const longestAct = 600_000;
/** So often an alert is taken up again. */
const mostLocks = 3;

interface Act {
  /** What an earlier one made, `null` for nothing. */
  find: () => Promise<string | null>;
  /** Makes it; `key` is the same whenever the same person tries the same again. */
  make: (key: string) => Promise<string>;
}

/** What is made once, be it by others and long ago; `busy` while others may be at it. Throws `Failure`. */
export async function onceUnderLock(app: AlertApp, name: string, tab: string, { find, make }: Act) {
  for (let number = 1; number <= mostLocks; number += 1) {
    const key = `${name}:${number}`;
    const lock = await takeLock(app.zendesk.http, key, tab);
    const isFirst = lock.isNew && number === 1;
    const id = isFirst ? null : await find();
    if (id !== null) return { id };
    if (lock.isOwn) return { id: await make(key) };
    if (app.now() - lock.at < longestAct) return 'busy';
  }
  return 'refused';
}
