/** Cases read for a free question: how many calls are said, how many are made, and what is not read twice. */
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LoadControl, loadLedgers, openCache, planLedgers } from '../../src/actions/loadLedgers.ts';
import type { App } from '../../src/app.ts';
import type { CaseRow } from '../../src/care/insights/statusTimes.ts';
import { statusTimesOf } from '../../src/care/insights/statusTimes.ts';
import type { Entry } from '../../src/care/ledger.ts';
import { writeEntry } from '../../src/zendesk/ledger.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { createTestApp } from '../testApp.ts';
import { createReadyWorkspace } from '../ui/render.tsx';

const hour = 3_600_000;
let workspace: Workspace;
let app: App;

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  workspace = await createReadyWorkspace();
  app = await createTestApp(workspace, 'lead');
  const { get } = app.zendesk.client;
  Object.assign(app.zendesk.client, {
    get: async (path: string) => (path === 'currentAccount' ? { [path]: { subdomain: 'acme' } } : get(path)),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const opened: Entry = [
  {
    kind: 'case_opened',
    body: {
      rule: 'csat_below',
      threshold: 3,
      dueAt: 0,
      soonAt: null,
      firstDueAt: null,
      isProvisional: false,
    },
  },
];
const closed: Entry = [
  { kind: 'case_moved', body: { to: 'closed', outcome: 'recovered', note: 'for Ines' } },
];

async function add(key: string, ...entries: Entry[]): Promise<CaseRow> {
  for (const [index, entry] of entries.entries())
    await writeEntry(app.zendesk.http, key, index + 1, entry, `${key}:${index}`);
  return { key, rev: entries.length };
}

/** Cases opened now and closed two hours later. */
async function cases(count: number): Promise<CaseRow[]> {
  const keys = Array.from({ length: count }, (_, index) => `ticket:${9000 + index}`);
  for (const key of keys) await add(key, opened);
  workspace.world.advance(2 * hour);
  for (const key of keys) await writeEntry(app.zendesk.http, key, 2, closed, `${key}:closed`);
  return keys.map((key) => ({ key, rev: 2 }));
}

const control = (more: Partial<LoadControl> & Pick<LoadControl, 'cache'>): LoadControl => ({
  isStopped: () => false,
  whenGoing: async () => {},
  onProgress: () => {},
  clock: () => performance.now(),
  ...more,
});

const callsDuring = async <T>(act: () => Promise<T>): Promise<[T, number]> => {
  const before = workspace.exchanges().length;
  const result = await act();
  return [result, workspace.exchanges().length - before];
};

describe('cases for a free question', () => {
  it('takes as many calls as were said, and gives the times between their statuses', async () => {
    const rows = await cases(60);
    const cache = await openCache(app);
    const [plan, asked] = await callsDuring(() => planLedgers(cache, rows));
    expect(plan).toMatchObject({ calls: 2, minutes: 1 });
    expect(asked).toBe(0);
    const progress: number[] = [];
    const onProgress = (calls: number) => progress.push(calls);
    const [loaded, calls] = await callsDuring(() => loadLedgers(app, plan, control({ cache, onProgress })));
    expect(calls).toBe(2);
    expect(progress).toEqual([1, 2]);
    expect(loaded.unread).toBe(0);
    const [from, to] = [
      { status: 'new', entry: 'first' } as const,
      { status: 'closed', entry: 'last' } as const,
    ];
    const times = statusTimesOf(loaded.courses, from, to, null);
    expect(times.calendar).toMatchObject({ n: 60, value: (2 * hour) / 1000 });
  });

  it('stopped in the middle goes on after a reload without repeating what it has', async () => {
    const rows = await cases(60);
    const first = await openCache(app);
    let calls = 0;
    const half = await loadLedgers(
      app,
      await planLedgers(first, rows),
      control({ cache: first, isStopped: () => calls === 1, onProgress: (done) => (calls = done) }),
    );
    expect(half).toMatchObject({ unread: 10 });
    expect(half.courses.size).toBe(50);
    // A reload: another cache over the same storage.
    const cache = await openCache(app);
    const plan = await planLedgers(cache, rows);
    expect(plan.calls).toBe(1);
    const [whole, again] = await callsDuring(() => loadLedgers(app, plan, control({ cache })));
    expect(again).toBe(1);
    expect(whole.courses.size).toBe(60);
    expect(await planLedgers(cache, rows)).toMatchObject({ calls: 0, minutes: 0 });
  });

  it('waits while it is paused', async () => {
    const rows = await cases(60);
    const cache = await openCache(app);
    let goOn = () => {};
    let isPaused = false;
    const paused = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const reading = loadLedgers(
      app,
      await planLedgers(cache, rows),
      control({
        cache,
        onProgress: () => {
          isPaused = true;
        },
        whenGoing: () => (isPaused ? paused : Promise.resolve()),
      }),
    );
    await vi.waitFor(() => expect(isPaused).toBe(true));
    const before = workspace.exchanges().length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(workspace.exchanges()).toHaveLength(before);
    goOn();
    expect((await reading).unread).toBe(0);
  });

  it('reads of a case it knows only what came since, and nothing the report does not know', async () => {
    const key = 'ticket:9999';
    await add(key, opened);
    const cache = await openCache(app);
    await loadLedgers(app, await planLedgers(cache, [{ key, rev: 1 }]), control({ cache }));
    await writeEntry(app.zendesk.http, key, 2, closed, 'x');
    const plan = await planLedgers(cache, [{ key, rev: 2 }]);
    const { courses } = await loadLedgers(app, plan, control({ cache }));
    expect(courses.get(key)?.map(({ seq }) => seq)).toEqual([1, 2]);
    const asked = workspace.exchanges().at(-1)?.url ?? '';
    expect(decodeURIComponent(asked)).toContain(`${key}:2`);
    expect(decodeURIComponent(asked)).not.toContain(`${key}:1`);
    const older = await loadLedgers(app, await planLedgers(cache, [{ key, rev: 1 }]), control({ cache }));
    expect(older.courses.get(key)?.map(({ seq }) => seq)).toEqual([1]);
  });

  it('keeps no word of anybody in the browser', async () => {
    const rows = await cases(1);
    const cache = await openCache(app);
    await loadLedgers(app, await planLedgers(cache, rows), control({ cache }));
    const kept = await cache.read(rows.map(({ key }) => key));
    expect(kept.size).toBe(1);
    expect(JSON.stringify([...kept])).not.toContain('Ines');
  });

  it('works in a browser that stores nothing, and a fault leaves what was read', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const rows = await cases(60);
    const cache = await openCache(app);
    expect(cache.isKept()).toBe(false);
    let calls = 0;
    const { http } = app.zendesk;
    const get: typeof http.get = (...given) => {
      calls += 1;
      return calls === 2 ? Promise.reject(new Error('gone')) : http.get(...given);
    };
    const failing = { ...app, zendesk: { ...app.zendesk, http: { ...http, get } } };
    await expect(loadLedgers(failing, await planLedgers(cache, rows), control({ cache }))).rejects.toThrow(
      'gone',
    );
    expect((await planLedgers(cache, rows)).calls).toBe(1);
  });
});
