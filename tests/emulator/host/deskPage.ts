/** What the desk needs of a browser page, so that tests can bring their own. */
import type { WorldEvent } from '../control.ts';
import type { PresetStorage } from './deskPresets.ts';

export interface DeskPage {
  fetch: (url: string, init?: RequestInit) => Promise<Response>;
  address(): { pathname: string; search: string };
  push(address: string): void;
  replace(address: string): void;
  /** Calls back on the browser's back and forward. */
  onPop(listener: () => void): () => void;
  reload(): void;
  /** Lasts as long as the browser tab. */
  tabStorage: PresetStorage;
  /** Shared by the browser's tabs. */
  sharedStorage: PresetStorage;
  /** Follows `/__emulator/events`; `onOpen` when the connection stands, also after a break: news before it is lost. */
  follow(onEvent: (event: WorldEvent) => void, onOpen: () => void): () => void;
}

export function browserPage(): DeskPage {
  return {
    fetch: (url, init) => window.fetch(url, { credentials: 'same-origin', ...init }),
    address: () => ({ pathname: window.location.pathname, search: window.location.search }),
    push: (address) => window.history.pushState(null, '', address),
    replace: (address) => window.history.replaceState(null, '', address),
    onPop: (listener) => {
      window.addEventListener('popstate', listener);
      return () => window.removeEventListener('popstate', listener);
    },
    reload: () => window.location.reload(),
    tabStorage: window.sessionStorage,
    sharedStorage: window.localStorage,
    follow,
  };
}

function follow(onEvent: (event: WorldEvent) => void, onOpen: () => void): () => void {
  const source = new EventSource('/__emulator/events');
  source.onmessage = ({ data }) => onEvent(JSON.parse(data) as WorldEvent);
  source.onopen = onOpen;
  return () => source.close();
}

/** 1 for the browser's first tab, 2 for the next …, kept over reloads of the tab. */
export function numberOfTab({ tabStorage, sharedStorage }: DeskPage): number {
  const key = 'emulator.tab';
  const known = Number(tabStorage.getItem(key));
  if (known > 0) return known;
  const next = Number(sharedStorage.getItem(key)) + 1;
  sharedStorage.setItem(key, String(next));
  tabStorage.setItem(key, String(next));
  return next;
}
