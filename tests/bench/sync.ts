/**
 * Rows `sync-backfill-calls` and `sync-increment-calls`: what the sync asks of the account, beside the number of calls
 * the work takes at the least. What there is to read is counted in the world itself; looks at jobs are left out.
 */
import { backfill, newBackfill } from '../../src/actions/backfill.ts';
import { setUp } from '../../src/actions/setUp.ts';
import { syncTickets } from '../../src/actions/syncTickets.ts';
import type { App } from '../../src/app.ts';
import { parseConfiguration } from '../../src/care/configuration.ts';
import { createHttp } from '../../src/zendesk/http.ts';
import { readPlaces } from '../../src/zendesk/syncRecords.ts';
import type { ZafClient, ZafRequest } from '../../src/zendesk/zaf.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { changeTicket } from '../emulator/world/changeTicket.ts';
import { personas } from '../emulator/world/people.ts';
import { firstScaleTicket } from '../emulator/world/scaleFacts.ts';
import { answerSurvey } from '../emulator/world/surveys.ts';
import type { World } from '../emulator/world/world.ts';
import { absolute, type Row, relative } from './rows.ts';

const day = 86_400_000;
const minute = 60_000;

/** Surveys of the backfill, and feedbacks of the account in which the increment happens. */
const surveys = 20_000;
const population = 100_000;
/** Tickets that change for other reasons. Whether a rated one among them was rated anew must be looked up. */
const ordinary = 2_600;

const up = (count: number, by: number) => Math.ceil(count / by);

/** An admin's frame without words, on an account after set-up. */
export async function open(workspace: Workspace, isCut: () => boolean = () => false): Promise<App> {
  const { world } = workspace;
  const ask = workspace.fetchAs('admin');
  const request = async ({ url, type, contentType, data }: ZafRequest) => {
    if (isCut()) throw { status: 0, statusText: 'error', responseText: '' };
    const headers = { ...(contentType && { 'content-type': contentType }) };
    const response = await ask(url, { method: type, headers, ...(data !== undefined && { body: data }) });
    const { status, statusText } = response;
    const responseHeaders = Object.fromEntries(response.headers);
    const answer = { status, statusText, responseText: await response.text(), responseHeaders };
    if (!response.ok) throw answer;
    return answer;
  };
  const client = { request } as unknown as ZafClient;
  const clock = { now: () => world.now(), correct: () => {} };
  const [installation] = world.installations.values();
  const hub = {
    recall: async () => null,
    keep: () => {},
    tell: () => {},
    onNews: () => () => {},
    busy: () => {},
    poke: () => {},
  };
  return {
    zendesk: {
      http: createHttp(client, { clock, timeoutMs: minute, wait: async () => {} }),
      client,
      hub,
      title: 'Feedback Loop',
      appId: 7,
      installationId: 70,
    },
    now: clock.now,
    user: { id: String(personas.admin), name: 'Noor', isAdmin: true, locale: 'en-US', timeZone: 'UTC' },
    configuration: parseConfiguration(installation?.settings.configuration),
    t: (key) => key,
    locale: 'en-US',
  };
}

/** Budgets of the account are never spent: each look at the clock is a minute later. */
export async function createAccount(scale: number, answered: number): Promise<Workspace> {
  const apps = [{ appId: 7, installationId: 70, settings: {} }];
  const workspace = createWorkspace({ scale, answered, hasStory: false, apps });
  let real = 0;
  workspace.world.realNow = () => {
    real += minute + 1000;
    return real;
  };
  await setUp(await open(workspace), () => {});
  return workspace;
}

/** Calls since `from`, without the looks at jobs. */
export function callsSince(workspace: Workspace, from: number): string[] {
  return workspace
    .exchanges()
    .slice(from)
    .map(({ method, url }) => `${method} ${url}`)
    .filter((call) => !call.startsWith('GET /api/v2/job_statuses/'));
}

/** Every survey answered: the dearest account there is. */
export async function measureBackfill(): Promise<Row> {
  const workspace = await createAccount(surveys, 100);
  const { world } = workspace;
  const app = await open(workspace);
  const [from, to] = [world.now() - 400 * day, world.now()];
  const begun = workspace.exchanges().length;
  const wish = newBackfill(app, { id: 'bench', from, to });
  const place = await backfill(app, wish, { isStopped: () => false, clock: () => 0 });
  const calls = callsSince(workspace, begun).length;
  const { offered, events } = inWorld(world, from);
  if (place.done !== offered)
    throw new Error(`sync-backfill-calls: ${place.done} of ${offered} surveys read.`);
  const least = up(offered, 50) + up(offered, 100) + up(events, 1000) + up(2 * offered, 100);
  process.stdout.write(`sync-backfill-calls: N = ${offered}, E = ${events}\n`);
  return relative('sync-backfill-calls', 'calls', { value: calls, floor: least, n: 1 }, 1.05);
}

