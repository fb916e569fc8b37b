import { describe, expect, it } from 'vitest';
import { type BackfillControl, backfill, newBackfill } from '../../src/actions/backfill.ts';
import { readCoverage } from '../../src/actions/readCoverage.ts';
import type { App } from '../../src/app.ts';
import { figuresOf } from '../../src/care/coverage.ts';
import type { BackfillPlace } from '../../src/care/syncing.ts';
import { readPlaces } from '../../src/zendesk/syncRecords.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import {
  adminOf,
  countedCalls,
  day,
  failingAt,
  ledgersIn,
  listedIn,
  openAccount,
  scoresIn,
  scoresOf,
  sorted,
  timeOf,
} from './syncWorld.ts';

const timeout = 60_000;
const goOn: BackfillControl = { isStopped: () => false, clock: () => 0 };
const fresh = (app: App) => newBackfill(app, { id: 'one', from: app.now() - 366 * day, to: app.now() });

/** As after a reload: from the place the account remembers. */
async function resumed(app: App, control: BackfillControl = goOn): Promise<BackfillPlace> {
  const { backfill: place } = await readPlaces(app.zendesk.http);
  return backfill(app, place ?? fresh(app), control);
}

async function expectWhole(app: App, { world }: Workspace): Promise<void> {
  const ledgers = await ledgersIn(app, world);
  expect(sorted(scoresOf(ledgers))).toEqual(sorted(scoresIn(world)));
  expect(sorted(listedIn(world))).toEqual(sorted(ledgers));
}

describe('a backfill', () => {
  it('records every answer of the account, and lists what the ledgers say', { timeout }, async () => {
    const workspace = await openAccount({ scale: 260 });
    const app = await adminOf(workspace);
    const place = await backfill(app, fresh(app), goOn);
    expect(place).toMatchObject({ state: 'done', broken: [] });
    expect(place.done).toBe([...workspace.world.surveyResponses.values()].length);
    await expectWhole(app, workspace);
  });

  it('keeps to its calls: five for 98 surveys, and the pages of events', { timeout }, async () => {
    const n = 30 * 98;
    const workspace = await openAccount({ hasStory: false, scale: n });
    const app = await adminOf(workspace);
    const before = workspace.exchanges().length;
    await backfill(app, fresh(app), goOn);
    const made = workspace.exchanges().slice(before);
    const events = made.filter(({ url }) => url.includes('ticket_events')).length;
    const budget = Math.ceil(n / 50) + Math.ceil(n / 100) + events + Math.ceil((2 * n) / 100);
    expect(countedCalls(made)).toBeLessThanOrEqual(1.05 * budget);
    // Paced so that nobody ever has to be refused.
    expect(made.filter(({ status }) => status === 429)).toEqual([]);
    expect(events).toBeLessThanOrEqual(40);
  });

  it('is the same after a crash between any two writes', { timeout: 240_000 }, async () => {
    const options = { hasStory: false, scale: 150, answered: 60 };
    const reference = await openAccount(options);
    await backfill(await adminOf(reference), fresh(await adminOf(reference)), goOn);
    const whole = sorted(listedIn(reference.world));
    for (const isDone of [false, true]) {
      for (let n = 1; n <= 8; n += 1) {
        const workspace = await openAccount(options);
        const app = await adminOf(workspace);
        await backfill(failingAt(app, n, isDone), fresh(app), goOn).catch(() => {});
        await resumed(app);
        expect(sorted(listedIn(workspace.world)), `${n} ${isDone}`).toEqual(whole);
        expect(sorted(await ledgersIn(app, workspace.world))).toEqual(whole);
      }
    }
  });

  it('repeats one unit at most when it is resumed', { timeout }, async () => {
    const workspace = await openAccount({ hasStory: false, scale: 400 });
    const app = await adminOf(workspace);
    // The first unit is two jobs; the fourth write is the list of the second one.
    await backfill(failingAt(app, 4, false), fresh(app), goOn).catch(() => {});
    const { backfill: place } = await readPlaces(app.zendesk.http);
    expect(place).toMatchObject({ state: 'running', done: 98 });
    expect((await resumed(app)).done).toBe(400);
  });

  it('holds when asked, and goes on from there', { timeout }, async () => {
    const workspace = await openAccount({ hasStory: false, scale: 400 });
    const app = await adminOf(workspace);
    const seen: number[] = [];
    const onProgress = ({ done }: BackfillPlace) => seen.push(done);
    const held = await backfill(app, fresh(app), { ...goOn, isStopped: () => seen.length >= 2, onProgress });
    expect(held).toMatchObject({ state: 'running', done: 196 });
    expect(await resumed(app)).toMatchObject({ state: 'done', done: 400 });
    await expectWhole(app, workspace);
  });

  it('counts what it read by month, also across a reload', { timeout }, async () => {
    const once = await openAccount({ scale: 200, answered: 50 });
    const app = await adminOf(once);
    await backfill(app, fresh(app), goOn);
    const months = ['2026-08', '2026-09', '2026-10', '2026-11'];
    const { months: counted } = await readCoverage(app, months);
    const offered = [...once.world.surveyResponses.values()];
    for (const { month, total } of counted) {
      const sent = offered.filter(({ created_at: at }) => new Date(at).toISOString().startsWith(month));
      const answered = sent.filter(({ answers }) => answers.some(({ type }) => type !== 'skipped'));
      expect(total, month).toMatchObject({ offered: sent.length, answered: answered.length });
      const { responseRate } = figuresOf(total, app.configuration, true);
      expect(responseRate.n).toBe(sent.length - total.open);
    }
    const twice = await openAccount({ scale: 200, answered: 50 });
    const reloaded = await adminOf(twice);
    let units = 0;
    const onProgress = () => {
      units += 1;
    };
    await backfill(reloaded, fresh(reloaded), { ...goOn, isStopped: () => units >= 2, onProgress });
    await resumed(reloaded);
    expect((await readCoverage(reloaded, months)).months.map(({ total }) => total)).toEqual(
      counted.map(({ total }) => total),
    );
  });

  it('finds nothing new when it is run again, and changes nothing', { timeout }, async () => {
    const workspace = await openAccount({ hasStory: false, scale: 250 });
    const app = await adminOf(workspace);
    await backfill(app, fresh(app), goOn);
    const before = sorted(await ledgersIn(app, workspace.world));
    await backfill(app, { ...fresh(app), id: 'two' }, goOn);
    expect(sorted(await ledgersIn(app, workspace.world))).toEqual(before);
  });

  it('opens no case for what was answered before the app was there', { timeout }, async () => {
    const workspace = await openAccount({ hasStory: false, scale: 200 });
    const app = await adminOf(workspace);
    await backfill(app, fresh(app), goOn);
    const cases = [...listedIn(workspace.world).values()].filter((feedback) => feedback.case !== null);
    const { casesSince } = app.configuration;
    expect(casesSince).not.toBeNull();
    for (const feedback of cases)
      expect(feedback.revisions[0]?.answeredAt ?? 0).toBeGreaterThanOrEqual(casesSince ?? 0);
  });

  it('credits every rating the events tell of', { timeout }, async () => {
    const workspace = await openAccount({ hasStory: false, scale: 300 });
    const app = await adminOf(workspace);
    await backfill(app, fresh(app), goOn);
    const states = [...listedIn(workspace.world).values()];
    const proved = states.filter(({ attribution }) => attribution && attribution.replies !== null);
    expect(proved.length).toBe(states.length);
  });
});

