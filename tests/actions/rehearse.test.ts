/** A rehearsal of an account's own last weeks: equal to what its records say, and without a trace in them. */
import { beforeEach, describe, expect, it } from 'vitest';
import { estimateRehearsal, mostTickets, type Past, readPast } from '../../src/actions/rehearse.ts';
import type { App } from '../../src/app.ts';
import {
  type Configuration,
  defaultConfiguration,
  parseConfiguration,
} from '../../src/care/configuration.ts';
import { offeredWorkflow, rehearse } from '../../src/care/workflows/rehearsal.ts';
import { newWorkflow, type Workflow } from '../../src/care/workflows/workflow.ts';
import type { CsatGeneration } from '../emulator/control.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { storyTruth } from '../emulator/world/storyTruth.ts';
import type { Truth } from '../emulator/world/truth.ts';
import { adminOf, day, openAccount, timeOf } from './syncWorld.ts';
import { solvedTicket } from './tickets.ts';

let workspace: Workspace;
let admin: App;

async function open(csat: CsatGeneration = 'survey'): Promise<void> {
  workspace = await openAccount({ csat });
  workspace.world.unknowns.indexLagSeconds = 0;
  admin = await adminOf(workspace);
}
beforeEach(() => open());

const untilTheEnd = () => ({
  days: 30,
  isStopped: () => false,
  onProgress: () => {},
  clock: () => timeOf(workspace).now,
});
const read = () => readPast(admin, untilTheEnd());

/** The last answers of the last thirty days, straight from the world. */
function truths(): (Truth & { last: NonNullable<Truth['last']> })[] {
  const { world } = workspace;
  return storyTruth(world).flatMap((truth) =>
    truth.last && truth.last.at >= world.now() - 30 * day ? [{ ...truth, last: truth.last }] : [],
  );
}

const groupOf = ({ ticketId }: Truth) => workspace.world.tickets.get(ticketId)?.group_id ?? null;

const rescue = (own: Partial<Workflow['when']> = {}, rest: Partial<Workflow> = {}): Workflow => {
  const workflow = newWorkflow('rescue', 'rescue', 'Rescue', 3);
  return { ...workflow, ...rest, when: { ...workflow.when, suspects: 'any', ...own } };
};

function toldOf(past: Past, workflow: Workflow, configuration: Configuration = admin.configuration) {
  const [told] = rehearse(past.ratings, [workflow], configuration, 'UTC').workflows;
  if (!told) throw new Error('no workflow');
  return told;
}

describe('the last thirty days', () => {
  it('are every answer the customers gave, with the number and the moment', async () => {
    const past = await read();
    const found = past.ratings.map(({ ticketId, at, observation }) => {
      const csat = observation.sighting.ratings.find(({ metric, value }) => metric === 'csat' && value);
      return [Number(ticketId), csat?.value, Math.floor(at / 1000)];
    });
    const wanted = truths().map(({ ticketId, last }) => [ticketId, last.csat, Math.floor(last.at / 1000)]);
    expect(wanted.length).toBeGreaterThan(50);
    expect(found.sort()).toEqual(wanted.sort());
    expect(past).toMatchObject({ isCut: false, isStopped: false, broken: 0 });
  });

  it('alert as often as the answers below the number, which an eager workflow does not know yet', async () => {
    const past = await read();
    const csat = truths().map(({ last }) => last.csat ?? 0);
    const below = csat.filter((value) => value < 3).length;
    const threes = csat.filter((value) => value === 3).length;
    expect(threes).toBeGreaterThan(0);
    expect(toldOf(past, rescue({ isEager: false }))).toMatchObject({
      alerts: below,
      needsApp: below,
      turnedOut: 0,
    });
    expect(toldOf(past, rescue())).toMatchObject({ alerts: below + threes, needsApp: 0, turnedOut: threes });
  });

  it('have their worst day where most of them were, and their nights by the clock', async () => {
    const past = await read();
    const low = truths().filter(({ last }) => (last.csat ?? 5) <= 3);
    const perDay = new Map<string, number>();
    for (const { last } of low) {
      const local = new Date(last.at).toISOString().slice(0, 10);
      perDay.set(local, (perDay.get(local) ?? 0) + 1);
    }
    const atNight = low.filter(({ last }) => {
      const hour = new Date(last.at).getUTCHours();
      return hour < 7 || hour >= 20;
    });
    const told = toldOf(past, rescue());
    expect(told.worst?.count).toBe(Math.max(...perDay.values()));
    expect(perDay.get(told.worst?.day ?? '')).toBe(told.worst?.count);
    expect(told.atNight).toBe(atNight.length);
  });

  it('reach the leads of each group', async () => {
    const past = await read();
    const low = truths().filter(({ last }) => (last.csat ?? 5) <= 3);
    const groups = [...new Set(low.map(groupOf))];
    expect(groups.length).toBeGreaterThan(1);
    const [led] = groups;
    const configuration = {
      ...admin.configuration,
      leads: [{ groupId: String(led), userIds: ['11'] }],
      otherLeads: ['12'],
    };
    const { listeners } = rehearse(past.ratings, [rescue()], configuration, 'UTC');
    const own = low.filter((truth) => groupOf(truth) === led).length;
    expect(Object.fromEntries(listeners.map(({ id, total }) => [id, total]))).toEqual({
      11: own,
      12: low.length - own,
    });
  });

  it('open as many cases as numbers below the threshold, effort included', async () => {
    const past = await read();
    const low = truths().filter(({ last }) => (last.csat ?? 5) < 3 || (last.ces ?? 5) < 3);
    const { cases, ratings } = rehearse(past.ratings, [], admin.configuration, 'UTC');
    expect([ratings, cases]).toEqual([truths().length, low.length]);
  });

  it('tell what looks like a scanner apart', async () => {
    const past = await read();
    const low = truths().filter(({ last }) => (last.csat ?? 5) <= 3);
    const isThree = ({ last }: (typeof low)[number]) => last.csat === 3;
    const isSuspect = ({ last, first, offeredAt, submissions }: (typeof low)[number]) => {
      const isFast = offeredAt !== null && last.at - offeredAt <= 30_000;
      const isFlip = submissions > 1 && first !== null && last.at - first.at <= 60_000;
      return !last.comment && (isFast || isFlip);
    };
    expect(low.filter(isSuspect).length).toBeGreaterThan(0);
    const likelyFalse = low.filter((truth) => isThree(truth) || isSuspect(truth)).length;
    expect(toldOf(past, rescue()).likelyFalse).toBe(likelyFalse);
    const bare = low.filter((truth) => !isThree(truth) && !isSuspect(truth) && !truth.last.comment).length;
    const worded = low.filter(({ last }) => last.comment).length;
    expect(toldOf(past, rescue({ suspects: 'leave_out' }))).toMatchObject({
      alerts: bare + worded,
      needsApp: bare,
    });
  });
});