function inWorld(world: World, from: number): { offered: number; events: number } {
  let [offered, events] = [0, 0];
  for (const ticket of world.tickets.values()) {
    if (ticket.rating.offered_at !== null && ticket.rating.offered_at >= from) offered += 1;
    events += ticket.audits.filter(({ created_at: at }) => at >= from && at <= world.now() - minute).length;
  }
  return { offered, events };
}

interface Busy {
  workspace: Workspace;
  /** Changed tickets, and those with a new rating among them. */
  changed: number;
  rated: number;
}

/** A weekend's work in one go: every open survey is answered, and thousands of other tickets change, rated or not. */
async function createBusyAccount(): Promise<Busy> {
  const workspace = await createAccount(population, 40);
  const { world } = workspace;
  await syncTickets(await open(workspace), null);
  world.advance(3 * minute);
  const newest = Array.from({ length: 3_000 }, (_, back) => firstScaleTicket + population - 1 - back);
  const offered = newest.filter((id) => {
    const ticket = world.tickets.get(id);
    return ticket?.rating.score === 'offered' && ticket.status === 'solved';
  });
  for (const [turn, ticket] of offered.entries()) answerSurvey(world, { ticket, csat: 1 + (turn % 5) });
  const by = { authorId: personas.agent, channel: 'web', isHistory: true };
  let rated = offered.length;
  for (let index = 0; index < ordinary; index += 1) {
    const id = firstScaleTicket + index * 7;
    const { ticket } = changeTicket(world, id, { addTags: ['seen'] }, { ...by, at: world.now() });
    if (ticket.rating.score === 'good' || ticket.rating.score === 'bad') rated += 1;
  }
  world.advance(3 * minute);
  return { workspace, changed: offered.length + ordinary, rated };
}

const isPage = (call: string) => call.includes('/incremental/tickets/cursor');

/** As a tab does after a reload: the place first, then on from there. */
async function increment(workspace: Workspace, isCut?: () => boolean): Promise<string[]> {
  const begun = workspace.exchanges().length;
  const app = await open(workspace, isCut);
  const { tickets } = await readPlaces(app.zendesk.http);
  await syncTickets(app, tickets).catch((cause: unknown) => {
    if (!isCut) throw cause;
  });
  return callsSince(workspace, begun);
}

const recordsIn = ({ world }: Workspace) =>
  [...world.customObjectRecords.values()].filter(({ object_key }) => object_key === 'fl_event').length;

/** The calls, and how many pages of tickets are read again when the tab is reloaded in the middle. */
export async function measureIncrement(): Promise<Row[]> {
  const { workspace, changed, rated } = await createBusyAccount();
  const calls = await increment(workspace);
  const written = recordsIn(workspace);
  if (written !== rated) throw new Error(`sync-increment-calls: ${written} of ${rated} ratings recorded.`);
  const least = up(changed, 1000) + up(rated, 50) + up(rated, 100) + up(2 * rated, 100);
  const repeated = await measureReload(calls.length, rated);
  process.stdout.write(`sync-increment-calls: T = ${changed}, R = ${rated}, M = 0\n`);
  // The budget is 1.05 × least + 2.
  const value = Math.max(0, calls.length - 2);
  return [
    relative('sync-increment-calls', 'calls', { value, floor: least, n: 1 }, 1.05),
    absolute('sync-increment-repeats', 'calls', repeated, 1, cuts.length),
  ];
}

/** Shares of the calls after which the tab is closed. */
const cuts = [0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9];

/** How many pages of tickets are read again, at most. */
async function measureReload(whole: number, rated: number): Promise<number> {
  let worst = 0;
  for (const part of cuts) {
    const { workspace } = await createBusyAccount();
    const pages = (calls: readonly string[]) => calls.filter(isPage);
    let left = Math.floor(whole * part);
    const before = await increment(workspace, () => {
      left -= 1;
      return left < 0;
    });
    const after = await increment(workspace);
    const asked = [...pages(before), ...pages(after)];
    worst = Math.max(worst, asked.length - new Set(asked).size);
    const written = recordsIn(workspace);
    if (written !== rated)
      throw new Error(`sync-increment-calls: ${written} of ${rated} ratings recorded after a reload.`);
  }
  return worst;
}
