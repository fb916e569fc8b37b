import fc from 'fast-check';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { attributeRatings } from '../../src/actions/attributeRatings.ts';
import { countRecent } from '../../src/actions/countCoverage.ts';
import { readCoverage } from '../../src/actions/readCoverage.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { reconcileBad } from '../../src/actions/reconcile.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { setAside } from '../../src/actions/setAside.ts';
import { syncTickets } from '../../src/actions/syncTickets.ts';
import type { App } from '../../src/app.ts';
import type { Tally } from '../../src/care/coverage.ts';
import { type Feedback, history, removedAt } from '../../src/care/feedback.ts';
import { type IncrementPlace, incrementSchema, mostKept, newIncrement } from '../../src/care/syncing.ts';
import { placeRecordOf, readPlaces } from '../../src/zendesk/syncRecords.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { changeTicket, createTicket } from '../emulator/world/changeTicket.ts';
import {
  answerInConversation,
  linkToTicket,
  offerInConversation,
} from '../emulator/world/messagingSurveys.ts';
import { personas } from '../emulator/world/people.ts';
import { removeRating } from '../emulator/world/ratingRemoval.ts';
import { answerSurvey, system } from '../emulator/world/surveys.ts';
import { createTestApp, whenIdle } from '../testApp.ts';
import {
  adminOf,
  countedCalls,
  failingAt,
  ledgersIn,
  listedIn,
  openAccount,
  scoresIn,
  scoresOf,
  sorted,
} from './syncWorld.ts';
import { customerId, solvedTicket } from './tickets.ts';

const timeout = 60_000;
const hour = 3_600_000;
let workspace: Workspace;
let admin: App;

beforeEach(async () => {
  workspace = await openAccount({ hasStory: false });
  admin = await adminOf(workspace);
});

const rated = (csat: number) => solvedTicket(workspace.world, { csat });
const answer = (ticketId: string, csat: number) =>
  answerSurvey(workspace.world, { ticket: Number(ticketId), csat });
const stateOf = (ticketId: string): Feedback | undefined =>
  listedIn(workspace.world).get(`ticket:${ticketId}`);

async function remembered(): Promise<IncrementPlace | null> {
  return (await readPlaces(admin.zendesk.http)).tickets;
}

/** Somebody opens the ticket. */
const look = async (app: App, ticketId: string) =>
  recordSighting(app, await readTicketFeedback(app, ticketId));

const sync = async (app = admin) => syncTickets(app, await remembered());

/** Writes are seen in lists at once, searches too. */
async function expectWhole(): Promise<void> {
  const ledgers = await ledgersIn(admin, workspace.world);
  expect(sorted(scoresOf(ledgers))).toEqual(sorted(scoresIn(workspace.world)));
  expect(sorted(listedIn(workspace.world))).toEqual(sorted(ledgers));
}

