/**
 * The cases this page knows, by the thousand: outside React, so that a page more is put in and nothing is copied.
 * What is said again of a feedback stands beside what was known; the newer facts win.
 */
import { type CasePage, type CaseRow, listCases, listMore, readChanges } from '../../actions/listCases.ts';
import { readDetails } from '../../actions/readDetails.ts';
import type { App } from '../../app.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import { type ListName, lists, mergeRows } from './views.ts';

/** What is known; another object after each change of it, though the rows stand in one map. */
export interface Known {
  rows: ReadonlyMap<string, CaseRow>;
  /** Of people, by user id. */
  names: Record<string, string>;
  /** Names of groups and brands: see `CellContext`. */
  places: Record<string, string>;
}

/** How far one list was read. */
export interface ListState {
  pages: number;
  /** Where the next page begins, `null` at the end. */
  next: string | null;
  isReading: boolean;
  isReadingMore: boolean;
  failure: Failure | null;
  /** Tickets or names that could not be had. */
  partial: Failure | null;
  broken: number;
  asOf: number;
}

const unread: ListState = {
  pages: 0,
  next: null,
  isReading: false,
  isReadingMore: false,
  failure: null,
  partial: null,
  broken: 0,
  asOf: 0,
};

/** Rows whose ticket and names one reading has. */
const block = 100;
/** Milliseconds in which rows that come into sight are gathered. */
const gatherMs = 120;
/** After a reading that failed the next one waits so many milliseconds, or for somebody to refresh. */
const restMs = 30_000;

export function createCaseStore(app: App) {
  const rows = new Map<string, CaseRow>();
  const state: Record<ListName, ListState> = { open: unread, closed: unread, set_aside: unread };
  const listeners = new Set<() => void>();
  let known: Known = { rows, names: {}, places: {} };
  let heardAt = 0;
  let newsFailure: Failure | null = null;
  let version = 0;

  const changed = () => {
    version += 1;
    for (const listener of listeners) listener();
  };
  const set = (name: ListName, change: Partial<ListState>) => {
    state[name] = { ...state[name], ...change };
    changed();
  };
  const put = (found: Pick<CasePage, 'rows' | 'names'>) => {
    const hasNames = Object.keys(found.names).length > 0;
    mergeRows(rows, found.rows);
    if (hasNames) known = { ...known, names: { ...known.names, ...found.names } };
    else if (found.rows.length > 0) known = { ...known };
  };

  /** The first page, anew where it was read before. */
  async function read(name: ListName, isAnew = false) {
    if (state[name].isReading) return;
    restUntil = 0;
    set(name, { isReading: true });
    try {
      const page = await listCases(app, lists[name], null);
      put(page);
      const { pages, next } = state[name];
      const isFirst = pages === 0 || isAnew;
      set(name, {
        pages: isFirst ? 1 : pages,
        next: isFirst ? page.next : next,
        failure: null,
        partial: page.partial,
        broken: page.broken,
        asOf: page.asOf,
      });
    } catch (cause) {
      set(name, { failure: asFailure(cause) });
    } finally {
      set(name, { isReading: false });
    }
  }

  async function readMore(name: ListName) {
    const { next, pages, isReadingMore, broken } = state[name];
    if (next === null || isReadingMore) return;
    set(name, { isReadingMore: true });
    try {
      const page = await listMore(app, lists[name], next);
      put(page);
      const isSame = state[name].next === next;
      set(name, {
        failure: null,
        ...(isSame && { next: page.next, pages: pages + 1, broken: broken + page.broken }),
      });
    } catch (cause) {
      set(name, { failure: asFailure(cause) });
    } finally {
      set(name, { isReadingMore: false });
    }
  }

  const revs = () => {
    const found: Record<string, number> = {};
    for (const [key, { feedback }] of rows) found[key] = feedback.rev;
    return found;
  };

  /** What others did meanwhile; `true` where more was done than can be heard. */
  async function hear(): Promise<boolean> {
    try {
      const since = Math.max(heardAt, ...Object.values(state).map(({ asOf }) => asOf));
      const news = await readChanges(app, revs(), since);
      put(news);
      heardAt = Math.max(heardAt, news.asOf);
      newsFailure = null;
      changed();
      return news.hasMissed;
    } catch (cause) {
      newsFailure = asFailure(cause);
      changed();
      return false;
    }
  }

  const wanted = new Set<string>();
  let isGathering = false;
  let restUntil = 0;
  /** Tickets and names of rows somebody looks at. */
  function need(keys: readonly string[]) {
    for (const key of keys) if (rows.get(key)?.isBare) wanted.add(key);
    if (isGathering || wanted.size === 0 || app.now() < restUntil) return;
    isGathering = true;
    setTimeout(async () => {
      const some = [...wanted].slice(-block);
      await detail(some, 'interactive');
      for (const key of some) wanted.delete(key);
      isGathering = false;
      need([]);
    }, gatherMs);
  }

  async function detail(keys: readonly string[], priority: 'interactive' | 'background') {
    const bare = keys.flatMap((key) => rows.get(key) ?? []).filter(({ isBare }) => isBare);
    const found = await readDetails(app, bare, priority);
    // Rows without their tickets stay as they are: they were not read.
    put(found.partial ? { ...found, rows: [] } : found);
    restUntil = found.partial ? app.now() + restMs : 0;
    set('open', { partial: found.partial });
    return found.partial;
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Another number after every change. */
    version: () => version,
    /** Stays as it is while one merely reads on. */
    known: () => known,
    rows,
    putPlaces(found: Record<string, string>) {
      known = { ...known, places: { ...known.places, ...found } };
      changed();
    },
    state: (name: ListName) => state[name],
    heardAt: () => heardAt,
    newsFailure: () => newsFailure,
    put(found: Pick<CasePage, 'rows' | 'names'>) {
      put(found);
      changed();
    },
    read,
    readMore,
    hear,
    need,
    detail,
  };
}

export type CaseStore = ReturnType<typeof createCaseStore>;
