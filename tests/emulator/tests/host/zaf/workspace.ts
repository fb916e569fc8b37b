/** A workspace page without a browser: the real desk and ZAF half, frames with the real SDK, windows that post. */
import type { InstalledApp, WorldEvent } from '../../../control.ts';
import type { DeskPage } from '../../../host/deskPage.ts';
import { createDesk } from '../../../host/deskStore.ts';
import { createZaf } from '../../../host/zaf/createZaf.ts';
import type { HostMessage, HostWindow } from '../../../host/zaf/hostWindow.ts';
import type { AppInstance, FrameContext } from '../../../host/zaf/types.ts';
import { createAccount, someApp } from './account.ts';
import { loadSdk, type SdkClient } from './sdk.ts';

export const hostOrigin = 'http://localhost:4810';

interface Packet {
  key?: string;
  id?: number;
  instanceGuid?: string;
  message?: unknown;
  result?: unknown;
  error?: unknown;
  needsReply?: boolean;
}

export interface Options {
  apps?: InstalledApp[];
  address?: string;
  thirdParty?: HostWindow['fetch'];
}

export async function openWorkspace({
  apps = [someApp],
  address = '/agent/tickets/41',
  thirdParty,
}: Options = {}) {
  const account = createAccount(apps);
  const page = stubPage(address, account.fetch);
  const desk = await createDesk(page.options);
  const messages = new Set<(message: HostMessage) => void>();
  const sleeps: number[] = [];
  const zaf = createZaf(desk, {
    origin: hostOrigin,
    onMessage: (listener) => {
      messages.add(listener);
      return () => messages.delete(listener);
    },
    onLayout: () => () => undefined,
    fetch: thirdParty ?? (() => Promise.reject(new TypeError('Failed to fetch'))),
    sleep: async (milliseconds) => void sleeps.push(milliseconds),
  });
  const post = (message: HostMessage) => {
    for (const listener of messages) listener(message);
  };
  /** Draws the frame of an instance, as `<AppFrame>` does, without loading a page into it. */
  function draw(app: InstalledApp, location: string, context: FrameContext = {}) {
    const { guid } = zaf.instanceFor(app, location, context);
    zaf.setVisible(guid, location !== 'background');
    return createFrame(
      zaf.instance(guid) as AppInstance,
      post,
      (frame) => zaf.attach(guid, frame),
      () => zaf.onFrameLoad(guid),
    );
  }
  return { account, desk, zaf, draw, post, page, sleeps };
}

export type Workspace = Awaited<ReturnType<typeof openWorkspace>>;
export type Frame = ReturnType<typeof createFrame>;

function createFrame(
  instance: AppInstance,
  post: (message: HostMessage) => void,
  attach: (frame: Window) => () => void,
  onLoad: () => void,
) {
  const { origin, search, hash } = new URL(instance.src);
  const sent: Packet[] = [];
  const received: Packet[] = [];
  let listeners: ((event: HostMessage) => void)[] = [];
  const parent = {
    postMessage: (data: unknown, targetOrigin: string) => {
      if (targetOrigin !== hostOrigin) return;
      sent.push((typeof data === 'string' ? JSON.parse(data) : data) as Packet);
      queueMicrotask(() => post({ data: structuredClone(data), origin, source: frame }));
    },
  };
  const frame = {
    parent,
    Promise,
    addEventListener: (_name: string, listener: (event: HostMessage) => void) => listeners.push(listener),
    postMessage: (data: unknown, targetOrigin: string) => {
      if (targetOrigin !== origin) return;
      const copy = structuredClone(data);
      received.push(copy as Packet);
      const current = listeners;
      queueMicrotask(() => {
        for (const listener of current) listener({ data: copy, origin: hostOrigin, source: parent });
      });
    },
  };
  const detach = attach(frame as unknown as Window);

  /** Loads a page with the SDK: the first time, or again, as the frame's own reload does. */
  function load(onRegistered?: () => void): SdkClient {
    listeners = [];
    const client = loadSdk(frame, { location: { search, hash } }).init(onRegistered);
    if (!client) throw new Error('The SDK found no origin and app_guid in its address.');
    onLoad();
    return client;
  }
  return {
    guid: instance.guid,
    src: instance.src,
    origin,
    window: frame,
    parent,
    sent,
    received,
    load,
    detach,
  };
}

/** Resolves when everything already posted has arrived and been answered. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

function stubPage(start: string, fetch: DeskPage['fetch']) {
  const visited = [start];
  const stores = { tab: new Map<string, string>(), shared: new Map<string, string>() };
  let tell: (event: WorldEvent) => void = () => undefined;
  let pop: () => void = () => undefined;
  let reloads = 0;
  const storage = (store: Map<string, string>) => ({
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => void store.set(key, value),
  });
  const options: DeskPage = {
    fetch,
    address: () => {
      const { pathname, search } = new URL(visited.at(-1) ?? '/', hostOrigin);
      return { pathname, search };
    },
    push: (address) => void visited.push(address),
    replace: (address) => void visited.splice(-1, 1, address),
    onPop: (listener) => {
      pop = listener;
      return () => undefined;
    },
    reload: () => {
      reloads += 1;
    },
    tabStorage: storage(stores.tab),
    sharedStorage: storage(stores.shared),
    follow: (onEvent) => {
      tell = onEvent;
      return () => undefined;
    },
  };
  return {
    options,
    visited,
    stores,
    tell: (event: WorldEvent) => tell(event),
    back: () => {
      visited.pop();
      pop();
    },
    reloads: () => reloads,
  };
}