describe('an increment', () => {
  it('finds what was answered since the last one, and opens the case', async () => {
    await sync();
    const ticketId = rated(2);
    workspace.world.advance(hour);
    expect(await sync()).toMatchObject({ changed: 1 });
    expect(stateOf(ticketId)?.case).toMatchObject({ status: 'new', isProvisional: false });
    expect(await sync()).toMatchObject({ changed: 0 });
    await expectWhole();
  });

  it('finds an answer given weeks after the survey went out', async () => {
    const ticketId = solvedTicket(workspace.world);
    await sync();
    workspace.world.advance(70 * hour);
    await sync();
    answer(ticketId, 4);
    await sync();
    expect(stateOf(ticketId)?.revisions).toMatchObject([{ value: 4, scale: 5, source: 'survey_responses' }]);
  });

  it('appends what the customer changed, and keeps what they said first', async () => {
    const ticketId = rated(2);
    await sync();
    workspace.world.advance(hour);
    answer(ticketId, 4);
    await sync();
    const state = stateOf(ticketId);
    expect(state && history(state, 'csat').map(({ value }) => value)).toEqual([2, 4]);
  });

  it('sees a rating taken away again', async () => {
    const ticketId = rated(2);
    await sync();
    removeRating(workspace.world, Number(ticketId), system);
    await sync();
    expect(removedAt(stateOf(ticketId) as Feedback)).not.toBeNull();
    expect(stateOf(ticketId)?.revisions).toHaveLength(1);
  });

  it('sees a rated ticket merged or deleted', async () => {
    const [merged, deleted] = [rated(2), rated(5)];
    await sync();
    const by = { authorId: personas.agent, channel: 'web' } as const;
    changeTicket(workspace.world, Number(merged), { addTags: ['closed_by_merge'] }, by);
    await workspace.fetchAs('admin')(`/api/v2/tickets/${deleted}.json`, { method: 'DELETE' });
    await sync();
    expect(stateOf(merged)?.ticket).toMatchObject({ state: 'merged' });
    expect(stateOf(deleted)?.ticket).toMatchObject({ state: 'deleted' });
  });

  it('says whose app ran it, and up to when everything is known', async () => {
    rated(5);
    await sync();
    expect(await remembered()).toMatchObject({
      byId: admin.user.id,
      byName: admin.user.name,
      at: workspace.world.now(),
      cursorAt: workspace.world.now(),
      failure: null,
    });
  });

  it('writes its place with the scores, and nothing while nothing happens', async () => {
    await sync();
    const before = workspace.exchanges().length;
    await sync();
    expect(
      workspace
        .exchanges()
        .slice(before)
        .map(({ method }) => method),
    ).toEqual(['GET', 'GET']);
    rated(5);
    const busy = workspace.exchanges().length;
    await sync();
    const writes = workspace
      .exchanges()
      .slice(busy)
      .filter(({ method }) => method !== 'GET');
    expect(writes.map(({ url }) => url.split('/').slice(-2).join('/'))).toEqual([
      'fl_event/jobs',
      'fl_feedback/jobs',
    ]);
  });

  it('keeps to its calls, however many changed', { timeout }, async () => {
    const account = await openAccount({ hasStory: false, scale: 1_500, answered: 60 });
    const app = await adminOf(account);
    const from = account.world.now() - 400 * 24 * hour;
    const before = account.exchanges().length;
    const cursor = Buffer.from(`${from}|-1`).toString('base64');
    const start = { ...newIncrement({ at: 0, byId: app.user.id, byName: null }, from), cursor };
    const { tickets } = await syncTickets(app, start);
    const calls = countedCalls(account.exchanges().slice(before));
    const rows = [...account.world.tickets.values()].filter(({ rating }) =>
      ['good', 'bad'].includes(rating.score),
    );
    const [t, r] = [tickets, rows.length];
    const budget = Math.ceil(t / 1000) + Math.ceil(r / 50) + Math.ceil(r / 100) + Math.ceil((2 * r) / 100);
    // One call is the reading of the place before.
    expect(calls + 1).toBeLessThanOrEqual(1.05 * budget + 2);
    expect(listedIn(account.world).size).toBe(r);
  });

  it('is the same after a crash between any two writes', { timeout }, async () => {
    for (const isDone of [false, true]) {
      for (let n = 1; n <= 5; n += 1) {
        workspace.reset();
        workspace = await openAccount({ hasStory: false });
        admin = await adminOf(workspace);
        await sync();
        const [first, second] = [rated(1), rated(5)];
        await syncTickets(failingAt(admin, n, isDone), await remembered()).catch(() => {});
        answer(first, 3);
        await sync(failingAt(admin, n, isDone)).catch(() => {});
        await sync();
        expect(stateOf(second)?.revisions).toHaveLength(1);
        await expectWhole();
      }
    }
  });

  /** Rated tickets that fill one page of changes and more, and an app that is closed before its n-th read. */
  async function closedInTheMiddle(tickets: number, n: number): Promise<Workspace> {
    const account = await openAccount({ hasStory: false });
    workspace = account;
    admin = await adminOf(account);
    await sync();
    for (let index = 0; index < tickets; index += 1) rated(1 + (index % 5));
    account.world.advance(hour);
    let pages = 0;
    const { http } = admin.zendesk;
    const get: typeof http.get = (url, schema, options) => {
      if (url.includes('/incremental/tickets/cursor')) pages += 1;
      if (pages === n) throw new Error('the browser was closed');
      return http.get(url, schema, options);
    };
    const closed = { ...admin, zendesk: { ...admin.zendesk, http: { ...http, get } } };
    await expect(syncTickets(closed, await remembered())).rejects.toThrow('closed');
    return account;
  }

  it('goes on behind the page it had read, with the tickets that were still on their way', {
    timeout,
  }, async () => {
    const account = await closedInTheMiddle(1_030, 2);
    const left = (await remembered())?.pending ?? [];
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThanOrEqual(mostKept.pending);
    expect(stateOf(left[0] ?? '')).toBeUndefined();
    await account.fetchAs('admin')(`/api/v2/tickets/${left[0]}.json`, { method: 'DELETE' });
    const before = account.exchanges().length;
    const { tickets } = await sync();
    expect(tickets).toBeLessThanOrEqual(31);
    const asked = account.exchanges().slice(before);
    expect(asked.filter(({ url }) => url.includes('show_many')).length).toBeLessThanOrEqual(2);
    expect((await remembered())?.pending).toEqual([]);
    expect(listedIn(account.world).size).toBe(1_029);
  });

  it('keeps a place that fits into a record, however much waits', () => {
    const ids = (count: number) =>
      Array.from({ length: count }, (_, index) => String(100_000_000_000 + index));
    const state: IncrementPlace = {
      at: 1,
      byId: '1'.repeat(15),
      byName: 'N'.repeat(200),
      cursor: 'c'.repeat(100),
      cursorAt: 1,
      unchecked: ids(mostKept.unchecked),
      unattributed: ids(mostKept.unattributed),
      pending: ids(mostKept.pending),
      pendingSince: 1,
      windowAt: 1,
      broken: Array.from({ length: 10 }, (_, index) => ({ reason: `Reason${index}`, count: 1_000_000 })),
      failure: null,
    };
    const text = placeRecordOf({ name: 'tickets', state }).custom_object_fields.state;
    expect(text.length).toBeLessThan(32_000);
    expect(v.parse(incrementSchema, JSON.parse(text))).toEqual(state);
  });

  it('leaves what may have lost its rating to later increments, a hundred each', { timeout }, async () => {
    const account = await openAccount({ hasStory: false, scale: 1_700, answered: 0 });
    const app = await adminOf(account);
    const start = { ...(await syncTickets(app, null)).place, cursor: Buffer.from('0|-1').toString('base64') };
    const before = account.exchanges().length;
    const { place } = await syncTickets(app, start);
    const isLookUp = (url: string) => url.includes('filter%5Bexternal_ids%5D=ticket');
    const lookUps = account
      .exchanges()
      .slice(before)
      .filter(({ url }) => isLookUp(url));
    expect(place.unchecked.length).toBeGreaterThan(1_000);
    expect(place.unchecked.length).toBeLessThanOrEqual(mostKept.unchecked);
    expect(lookUps.length).toBeLessThanOrEqual(3);
    const next = await syncTickets(app, place);
    expect(next.place.unchecked.length).toBe(place.unchecked.length - 100);
  });

  it('that two admins run at once is the same as one', { timeout }, async () => {
    await sync();
    const other = await adminOf(workspace);
    const tickets = [1, 2, 3, 4, 5].map(rated);
    await Promise.all([sync(), sync(other)]);
    for (const ticketId of tickets) expect(stateOf(ticketId)?.revisions).toHaveLength(1);
    answer(tickets[0] ?? '', 5);
    await Promise.all([sync(other), sync()]);
    await expectWhole();
  });

  it('ends the same after any course of answers, two admins, sidebars and crashes', {
    timeout: 120_000,
  }, async () => {
    const steps = fc.array(
      fc.record({
        what: fc.constantFrom('answer', 'sync', 'other', 'look', 'crash'),
        ticket: fc.nat(2),
        csat: fc.integer({ min: 1, max: 5 }),
      }),
      { minLength: 3, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 4 }), async (course, n) => {
        workspace = await openAccount({ hasStory: false });
        admin = await adminOf(workspace);
        const other = await adminOf(workspace);
        const person = await createTestApp(workspace, 'admin', { timeoutMs: 5_000 });
        await sync();
        const tickets = [0, 1, 2].map(() => solvedTicket(workspace.world));
        for (const { what, ticket, csat } of course) {
          workspace.world.advance(5_000);
          if (what === 'answer') answer(tickets[ticket] ?? '', csat);
          if (what === 'sync') await sync();
          if (what === 'other') await Promise.all([sync(), sync(other)]);
          if (what === 'look') await Promise.all([look(person, tickets[ticket] ?? ''), sync()]);
          if (what === 'crash') await sync(failingAt(admin, n, csat > 2)).catch(() => {});
        }
        await sync();
        await expectWhole();
      }),
      { numRuns: 12 },
    );
  });
});

