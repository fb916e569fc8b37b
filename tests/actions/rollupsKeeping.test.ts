/** When a tab keeps rollups, and what becomes of it where calls fail. */
import { beforeEach, describe, expect, it } from 'vitest';
import { keepRollups } from '../../src/actions/keepRollups.ts';
import type { App } from '../../src/app.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { endpointOf, ways } from '../faultMatrix.ts';
import {
  chunkRows,
  keep,
  keeperOf,
  minute,
  openRollups,
  rated,
  reported,
  rowsOf,
  truthOf,
} from './rollupWorld.ts';

let workspace: Workspace;
let app: App;
beforeEach(async () => {
  workspace = await openRollups();
  app = await keeperOf(workspace);
});

/** A tab whose waits end when the test says so. */
function openTab(isLeader: () => boolean) {
  const waits: { ms: number; end: () => void }[] = [];
  const wait = (ms: number) => new Promise<void>((resolve) => waits.push({ ms, end: resolve }));
  const stop = keepRollups(app, { isLeader, wait });
  const next = async (looks = 30_000) => {
    const before = waits.length;
    const current = waits.at(-1);
    current?.end();
    for (let look = 0; look < looks && waits.length === before; look += 1)
      await new Promise((resolve) => setTimeout(resolve, 1));
    return waits.length > before ? (waits.at(-1)?.ms ?? null) : null;
  };
  return { stop, next };
}

describe('a tab', () => {
  it('looks again after five minutes where there was something, and after ten where there was nothing', async () => {
    await rated(workspace, app, 2);
    const tab = openTab(() => true);
    expect(await tab.next()).toBe(5 * minute);
    expect(await tab.next()).toBe(10 * minute);
    expect(await chunkRows(app)).toEqual(await truthOf(workspace));
    tab.stop();
  });

  it('asks nothing while another tab leads', async () => {
    const before = workspace.exchanges().length;
    const tab = openTab(() => false);
    expect(await tab.next()).toBe(5 * minute);
    expect(workspace.exchanges().length).toBe(before);
    tab.stop();
  });

  it('tries again later where a round failed', async () => {
    workspace.setFaults([{ method: 'GET', path: '/api/v2/custom_objects/fl_doc/records', kind: '503' }]);
    const tab = openTab(() => true);
    expect(await tab.next()).toBe(10 * minute);
    tab.stop();
  });

  it('that is gone asks nothing any more', async () => {
    const tab = openTab(() => true);
    const before = workspace.exchanges().length;
    tab.stop();
    expect(await tab.next(200)).toBeNull();
    expect(workspace.exchanges().length).toBe(before);
  });
});

describe('whatever call of a round fails, in whatever way', () => {
  it('leaves reports right, and the next round makes up for it', async () => {
    const endpoints = await endpointsOfRounds();
    expect(endpoints).toHaveLength(4);
    for (const endpoint of endpoints) {
      const [method = '', path = ''] = endpoint.split(' ');
      for (const way of ways) {
        await rated(workspace, app, 2);
        const fault = { method: method as 'GET', path, ...way };
        workspace.setFaults([fault]);
        await keep(await quickKeeper()).catch(() => null);
        workspace.setFaults([]);
        const truth = await truthOf(workspace);
        expect(rowsOf(await reported(workspace)), `${endpoint} ${way.kind}`).toEqual(truth);
        await keep(app);
        expect(await chunkRows(app), `${endpoint} ${way.kind}`).toEqual(truth);
      }
    }
  }, 180_000);
});

/** One that gives up soon. */
const quickKeeper = () => keeperOf(workspace, { timeoutMs: 40 });

async function endpointsOfRounds(): Promise<string[]> {
  const before = workspace.exchanges().length;
  await rated(workspace, app, 2);
  const begun = workspace.exchanges().length;
  await keep(app);
  workspace.world.advance(10 * minute);
  await rated(workspace, app, 2);
  await keep(app);
  expect(begun).toBeGreaterThan(before);
  const calls = workspace.exchanges().slice(begun);
  return [...new Set(calls.map(({ method, url }) => endpointOf(method, url)))].filter((endpoint) =>
    /fl_doc|incremental|show_many/.test(endpoint),
  );
}
