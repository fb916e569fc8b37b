/** The emulator as one thing: two HTTP servers (workspace and app frames) over a world that can be reset. */
import { releaseTimeouts } from './api/faults.ts';
import { createHandlers } from './api/index.ts';
import type { AccountName, CsatGeneration, InstalledApp, Plan, WorldEvent } from './control.ts';
import { type AppFolder, readAppFolder } from './server/appFolder.ts';
import { answerAppFrame } from './server/appFrames.ts';
import { streamEvents } from './server/events.ts';
import { createExchangeLog } from './server/exchanges.ts';
import { handling, type Listening, listen } from './server/listen.ts';
import { StartProblem } from './server/startProblem.ts';
import { answerWorkspace, type WorkspaceDesk } from './server/workspace.ts';
import { createWorld, type WorldOptions } from './world/createWorld.ts';
import type { World } from './world/world.ts';

export interface EmulatorOptions {
  /** Of the workspace; app frames come from the next one. 0 takes two free ports. */
  port?: number;
  /** One packaged app or several; `[]` for none. */
  appDir?: string | string[];
  /** Feedbacks made from their number, 0 to 1,000,000. */
  scale?: number;
  /** Of 100 of those, how many were answered, 0 to 100. */
  answered?: number;
  /** The generation of CSAT the story is played under. */
  csat?: CsatGeneration;
  plan?: Plan;
  /** What the account is like before the app's set-up; see world/accounts.ts. */
  account?: AccountName;
  /** Whether the browser lets app frames store anything. */
  storage?: 'granted' | 'blocked';
  /** A file every API exchange is appended to, one JSON object per line. */
  recordFile?: string;
}

export interface Emulator {
  /** Origin of the workspace. */
  url: string;
  appOrigin: string;
  /** The world of now: another one after `reset`. */
  world(): World;
  reset(account?: AccountName): void;
  close(): Promise<void>;
}

/** @throws StartProblem with one sentence for a broken app folder, a taken port, a scale out of range */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port = 4567, appDir = 'dist', scale = 0, answered = 100 } = options;
  const { storage = 'granted', recordFile } = options;
  if (!Number.isInteger(scale) || scale < 0 || scale > 1_000_000) {
    throw new StartProblem('The scale must be a whole number from 0 to 1,000,000.');
  }
  if (!Number.isInteger(answered) || answered < 0 || answered > 100) {
    throw new StartProblem('Of 100 made feedbacks a whole number from 0 to 100 can be answered.');
  }
  const folders = [appDir].flat().map((folder, index) => readAppFolder(folder, index + 1));
  const { csat, plan } = options;
  const account = createAccount({ scale, answered, csat, plan, account: options.account, apps: folders });
  const origins = { url: '', appOrigin: '' };
  const desk: WorkspaceDesk = {
    ...account,
    log: createExchangeLog(recordFile),
    storage,
    get appOrigin() {
      return origins.appOrigin;
    },
    apps: () => folders.map((folder) => installed(account.world(), folder, origins.appOrigin)),
    reset(name?: AccountName) {
      account.reset(name);
      desk.log.clear();
    },
  };
  const frames = await listen(
    port === 0 ? 0 : port + 1,
    handling(
      () => origins.appOrigin,
      (request) => answerAppFrame(folders, request),
    ),
  );
  const answer = handling(
    () => origins.url,
    (request) => answerWorkspace(desk, request),
  );
  const workspace = await listen(port, (incoming, outgoing) =>
    incoming.url?.startsWith('/__emulator/events')
      ? streamEvents(desk, outgoing)
      : answer(incoming, outgoing),
  ).catch(closing(frames));
  origins.url = `http://localhost:${workspace.port}`;
  origins.appOrigin = `http://${storage === 'blocked' ? '127.0.0.1' : 'localhost'}:${frames.port}`;
  const close = async () => {
    releaseTimeouts(account.world());
    await Promise.all([workspace.close(), frames.close()]);
  };
  return { ...origins, world: account.world, reset: desk.reset, close };
}

function closing(opened: Listening): (problem: unknown) => Promise<never> {
  return async (problem) => {
    await opened.close();
    throw problem;
  };
}

/** A world with its handlers, and listeners that outlive it. */
function createAccount(options: WorldOptions) {
  const listeners = new Set<(event: WorldEvent) => void>();
  const emit = (event: WorldEvent) => {
    for (const listener of listeners) listener(event);
  };
  const start = (name = options.account) => {
    const world = createWorld({ ...options, account: name });
    world.listen(emit);
    return { world, handlers: createHandlers(world) };
  };
  let account = start();
  return {
    world: () => account.world,
    handlers: () => account.handlers,
    reset(name?: AccountName) {
      releaseTimeouts(account.world);
      account = start(name);
      emit({ kind: 'reset' });
    },
    listen(listener: (event: WorldEvent) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The app as the host page needs it, with the installation's settings of now. */
function installed(world: World, app: AppFolder, appOrigin: string): InstalledApp {
  const { folder: _folder, secure, ...known } = app;
  const settings = world.installations.get(app.installationId)?.settings ?? app.settings;
  const open = Object.entries(settings).filter(([name]) => !secure.includes(name));
  return { ...known, settings: Object.fromEntries(open), assetBase: `${appOrigin}/${app.appId}/` };
}