describe('what the survey alone tells', () => {
  const conversation = { conversationId: '01HCONVERSATION', responderId: customerId };

  it('an answer that names only a conversation is kept, and linked once its ticket is known', async () => {
    const ticketId = solvedTicket(workspace.world, { csat: 5 });
    const response = offerInConversation(workspace.world, conversation);
    answerInConversation(workspace.world, response, { csat: 2 });
    await countRecent(admin, 'milliseconds');
    const key = `conversation:${conversation.conversationId}`;
    expect(listedIn(workspace.world).get(key)).toMatchObject({ revisions: [{ value: 2 }], linkedTo: null });
    const { ticket } = unrated();
    const current = workspace.world.surveyResponses.get(response.id);
    if (current) linkToTicket(workspace.world, current, ticket);
    await countRecent(admin, 'milliseconds');
    expect(listedIn(workspace.world).get(key)).toMatchObject({ linkedTo: String(ticket) });
    expect(stateOf(String(ticket))?.revisions).toMatchObject([{ value: 2 }]);
    expect(stateOf(ticketId)?.revisions).toMatchObject([{ value: 5 }]);
  });

  /** A ticket that was offered no survey of its own. */
  function unrated(): { ticket: number } {
    const subject = 'In the chat';
    const input = {
      subject,
      requester_id: customerId,
      assignee_id: personas.agent,
      status: 'solved' as const,
    };
    const comment = { body: 'Hello', public: true, author_id: customerId };
    const by = { authorId: personas.agent, channel: 'chat' } as const;
    return { ticket: createTicket(workspace.world, { ...input, comment }, by).ticket.id };
  }

  it('is counted by month, and what is set aside later leaves the count', async () => {
    const tickets = [2, 5, 4].map(rated);
    solvedTicket(workspace.world);
    expect(await countRecent(admin, 'milliseconds')).toBe(true);
    const month = new Date(workspace.world.now()).toISOString().slice(0, 7);
    const count = async () => (await readCoverage(admin, [month])).months[0]?.total;
    expect(await count()).toMatchObject({ offered: 4, answered: 3, open: 1, setAside: 0 });
    workspace.world.advance(hour);
    workspace.world.unknowns.indexLagSeconds = 0;
    const person = await createTestApp(workspace, 'admin');
    const seen = await readTicketFeedback(person, tickets[0] ?? '');
    await setAside(person, seen.feedback, seen, { reason: 'scanner', note: null }, 'op');
    await whenIdle(workspace);
    const after = await count();
    expect(after).toMatchObject({ offered: 4, answered: 3, setAside: 1 });
    expect(after?.scores.reduce((sum, one) => sum + one.count, 0)).toBe(2);
  });
});

