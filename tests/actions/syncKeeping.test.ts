import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type KeepSyncOptions, type KeptSync, keepSync } from '../../src/actions/keepSync.ts';
import {
  cancelBackfill,
  pauseBackfill,
  readSyncStatus,
  resumeBackfill,
  startBackfill,
} from '../../src/actions/syncStatus.ts';
import type { App } from '../../src/app.ts';
import { readPlaces, writePlace } from '../../src/zendesk/syncRecords.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { answerSurvey } from '../emulator/world/surveys.ts';
import { createTestApp } from '../testApp.ts';
import { adminOf, day, listedIn, openAccount, timeOf } from './syncWorld.ts';
import { solvedTicket } from './tickets.ts';

const timeout = 60_000;
let workspace: Workspace;
let admin: App;
let kept: KeptSync[];

async function open(scale = 0): Promise<void> {
  workspace = await openAccount({ hasStory: false, scale });
  admin = await adminOf(workspace);
}

beforeEach(async () => {
  kept = [];
  await open();
});
afterEach(() => {
  for (const one of kept) one.stop();
});

/** A background frame whose pauses take no time. */
function keep(app: App, options: Partial<KeepSyncOptions> = {}): KeptSync {
  const time = timeOf(workspace);
  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      setTimeout(() => {
        time.now += ms;
        resolve();
      }, 1);
    });
  const one = keepSync(app, {
    isLeader: () => true,
    calm: () => Number.POSITIVE_INFINITY,
    clock: () => time.now,
    wait,
    ...options,
  });
  kept.push(one);
  return one;
}

const patience = { timeout: 20_000 };
const status = () => readSyncStatus(admin);
const calls = () => workspace.exchanges().length;
const places = () => readPlaces(admin.zendesk.http);

/** Lets the frame run for so many pauses of its own. */
async function pauses(time: { now: number }, ms: number): Promise<void> {
  const until = time.now + ms;
  await expect.poll(() => time.now >= until, patience).toBe(true);
}

describe('an admin’s open app', () => {
  it('keeps the scores up to date by itself, and says so', { timeout }, async () => {
    keep(admin);
    await expect.poll(async () => (await status()).increment?.byName, patience).toBe(admin.user.name);
    const ticketId = solvedTicket(workspace.world, { csat: 2 });
    await expect
      .poll(() => listedIn(workspace.world).get(`ticket:${ticketId}`)?.case?.status, patience)
      .toBe('new');
    await expect
      .poll(() => listedIn(workspace.world).get(`ticket:${ticketId}`)?.attribution, patience)
      .toBeTruthy();
    answerSurvey(workspace.world, { ticket: Number(ticketId), csat: 5 });
    await expect
      .poll(() => listedIn(workspace.world).get(`ticket:${ticketId}`)?.revisions.length, patience)
      .toBe(2);
  });

  it('lets the first clicks of a new tab go first', { timeout }, async () => {
    const time = timeOf(workspace);
    const start = time.now;
    const before = calls();
    keep(admin);
    await expect.poll(() => calls() > before, patience).toBe(true);
    expect(time.now - start).toBeGreaterThanOrEqual(20_000);
  });

  it('waits until nobody has clicked for a while, but not for ever', { timeout }, async () => {
    const time = timeOf(workspace);
    const start = time.now;
    const before = calls();
    keep(admin, { calm: () => 1_000 });
    await expect.poll(() => calls() > before, patience).toBe(true);
    expect(time.now - start).toBeGreaterThanOrEqual(80_000);
  });

  it('looks at once when somebody asks', { timeout }, async () => {
    const time = timeOf(workspace);
    // Set-up's own calls are more than a minute ago: the sync waits for no limit.
    time.now += 60_000;
    const start = time.now;
    const never = () => new Promise<void>(() => {});
    const one = keep(admin, { wait: never, calm: () => 0 });
    one.poke();
    await expect.poll(async () => (await status()).increment?.at, patience).toBe(workspace.world.now());
    expect(time.now - start).toBeLessThan(20_000);
  });

  it('does nothing where another tab leads, or for people who are no admins', { timeout }, async () => {
    const time = timeOf(workspace);
    const lead = await createTestApp(workspace, 'lead');
    const before = calls();
    keep(admin, { isLeader: () => false });
    keep(lead);
    await pauses(time, 300_000);
    expect(calls()).toBe(before);
  });

  it('takes over within seconds from a tab that is gone, though somebody has just clicked', {
    timeout,
  }, async () => {
    const time = timeOf(workspace);
    const [before, gone] = [calls(), 200_000];
    let begunAt = 0;
    const wait = async (ms: number) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (calls() > before && begunAt === 0) begunAt = time.now;
      time.now += ms;
    };
    keep(admin, { isLeader: () => time.now > gone, calm: () => 5_000, wait });
    await expect.poll(() => begunAt, patience).toBeGreaterThan(gone);
    expect(begunAt - gone).toBeLessThan(10_000);
  });

  it('only watches while another admin’s app is at work, and takes over when that falls silent', {
    timeout,
  }, async () => {
    const time = timeOf(workspace);
    keep(admin).poke();
    await expect.poll(async () => (await places()).tickets, patience).not.toBeNull();
    kept[0]?.stop();
    const { tickets } = await places();
    if (!tickets) throw new Error('no place');
    const state = {
      ...tickets,
      byId: '42',
      byName: 'Ola',
      at: workspace.world.now(),
      windowAt: workspace.world.now(),
    };
    await writePlace(admin.zendesk.http, { name: 'tickets', state });
    keep(admin);
    await pauses(time, 300_000);
    expect((await status()).increment?.byName).toBe('Ola');
    workspace.world.advance(240_000);
    await expect.poll(async () => (await status()).increment?.byName, patience).toBe(admin.user.name);
  });

  it('says why nobody has synced yet, and reads from then on once it can', { timeout }, async () => {
    workspace.setFaults([{ path: '/api/v2/incremental/**', kind: '403' }]);
    keep(admin);
    await expect.poll(async () => (await status()).failure?.kind, patience).toBe('forbidden');
    expect((await status()).increment).toBeNull();
    workspace.setFaults([]);
    await expect.poll(async () => (await status()).increment?.byName, patience).toBe(admin.user.name);
    expect((await status()).failure).toBeNull();
  });

  it('leaves word of what went wrong, and goes on when it is over', { timeout }, async () => {
    keep(admin);
    await expect.poll(async () => (await status()).failure, patience).toBeNull();
    workspace.setFaults([{ path: '/api/v2/incremental/**', kind: '403' }]);
    await expect.poll(async () => (await status()).failure?.kind, patience).toBe('forbidden');
    workspace.setFaults([]);
    await expect.poll(async () => (await status()).failure, patience).toBeNull();
  });
});

