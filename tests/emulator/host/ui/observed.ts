/** Counts the news of a store that only says "something changed", for useSyncExternalStore. */
import { useSyncExternalStore } from 'react';

export interface Observed<Store> {
  store: Store;
  subscribe: (redraw: () => void) => () => void;
  version: () => number;
}

type Subscribe = (listener: () => void) => () => void;

export function observe<Store extends { subscribe: Subscribe }>(store: Store): Observed<Store> {
  let version = 0;
  return {
    store,
    version: () => version,
    subscribe: (redraw) =>
      store.subscribe(() => {
        version += 1;
        redraw();
      }),
  };
}

/** The store; the calling component is drawn again after everything it tells. */
export function useObserved<Store>(observed: Observed<Store>): Store {
  useSyncExternalStore(observed.subscribe, observed.version);
  return observed.store;
}