describe('what is set aside after the count', () => {
  const monthOfNow = () => new Date(workspace.world.now()).toISOString().slice(0, 7);
  const scoresOfMonth = async (month: string) => {
    const [found] = (await readCoverage(admin, [month])).months;
    const sum = (tally: Tally | undefined) => tally?.scores.reduce((all, one) => all + one.count, 0);
    const groups = found?.groups.reduce((all, { tally }) => all + (sum(tally) ?? 0), 0);
    return { total: sum(found?.total), groups, setAside: found?.total.setAside };
  };
  const setAsideNow = async (ticketId: string) => {
    workspace.world.advance(hour);
    const person = await createTestApp(workspace, 'admin');
    const seen = await readTicketFeedback(person, ticketId);
    await setAside(person, seen.feedback, seen, { reason: 'test', note: null }, 'op');
    await whenIdle(workspace);
  };

  beforeEach(() => {
    workspace.world.unknowns.indexLagSeconds = 0;
  });

  it('leaves the month its survey was sent in, not the one it was answered in', async () => {
    const { world } = workspace;
    const now = new Date(world.now());
    const nextMonth = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1);
    world.advance(nextMonth - hour - world.now());
    const sent = monthOfNow();
    const [late, other] = [solvedTicket(world), rated(2)];
    world.advance(2 * hour);
    answer(late, 2);
    rated(2);
    const answered = monthOfNow();
    await countRecent(admin, 'milliseconds');
    expect(await scoresOfMonth(sent)).toEqual({ total: 2, groups: 2, setAside: 0 });
    await setAsideNow(late);
    expect(await scoresOfMonth(sent)).toEqual({ total: 1, groups: 1, setAside: 1 });
    expect(await scoresOfMonth(answered)).toEqual({ total: 1, groups: 1, setAside: 0 });
    await setAsideNow(other);
    expect(await scoresOfMonth(sent)).toMatchObject({ total: 0, setAside: 2 });
    expect(await scoresOfMonth(answered)).toMatchObject({ total: 1, setAside: 0 });
    await countRecent(admin, 'milliseconds');
    expect(await scoresOfMonth(sent)).toEqual({ total: 0, groups: 0, setAside: 2 });
    expect(await scoresOfMonth(answered)).toEqual({ total: 1, groups: 1, setAside: 0 });
  });

  it('leaves it also where the clock that saw the answer was seconds ahead of the one that counted', async () => {
    const ticket = rated(2);
    const ahead = { ...admin, now: () => workspace.world.now() + 4_000 };
    await countRecent(ahead, 'milliseconds');
    await countRecent(admin, 'milliseconds');
    expect(await scoresOfMonth(monthOfNow())).toMatchObject({ total: 1, setAside: 0 });
    await setAsideNow(ticket);
    expect(await scoresOfMonth(monthOfNow())).toMatchObject({ total: 0, setAside: 1 });
  });

  it('never takes a group’s figures down for another group’s feedback', async () => {
    const { world } = workspace;
    const tickets = [1, 2, 2].map(rated);
    rated(5);
    const home = world.tickets.get(Number(tickets[0]))?.group_id;
    const elsewhere = [...world.groups.keys()].filter((id) => id !== home);
    await sync();
    await attributeRatings(admin, tickets);
    const by = { authorId: personas.agent, channel: 'web' } as const;
    for (const [index, ticket] of tickets.entries())
      changeTicket(world, Number(ticket), { group_id: elsewhere[index % 2] }, by);
    await countRecent(admin, 'milliseconds');
    expect(await scoresOfMonth(monthOfNow())).toEqual({ total: 4, groups: 4, setAside: 0 });
    // One row alone has such an answer, though it is not the group’s it was given to.
    await setAsideNow(tickets[0] ?? '');
    expect(await scoresOfMonth(monthOfNow())).toEqual({ total: 3, groups: 3, setAside: 1 });
    // Two rows have one: nobody can tell, until the month is counted again.
    await setAsideNow(tickets[1] ?? '');
    expect(await scoresOfMonth(monthOfNow())).toEqual({ total: 2, groups: 3, setAside: 2 });
    await countRecent(admin, 'milliseconds');
    expect(await scoresOfMonth(monthOfNow())).toEqual({ total: 2, groups: 2, setAside: 2 });
  });
});

