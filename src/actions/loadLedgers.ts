/** The moves of many cases, from the cache and for the rest from their ledgers: for questions the rows cannot answer. */
import type { App } from '../app.ts';
import type { Fact } from '../care/fold.ts';
import { type CaseRow, movesIn } from '../care/insights/statusTimes.ts';
import type { LedgerEvent } from '../care/ledger.ts';
import { type CachedLedger, type LedgerCache, openLedgerCache } from '../zendesk/ledgerCache.ts';
import { mostNames } from '../zendesk/ledgers.ts';
import { readNamedFacts } from '../zendesk/namedFacts.ts';
import { getProperty } from '../zendesk/zaf.ts';
import { callsAMinute, paced } from './paced.ts';

/** This person's cache on this account. Never throws. */
export async function openCache({ zendesk: { client }, user }: App): Promise<LedgerCache> {
  const account = await getProperty(client, 'currentAccount').catch(() => null);
  const { subdomain } = (account ?? {}) as { subdomain?: unknown };
  return openLedgerCache({ account: String(subdomain ?? location.hostname), userId: user.id });
}

/** What is known, and what reading the rest would take. */
export interface LedgerPlan {
  rows: readonly CaseRow[];
  known: Map<string, CachedLedger>;
  calls: number;
  /** 0 where nothing is to be read. */
  minutes: number;
}

/** No call. */
export async function planLedgers(cache: LedgerCache, rows: readonly CaseRow[]): Promise<LedgerPlan> {
  const known = await cache.read(rows.map(({ key }) => key));
  const names = rows.reduce((sum, row) => sum + Math.max(0, row.rev - (known.get(row.key)?.rev ?? 0)), 0);
  const calls = Math.ceil(names / mostNames);
  return { rows, known, calls, minutes: Math.ceil(calls / callsAMinute) };
}

export interface LoadControl {
  cache: LedgerCache;
  /** Asked before each call. */
  isStopped: () => boolean;
  /** Resolves when the reading may go on: at once unless somebody paused it. */
  whenGoing: () => Promise<void>;
  /** Hears how many calls are done. */
  onProgress: (calls: number) => void;
  /** Milliseconds of any clock that runs. */
  clock: () => number;
}

export interface Loaded {
  courses: Map<string, readonly LedgerEvent[]>;
  /** Cases nobody has read yet, because it was stopped. */
  unread: number;
}

/**
 * Reads what the plan lacks, a hundred facts a call and no faster than a call a second. What was read is in the cache
 * after every call, so that another try goes on from there. Throws `Failure`.
 */
export async function loadLedgers(app: App, plan: LedgerPlan, control: LoadControl): Promise<Loaded> {
  const { http } = paced(app, control.clock).zendesk;
  const courses = new Map<string, readonly LedgerEvent[]>();
  const behind = plan.rows.filter(({ key, rev }) => rev > (plan.known.get(key)?.rev ?? 0));
  for (const { key, rev } of plan.rows) {
    const known = plan.known.get(key);
    // The cache may know what came after the report was read.
    if (known && known.rev >= rev)
      courses.set(
        key,
        known.moves.filter(({ seq }) => seq <= rev),
      );
  }
  const found = new Map<string, Fact[]>();
  const names: string[] = [];
  /** Of each case behind: how many names there are up to its last one. */
  const ends = behind.map((row) => names.push(...namesOf(row, plan.known.get(row.key)?.rev ?? 0)));
  let whole = 0;
  for (let from = 0; from < names.length; from += mostNames) {
    await control.whenGoing();
    if (control.isStopped()) break;
    const asked = names.slice(from, from + mostNames);
    const block = await readNamedFacts(http, asked, 'background');
    for (const [key, facts] of block) found.set(key, [...(found.get(key) ?? []), ...facts]);
    const done: CachedLedger[] = [];
    for (let row = behind[whole]; row && (ends[whole] ?? 0) <= from + asked.length; row = behind[whole]) {
      const before = plan.known.get(row.key)?.moves ?? [];
      done.push({ ...row, moves: [...before, ...movesIn(found.get(row.key) ?? [])] });
      found.delete(row.key);
      whole += 1;
    }
    for (const { key, moves } of done) courses.set(key, moves);
    await control.cache.write(done);
    control.onProgress(from / mostNames + 1);
  }
  return { courses, unread: behind.length - whole };
}

const namesOf = ({ key, rev }: CaseRow, known: number) =>
  Array.from({ length: rev - known }, (_, index) => `${key}:${known + 1 + index}`);
