/** A lead's tabs with what the workspace shows for them outside the app's own frames. */
import { type KeptAlerts, keepAlerts } from '../../src/actions/keepAlerts.ts';
import { keepNotices, type NoticeChannel } from '../../src/actions/keepNotices.ts';
import type { App } from '../../src/app.ts';
import type { Hub } from '../../src/zendesk/hub.ts';
import type { ZafClient } from '../../src/zendesk/zaf.ts';
import type { PersonaKey } from '../emulator/control.ts';
import { noticeParts } from '../emulator/host/zaf/noticeParts.ts';
import { createTestApp } from '../testApp.ts';
import type { Account } from './alertsWorld.ts';

/** What a browser holds: drafts outlive its tabs, and its tabs hear each other. */
export class Browser {
  readonly drafts = new Map<string, unknown>();
  readonly channels = new Set<NoticeChannel>();

  channel(): NoticeChannel {
    const { channels } = this;
    const own: NoticeChannel = {
      onmessage: null,
      postMessage(data: unknown) {
        for (const other of channels)
          if (other !== own) other.onmessage?.({ data: structuredClone(data) } as MessageEvent<unknown>);
      },
      close: () => void channels.delete(own),
    };
    channels.add(own);
    return own;
  }
}

/** The background frame's hub: drafts go to the browser's storage, the rest is gone with the tab. */
function hubOf({ drafts }: Browser, onTell: () => void): Hub {
  const kept = new Map<string, unknown>();
  const placeOf = (name: string) => (name.startsWith('draft:') ? drafts : kept);
  return {
    recall: async (name) => structuredClone(placeOf(name).get(name) ?? null),
    keep: (name, value) => void placeOf(name).set(name, structuredClone(value)),
    tell: onTell,
    onNews: () => () => {},
    busy: () => {},
    poke: () => {},
  };
}

export interface LeadTab {
  app: App;
  /** As the workspace shows them: text, with the links in it. */
  toasts: { text: string; links: string[] }[];
  /** The symbol of the page's icon. */
  icon(): string;
  /** How often the page was told to look. */
  told(): number;
  /** As if the page had kept something and said so. */
  emit(): void;
  show(isHidden: boolean): void;
  close(): void;
}

export interface TabOptions {
  isLeader?: boolean;
  persona?: PersonaKey;
}

export async function openLeadTab(
  account: Account,
  browser: Browser,
  { isLeader = true, persona = 'lead' }: TabOptions = {},
): Promise<LeadTab> {
  const toasts: LeadTab['toasts'] = [];
  const handlers = new Set<() => unknown>();
  let icon = 'default';
  let told = 0;
  let isHidden = false;
  const page = {
    invoke: async (_: string, symbol: string) => {
      icon = symbol;
      return {};
    },
    trigger: () => {
      told += 1;
    },
  };
  const hub = hubOf(browser, () => alerts.note());
  const { configuration, minutes } = account;
  const app = await createTestApp(account.workspace, persona, { hub, configuration, timeoutMs: 20_000 });
  Object.assign(app.zendesk.client, {
    get: async () => ({ instances: { page: { location: 'nav_bar' }, own: { location: 'background' } } }),
    instance: () => page as unknown as ZafClient,
    invoke: async (_: string, message: string) => {
      const parts = noticeParts(message);
      const links = parts.flatMap(({ href }) => href ?? []);
      toasts.push({ text: parts.map(({ text }) => text).join(''), links });
      return {};
    },
    on: (_: string, handler: () => unknown) => handlers.add(handler),
    off: (_: string, handler: () => unknown) => handlers.delete(handler),
  });
  const own = { ...app, subdomain: 'acme' };
  const notices = keepNotices(own, {
    isLeader: () => isLeader,
    isHidden: () => isHidden,
    channel: browser.channel(),
  });
  const alerts: KeptAlerts = keepAlerts(own, {
    isLeader: () => isLeader,
    calm: () => Number.POSITIVE_INFINITY,
    clock: minutes.clock,
    wait: minutes.wait,
    tab: 'tab',
    onLook: (...read) => notices.see(...read),
  });
  return {
    app,
    toasts,
    icon: () => icon,
    told: () => told,
    emit: () => {
      for (const handler of handlers) handler();
    },
    show: (hidden) => {
      isHidden = hidden;
    },
    close() {
      alerts.stop();
      notices.stop();
    },
  };
}