describe('an account with good and bad', () => {
  beforeEach(() => open('legacy'));

  it('is replayed by its own dates, and every bad one alerts', async () => {
    const past = await read();
    const wanted = truths();
    expect(wanted.length).toBeGreaterThan(50);
    expect(past.ratings).toHaveLength(wanted.length);
    expect(past.ratings.filter(({ isUndated }) => isUndated)).toEqual([]);
    const bad = wanted.filter(({ last }) => last.verdict === 'bad').length;
    expect(toldOf(past, rescue())).toMatchObject({ alerts: bad, turnedOut: 0, needsApp: 0 });
  });
});

describe('reading the past', () => {
  it('writes nothing', async () => {
    const before = workspace.exchanges().length;
    const records = workspace.world.customObjectRecords.size;
    const tickets = JSON.stringify([...workspace.world.tickets.stored()].map(({ updated_at }) => updated_at));
    await estimateRehearsal(admin);
    const past = await read();
    toldOf(past, offeredWorkflow('Low scores', defaultConfiguration));
    const calls = workspace.exchanges().slice(before);
    expect(calls.length).toBeGreaterThan(3);
    // Records are searched by POST.
    const writes = calls.filter(({ method, url }) => method !== 'GET' && !url.includes('/records/search'));
    expect(writes).toEqual([]);
    expect(workspace.world.customObjectRecords.size).toBe(records);
    expect(JSON.stringify([...workspace.world.tickets.stored()].map(({ updated_at }) => updated_at))).toBe(
      tickets,
    );
  });

  it('takes about as many calls as it said beforehand', async () => {
    const { calls, minutes, tickets, days } = await estimateRehearsal(admin);
    const before = workspace.exchanges().length;
    const { looked } = await read();
    expect(workspace.exchanges().length - before).toBeLessThanOrEqual(calls + 1);
    expect([looked, days, minutes]).toEqual([tickets, 30, 1]);
  });

  it('goes back fewer days where there is too much, and says so', async () => {
    const { http } = admin.zendesk;
    const counting = { ...http, get: async () => ({ count: mostTickets * 3 }) as never };
    const big = { ...admin, zendesk: { ...admin.zendesk, http: counting } };
    expect(await estimateRehearsal(big)).toMatchObject({ days: 10, tickets: mostTickets });
  });

  it('keeps what it has when somebody stops it', async () => {
    for (let more = 0; more < 60; more += 1) solvedTicket(workspace.world, { csat: 2 });
    const seen: number[] = [];
    const onProgress = (looked: number) => seen.push(looked);
    const isStopped = () => seen.length > 0;
    const past = await readPast(admin, { ...untilTheEnd(), isStopped, onProgress });
    expect(past).toMatchObject({ isStopped: true, looked: 100 });
    expect(seen).toEqual([100]);
    expect(past.ratings.length).toBeGreaterThan(0);
  });

  it('says what kept it from the end', async () => {
    workspace.setFaults([{ path: '/api/v2/guide/survey_responses', kind: '403' }]);
    await expect(read()).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('counts rows nobody can read', async () => {
    const { http } = admin.zendesk;
    const get: typeof http.get = async (url, ...given) => {
      const answer = await http.get(url, ...given);
      if (url.includes('search/export')) (answer as { results: unknown[] }).results.push({ id: null });
      return answer;
    };
    const past = await readPast(
      { ...admin, zendesk: { ...admin.zendesk, http: { ...http, get } } },
      untilTheEnd(),
    );
    expect([past.broken, past.ratings.length]).toEqual([1, truths().length]);
  });

  it('goes by what is in hand: the configuration may have changed since', async () => {
    const past = await read();
    const strict = parseConfiguration({ ...admin.configuration, csatThreshold: 5 });
    const { cases } = rehearse(past.ratings, [], strict, 'UTC');
    expect(cases).toBeGreaterThan(rehearse(past.ratings, [], admin.configuration, 'UTC').cases);
  });
});