describe('whose feedback it is', () => {
  it('is worked out after the score, from the ticket’s own history', async () => {
    const ticketId = rated(2);
    const { place } = await sync();
    expect(place.unattributed).toEqual([ticketId]);
    expect(stateOf(ticketId)?.attribution).toBeNull();
    await attributeRatings(admin, place.unattributed);
    expect(stateOf(ticketId)?.attribution).toMatchObject({ atRating: String(personas.agent) });
    await expectWhole();
  });

  it('is worked out from the account’s events where many wait', { timeout }, async () => {
    await sync();
    const tickets = Array.from({ length: 25 }, () => rated(4));
    workspace.world.advance(hour);
    const { place } = await sync();
    const before = workspace.exchanges().length;
    await attributeRatings(admin, place.unattributed);
    expect(
      workspace
        .exchanges()
        .slice(before)
        .filter(({ url }) => url.includes('/audits')),
    ).toEqual([]);
    for (const ticketId of tickets)
      expect(stateOf(ticketId)?.attribution).toMatchObject({ atRating: String(personas.agent) });
  });

  it('dates a good or bad that only the ticket shows', async () => {
    workspace.world.csat = 'legacy';
    const ticketId = solvedTicket(workspace.world, { csat: 'bad' });
    const answeredAt = workspace.world.now();
    workspace.world.advance(30 * hour);
    const plain = { ...admin, configuration: { ...admin.configuration, survey: null } };
    const { place } = await syncTickets(plain, {
      ...(await sync()).place,
      cursor: Buffer.from('0|-1').toString('base64'),
    });
    expect(stateOf(ticketId)).toBeUndefined();
    await attributeRatings(plain, place.unattributed);
    expect(stateOf(ticketId)?.revisions).toMatchObject([{ verdict: 'bad', answeredAt }]);
  });
});

