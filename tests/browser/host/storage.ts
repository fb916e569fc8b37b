/** Tries every kind of storage in a frame: `kept`, or the name of the error. */
import type { Frame } from '@playwright/test';

export function storageIn(frame: Frame): Promise<Record<string, string>> {
  return frame.evaluate(async () => {
    const attempt = (store: () => Storage) => {
      try {
        store().setItem('probe', 'kept');
        return store().getItem('probe') ?? 'lost';
      } catch (error) {
        return (error as Error).name;
      }
    };
    const openDatabase = () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('probe');
        opening.onsuccess = () => resolve('kept');
        opening.onerror = () => resolve(opening.error?.name ?? 'failed');
      });
    return {
      localStorage: attempt(() => window.localStorage),
      sessionStorage: attempt(() => window.sessionStorage),
      indexedDB: await openDatabase(),
    };
  });
}