describe('two admins at once', () => {
  it('leave the same ledgers as one', { timeout }, async () => {
    const alone = await openAccount({ hasStory: false, scale: 220 });
    await backfill(await adminOf(alone), fresh(await adminOf(alone)), goOn);
    const workspace = await openAccount({ hasStory: false, scale: 220 });
    const [one, two] = [await adminOf(workspace), await adminOf(workspace)];
    await Promise.all([backfill(one, fresh(one), goOn), backfill(two, { ...fresh(two), id: 'two' }, goOn)]);
    // Both of them together have used up the account's minute.
    timeOf(workspace).now += 60_000;
    expect(sorted(await ledgersIn(one, workspace.world))).toEqual(sorted(listedIn(alone.world)));
    expect(sorted(listedIn(workspace.world))).toEqual(sorted(listedIn(alone.world)));
  });
});

describe('an account of the older CSAT', () => {
  it('gives good and bad, dated and credited, and no number', { timeout }, async () => {
    const workspace = await openAccount({ csat: 'legacy', scale: 120 });
    const app = await adminOf(workspace);
    await backfill(app, fresh(app), goOn);
    const states = listedIn(workspace.world);
    const rated = [...workspace.world.tickets.values()].filter(
      ({ rating, deleted_at }) => ['good', 'bad'].includes(rating.score) && deleted_at === null,
    );
    expect(states.size).toBe(rated.length);
    for (const ticket of rated) {
      const state = states.get(`ticket:${ticket.id}`);
      expect(state?.revisions.at(-1)).toMatchObject({ value: null, verdict: ticket.rating.score });
      expect(state?.revisions.at(-1)?.answeredAt).not.toBeNull();
    }
    expect(sorted(states)).toEqual(sorted(await ledgersIn(app, workspace.world)));
  });
});

describe('what goes wrong on the way', () => {
  it.each([
    ['a full queue of jobs', { path: '/api/v2/custom_objects/*/jobs', kind: '429' as const, times: 3 }],
    [
      'a limit reached',
      { path: '/api/v2/guide/survey_responses', kind: '429' as const, times: 2, retryAfter: 60 },
    ],
    ['a server that stumbles', { path: '/api/v2/job_statuses/*', kind: '503' as const, times: 3 }],
  ])('%s is waited for', { timeout }, async (_what, fault) => {
    const workspace = await openAccount({ hasStory: false, scale: 120 });
    const app = await adminOf(workspace);
    workspace.setFaults([fault]);
    expect(await backfill(app, fresh(app), goOn)).toMatchObject({ state: 'done' });
    await expectWhole(app, workspace);
  });

  it.each(['403', 'offline', '500'] as const)(
    '%s stops it where it is; nothing is lost',
    { timeout },
    async (kind) => {
      const workspace = await openAccount({ hasStory: false, scale: 250 });
      const app = await adminOf(workspace);
      let isBroken = false;
      const onProgress = () => {
        if (!isBroken)
          workspace.setFaults([
            { path: '/api/v2/tickets/show_many', kind },
            { path: '/api/v2/tickets/show_many.json', kind },
          ]);
        isBroken = true;
      };
      await expect(backfill(app, fresh(app), { ...goOn, onProgress })).rejects.toMatchObject({
        name: 'Failure',
      });
      workspace.setFaults([]);
      expect(await resumed(app)).toMatchObject({ state: 'done' });
      await expectWhole(app, workspace);
    },
  );
});