describe('a lead without an admin’s sync', () => {
  it('finds bad ratings nobody recorded, with their true time, once', async () => {
    const [bad, good] = [rated(1), rated(5)];
    const answeredAt = workspace.world.now();
    workspace.world.advance(9 * hour);
    const lead = await createTestApp(workspace, 'lead', { timeoutMs: 5_000 });
    expect(await reconcileBad(lead)).toMatchObject({ found: 1, asOf: workspace.world.now() });
    expect(stateOf(bad)?.case).toMatchObject({ isProvisional: true, dueAt: answeredAt + 24 * hour });
    expect(stateOf(good)).toBeUndefined();
    expect(await reconcileBad(lead)).toMatchObject({ found: 0 });
    await sync();
    expect(stateOf(bad)?.revisions.at(-1)).toMatchObject({ verdict: 'bad' });
  });

  it('leaves a rating whose time cannot be told now for the next look, and says so', async () => {
    rated(1);
    workspace.world.advance(hour);
    workspace.setFaults([{ path: '/api/v2/tickets/*/audits', kind: '503' }]);
    const lead = await createTestApp(workspace, 'lead', { timeoutMs: 5_000 });
    const { found, missed } = await reconcileBad(lead);
    expect({ found, kind: missed?.kind }).toEqual({ found: 0, kind: 'unavailable' });
    workspace.setFaults([]);
    expect(await reconcileBad(lead)).toMatchObject({ found: 1 });
  });
});
