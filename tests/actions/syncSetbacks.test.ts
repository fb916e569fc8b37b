/** What the sync meets on bad days, and what must not come of it. */
import { describe, expect, it } from 'vitest';
import { backfill, newBackfill } from '../../src/actions/backfill.ts';
import { countRecent } from '../../src/actions/countCoverage.ts';
import { readCoverage } from '../../src/actions/readCoverage.ts';
import { recordMany } from '../../src/actions/recordMany.ts';
import { setAside } from '../../src/actions/setAside.ts';
import { syncTickets } from '../../src/actions/syncTickets.ts';
import { monthOf } from '../../src/care/coverage.ts';
import { type Feedback, laneOf } from '../../src/care/feedback.ts';
import { nothingSeen } from '../../src/care/observation.ts';
import { rating } from '../care/ratings.ts';
import { adminOf, day, openAccount } from './syncWorld.ts';

const control = { isStopped: () => false, clock: () => 0 };

describe('the daily count', () => {
  it('leaves the coverage of good/bad accounts as it was read', async () => {
    const workspace = await openAccount({ csat: 'legacy' });
    const app = await adminOf(workspace);
    const now = app.now();
    await backfill(app, newBackfill(app, { id: 'b', from: now - 80 * day, to: now }), control);
    const months = [monthOf(now - 28 * day), monthOf(now)];
    const counts = async () =>
      (await readCoverage(app, months)).months.map(({ total }) => [total.offered, total.answered]);
    const before = await counts();
    expect(before.flat().every((count) => count > 0)).toBe(true);
    await countRecent(app, 'seconds');
    expect(await counts()).toEqual(before);
  });
});

describe('the first count of an account', () => {
  it('reads along whose the scores are, where nobody has read the past', async () => {
    const app = await adminOf(await openAccount({}));
    const unproved = async () => {
      const [month] = (await readCoverage(app, [monthOf(app.now())])).months;
      return [month?.total.uncredited.at_solve.notProved ?? 0, month?.total.answered ?? 0] as const;
    };
    await countRecent(app, 'milliseconds', { isFirst: true });
    const [notProved, answered] = await unproved();
    expect(answered).toBeGreaterThan(10);
    expect(notProved).toBeLessThan(answered / 10);
  });
});

describe('a mark Zendesk does not take', () => {
  it('costs the increment a second look, and not the sync', async () => {
    const workspace = await openAccount({});
    const app = await adminOf(workspace);
    const { place } = await syncTickets(app, null);
    const lost = { ...place, cursor: 'no-such-cursor', cursorAt: app.now() - 2 * day };
    const again = await syncTickets(app, lost);
    expect(again.tickets).toBeGreaterThan(0);
    expect(again.place.cursor).not.toBe('no-such-cursor');
  });

  it('costs the backfill a part it had read, and not the rest', async () => {
    const workspace = await openAccount({});
    const app = await adminOf(workspace);
    const now = app.now();
    const start = newBackfill(app, { id: 'b', from: now - 80 * day, to: now });
    const end = await backfill(app, { ...start, after: 'no-such-mark', reachedAt: now - 20 * day }, control);
    expect(end.state).toBe('done');
    expect(end.done).toBeGreaterThan(0);
  });
});

describe('a conversation whose ticket becomes known', () => {
  const answer = rating({ value: 1, verdict: 'bad' });
  const look = (at: number) => ({
    ...nothingSeen,
    sighting: { ratings: [{ ...answer, answeredAt: at }], isAlreadyRevised: false },
  });
  const nowhere = { ticketId: null, requesterId: null };
  const known = async () => {
    const app = await adminOf(await openAccount({ hasStory: false }));
    const item = { ...nowhere, key: 'conversation:abc', observe: look(app.now()) };
    const { feedbacks } = await recordMany(app, [item], { isFresh: true, place: null });
    return { app, conversation: feedbacks.get('conversation:abc') as Feedback };
  };
  const link = async (app: Awaited<ReturnType<typeof adminOf>>, conversation: Feedback) => {
    const items = [
      { ...nowhere, key: 'ticket:77', observe: { ...look(app.now()), inherits: conversation } },
      { ...nowhere, key: 'conversation:abc', observe: { ...nothingSeen, linkedTo: '77' } },
    ];
    const { feedbacks } = await recordMany(app, items, { isFresh: false, place: null });
    return [feedbacks.get('ticket:77'), feedbacks.get('conversation:abc')].map((one) => one && laneOf(one));
  };

  it('goes on as the ticket’s case', async () => {
    const { app, conversation } = await known();
    expect(await link(app, conversation)).toEqual(['new', 'none']);
  });

  it('stays out of the figures where somebody had set it aside', async () => {
    const { app, conversation } = await known();
    const aside = { reason: 'test' as const, note: null };
    const { feedback } = await setAside(app, conversation, nowhere, aside, 'op');
    expect(await link(app, feedback)).toEqual(['set_aside', 'none']);
  });
});
