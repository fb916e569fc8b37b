/** What tests of the rollups ask of an account: feedbacks, keepers, and what its ledgers say every row is. */
import { keepOnce, type Round } from '../../src/actions/keepRollups.ts';
import { type ReportData, readReport } from '../../src/actions/readReport.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { readChunks, readHeads } from '../../src/actions/rollupRecords.ts';
import { setUp } from '../../src/actions/setUp.ts';
import type { App } from '../../src/app.ts';
import { type Configuration, parseConfiguration } from '../../src/care/configuration.ts';
import { placedIn } from '../../src/care/insights/chunk.ts';
import { rowAt } from '../../src/care/insights/columns.ts';
import type { Head } from '../../src/care/insights/head.ts';
import { nowhere, type Row, rowOf } from '../../src/care/insights/row.ts';
import { createHttp } from '../../src/zendesk/http.ts';
import type { PersonaKey } from '../emulator/control.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import type { World } from '../emulator/world/world.ts';
import { createTestApp, requestOver, whenIdle } from '../testApp.ts';
import { choose } from './setUpWorld.ts';
import { ledgersIn, listedIn } from './syncWorld.ts';
import { customerId, solvedTicket } from './tickets.ts';

export const always = { from: 0, to: 8e15 };
export const minute = 60_000;

/** An account after set-up, without a story, whose limits are never met and whose index never lags. */
export async function openRollups(): Promise<Workspace> {
  const workspace = createWorkspace({
    hasStory: false,
    apps: [{ appId: 7, installationId: 70, settings: {} }],
  });
  const { world } = workspace;
  world.unknowns.indexLagSeconds = 0;
  let real = 0;
  world.realNow = () => {
    real += 61_000;
    return real;
  };
  await setUp(await createTestApp(workspace, 'admin'), () => {});
  return workspace;
}

export interface KeeperOptions {
  persona?: PersonaKey;
  /** Waits before each of its calls. */
  turn?: () => Promise<void>;
  /** Stands between the frame and the account. */
  over?: (fetchIt: typeof fetch) => typeof fetch;
  /** Until a call without an answer is given up. */
  timeoutMs?: number;
}

/** A background frame, whose calls never time out. */
export async function keeperOf(workspace: Workspace, options: KeeperOptions = {}): Promise<App> {
  const {
    persona = 'admin',
    turn = async () => {},
    over = (fetchIt) => fetchIt,
    timeoutMs = 60_000,
  } = options;
  const app = await createTestApp(workspace, persona);
  const clock = { now: () => workspace.world.now(), correct: () => {} };
  const request = requestOver(over(workspace.fetchAs(persona)));
  const http = createHttp({ request } as never, {
    clock,
    timeoutMs,
    wait: async () => {},
    pace: { turn },
  });
  return { ...app, zendesk: { ...app.zendesk, http } };
}

/** A round nobody puts off. */
export const keep = (app: App): Promise<Round> => keepOnce(app, { isStopped: () => false, isAsked: true });

/** The ticket's id; its rating is in the ledger and in the list. */
export async function rated(workspace: Workspace, app: App, csat: number): Promise<string> {
  const ticket = solvedTicket(workspace.world, { csat: csat as 1 });
  await recordSighting(app, await readTicketFeedback(app, ticket));
  await whenIdle(workspace);
  return ticket;
}

/** Other settings, saved by an admin. */
export function configure(workspace: Workspace, change: Partial<Configuration>): void {
  choose(workspace, { ...change, version: storedIn(workspace.world).version + 1 });
}

export const subjectOf = (ticketId: string) => ({ ticketId, requesterId: String(customerId) });

const byKey = (rows: readonly Row[]) => [...rows].sort((a, b) => (a.key < b.key ? -1 : 1));

/** Every row as the ledgers have it, by the account's settings of today. */
export async function truthOf(workspace: Workspace): Promise<Row[]> {
  const { world } = workspace;
  const app = await createTestApp(workspace, 'admin', { timeoutMs: 5_000 });
  const listed = listedIn(world);
  const rows = [...(await ledgersIn(app, world))]
    .filter(([key]) => listed.has(key))
    .flatMap(([key, feedback]) => rowOf(feedback, placeIn(world, key), storedIn(world)) ?? []);
  return byKey(rows);
}

function placeIn(world: World, key: string) {
  const ticket = world.tickets.get(Number(key.slice('ticket:'.length)));
  if (!ticket) return nowhere;
  const { brand_id: brandId, group_id: groupId } = ticket;
  return {
    channel: ticket.channel,
    brandId: brandId === null ? null : String(brandId),
    groupId: groupId === null ? null : String(groupId),
  };
}

export const storedIn = (world: World): Configuration =>
  parseConfiguration([...world.installations.values()][0]?.settings.configuration);

export const rowsOf = ({ columns }: ReportData): Row[] =>
  byKey(Array.from({ length: columns.n }, (_, index) => rowAt(columns, index)));

/** What a lead's page reads. */
export async function reported(workspace: Workspace, period = always): Promise<ReportData> {
  return readReport(await createTestApp(workspace, 'admin', { timeoutMs: 5_000 }), period);
}

export async function headOf(app: App): Promise<Head> {
  const { head } = await readHeads(app.zendesk.http, 'interactive');
  if (head === null || head === 'newer') throw new Error('there is no head');
  return head;
}

/** Rows of the chunks alone, without the newest changes a report adds. */
export async function chunkRows(app: App): Promise<Row[]> {
  const head = await headOf(app);
  const chunks = await readChunks(app.zendesk.http, head.chunks, 'interactive');
  return byKey(head.chunks.flatMap(({ id }) => placedIn(present(chunks.get(id))).map(({ row }) => row)));
}

export function present<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('it is missing');
  return value;
}