describe('a backfill somebody asked for', () => {
  const from = () => admin.now() - 366 * day;

  it('waits for an admin’s app, runs, and ends', { timeout }, async () => {
    await open(250);
    await startBackfill(admin, from());
    expect((await status()).backfill).toMatchObject({
      state: 'running',
      isWaiting: true,
      done: 0,
      total: null,
    });
    keep(admin);
    await expect.poll(async () => (await status()).backfill?.state, { timeout: 40_000 }).toBe('done');
    expect((await status()).backfill).toMatchObject({ done: 250, total: 250, progress: 1, broken: [] });
    expect(listedIn(workspace.world).size).toBe(250);
  });

  /** A frame asked for earlier scores; how long it rested until they were all read. */
  async function restedUntilDone(sinceClick: number): Promise<number> {
    await startBackfill(admin, from());
    const time = timeOf(workspace);
    let rested = 0;
    const wait = async (ms: number) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      time.now += ms;
      rested += ms;
    };
    keep(admin, { wait, calm: () => sinceClick }).poke();
    let untilDone = 0;
    await expect
      .poll(
        async () => {
          untilDone = rested;
          return (await status()).backfill?.state;
        },
        { timeout: 50_000 },
      )
      .toBe('done');
    return untilDone;
  }

  it('goes on without a rest although somebody clicks now and then', { timeout }, async () => {
    await open(1_500);
    expect(await restedUntilDone(5_000)).toBeLessThan(30_000);
  });

  it('gives way to somebody who clicks at this moment, but not for ever', { timeout }, async () => {
    await open(250);
    expect(await restedUntilDone(1_000)).toBeGreaterThanOrEqual(120_000);
  });

  it('goes before the surveys of these weeks, which are read when it is done', { timeout }, async () => {
    await open(1_500);
    await startBackfill(admin, from());
    const before = calls();
    keep(admin).poke();
    await expect.poll(async () => (await places()).tickets?.windowAt, { timeout: 50_000 }).toBeTruthy();
    const beginnings = workspace
      .exchanges()
      .slice(before)
      .map(({ url }) => new URL(url, 'http://x').searchParams.get('filter[created_at_start]'))
      .filter((start) => start !== null);
    const first = String(from());
    const isBackfill = beginnings.map((start) => start === first);
    expect(isBackfill).toContain(false);
    expect(isBackfill.lastIndexOf(true)).toBeLessThan(isBackfill.indexOf(false));
    expect((await status()).backfill?.state).toBe('done');
  });

  it('is paused, resumed by the next app, and cancelled', { timeout }, async () => {
    await open(1_500);
    await startBackfill(admin, from());
    const first = keep(admin);
    await expect.poll(async () => ((await status()).backfill?.done ?? 0) > 0, patience).toBe(true);
    await pauseBackfill(admin);
    first.poke();
    await expect.poll(async () => (await places()).backfill?.state, patience).toBe('paused');
    const held = (await status()).backfill;
    expect(held).toMatchObject({ state: 'paused', msLeft: null });
    first.stop();
    await resumeBackfill(admin);
    const second = keep(admin);
    await expect
      .poll(async () => ((await status()).backfill?.done ?? 0) > (held?.done ?? 0), patience)
      .toBe(true);
    await cancelBackfill(admin);
    second.poke();
    await expect.poll(async () => (await places()).backfill?.state, patience).toBe('cancelled');
    expect((await status()).backfill).toMatchObject({ state: 'cancelled' });
  });

  it('is an admin’s to ask for', async () => {
    const agent = await createTestApp(workspace, 'agent');
    await expect(startBackfill(agent, 0)).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await readSyncStatus(agent)).toEqual({ increment: null, failure: null, backfill: null });
    await pauseBackfill(admin);
    expect((await status()).backfill).toBeNull();
  });
});
