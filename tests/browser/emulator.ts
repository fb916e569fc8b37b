/**
 * What every story starts from: the built app in an emulated workspace of its own, put back to its first moment,
 * and a page that may not leave an error behind.
 */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test as base, type Frame, type FrameLocator, type Page } from '@playwright/test';
import { checkExchanges } from '../emulator/contract/validate.ts';
import type {
  AccountName,
  ChannelMessage,
  CustomerAnswer,
  Exchange,
  Fault,
  Mail,
  PersonaKey,
  State,
  WebhookCall,
} from '../emulator/control.ts';
import { createEmulator, type Emulator } from '../emulator/server.ts';

export const { expect } = base;

/** What an address may set before the page starts. */
export interface Presets {
  persona?: PersonaKey | (string & {});
  scheme?: 'light' | 'dark';
  /** Pixels of the app tray. */
  width?: number;
  locale?: string;
  /** Seconds an app may think about `ticket.save`. */
  saveHookTimeout?: number;
}

export interface Workspace {
  /** Origin of the workspace page. */
  url: string;
  /** Opens any path of the workspace, as the agent unless told otherwise. */
  open(path: string, presets?: Presets): Promise<void>;
  /** Opens a ticket and answers its sidebar, once it can be used. */
  openTicket(id: number, presets?: Presets): Promise<FrameLocator>;
  /** Opens the triage page and answers its frame, once it can be used. */
  openTriage(presets?: Presets): Promise<FrameLocator>;
  /** The customer answers, or changes the answer. */
  answer(answer: CustomerAnswer): Promise<void>;
  change(
    state: Partial<Pick<State, 'plan' | 'csat' | 'latency' | 'unknowns' | 'integrations'>>,
  ): Promise<void>;
  /** A new world of that kind in place of this one; before anything is opened. */
  become(account: AccountName): Promise<void>;
  moveClock(hours: number): Promise<void>;
  /** After set-up, with `scale`: the records of every made feedback; of the cases the newest so many are open. */
  makeCases(open: number): Promise<void>;
  fail(...faults: Fault[]): Promise<void>;
  unknowns(): Promise<State['unknowns']>;
  /** Newest first. */
  outbox(): Promise<Mail[]>;
  /** What rules sent to webhooks, newest first. */
  webhookCalls(): Promise<WebhookCall[]>;
  /** What side conversations sent to chat tools, newest first. */
  channelMessages(): Promise<ChannelMessage[]>;
  /** Oldest first, the workspace page's own calls among them. */
  log(): Promise<Exchange[]>;
}

interface TestFixtures {
  workspace: Workspace;
  /** Another person's browser on the same workspace; as many as called for. */
  newPage: () => Promise<Page>;
}

interface WorkerFixtures {
  storage: 'granted' | 'blocked';
  appDir: string;
  scale: number;
  emulator: Emulator;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  /** `test.use({ storage: 'blocked' })` for a browser that lets app frames store nothing. */
  storage: ['granted', { scope: 'worker', option: true }],

  /** `test.use({ appDir })` for another app than ours. */
  appDir: ['dist', { scope: 'worker', option: true }],

  /** `test.use({ scale })` for so many feedbacks beside the story's own. */
  scale: [0, { scope: 'worker', option: true }],

  emulator: [
    async ({ storage, appDir, scale }, use) => {
      const emulator = await createEmulator({ port: 0, appDir, storage, scale });
      await use(emulator);
      await emulator.close();
    },
    { scope: 'worker' },
  ],

  workspace: async ({ page, emulator }, use) => {
    emulator.reset();
    const complaints = listen(page);
    await use(workspaceOn(page, emulator.url));
    expect(complaints, 'a story may not leave errors behind').toEqual([]);
    checkExchanges(await workspaceOn(page, emulator.url).log());
  },

  newPage: async ({ browser }, use) => {
    const opened: Page[] = [];
    const complaints: string[][] = [];
    await use(async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      opened.push(page);
      complaints.push(listen(page));
      return page;
    });
    for (const page of opened) await page.context().close();
    expect(complaints.flat(), 'a story may not leave errors behind').toEqual([]);
  },
});

/** Collects errors of the page and of every frame in it, unhandled rejections included. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('crash', () => complaints.push('the page crashed'));
  page.on('console', (message) => {
    // The browser itself notes every answer of 4xx and 5xx; what the app makes of them is what stories look at.
    const isAnswer = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isAnswer) complaints.push(`console.error: ${message.text()}`);
  });
  return complaints;
}

/** The same helpers for any page, such as a second person's. */
export function workspaceOn(page: Page, url: string): Workspace {
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${url}/__emulator/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${answer}`);
    return answer === '' ? null : JSON.parse(answer);
  };
  const open = async (path: string, presets: Presets) => {
    const query = Object.entries(presets).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    await page.goto(`${url}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`);
  };
  return {
    url,
    open: (path, presets = {}) => open(path, { persona: 'agent', ...presets }),
    async openTicket(id, presets = {}) {
      await open(`/agent/tickets/${id}`, { persona: 'agent', ...presets });
      return whenReady(sidebar(page));
    },
    async openTriage(presets = {}) {
      await open('/agent/apps/feedback-loop', { persona: 'lead', ...presets });
      return whenReady(navBar(page));
    },
    answer: async (answer) => void (await control('POST', 'customer', answer)),
    change: async (state) => void (await control('PATCH', 'state', state)),
    become: async (account) => void (await control('POST', 'reset', { account })),
    moveClock: async (hours) => void (await control('POST', 'clock', { advance: hours * 3_600_000 })),
    makeCases: async (open) => void (await control('POST', 'cases', { open })),
    fail: async (...faults) => void (await control('PUT', 'faults', faults)),
    unknowns: async () => ((await control('GET', 'state')) as State).unknowns,
    outbox: async () => (await control('GET', 'outbox')) as Mail[],
    webhookCalls: async () => (await control('GET', 'webhooks')) as WebhookCall[],
    channelMessages: async () => (await control('GET', 'messages')) as ChannelMessage[],
    log: async () => (await control('GET', 'log')) as Exchange[],
  };
}

/** The app beside the ticket that is in front. */
export const sidebar = (page: Page): FrameLocator => appFrame(page, 'ticket_sidebar');

export const navBar = (page: Page): FrameLocator => appFrame(page, 'nav_bar');

/** Other tickets' sidebars stay loaded, unseen. */
const appFrame = (page: Page, location: string) =>
  page.frameLocator(`iframe[data-app-location="${location}"]:visible`);

/** Waits until the app in the frame calls itself usable. */
async function whenReady(frame: FrameLocator): Promise<FrameLocator> {
  await frame.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
  return frame;
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeWindow {
  axe: { run(options: unknown): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> };
}

/**
 * What axe finds in an app's frame, or in the workspace page without its frames, as `rule: element` lines; `[]` when
 * there is nothing to say.
 */
export async function axe(place: FrameLocator | Page): Promise<string[]> {
  const document = 'mainFrame' in place ? place.mainFrame() : await frameOf(place);
  await document.evaluate(axeSource);
  return document.evaluate(async () => {
    const options = { resultTypes: ['violations'], iframes: false };
    const { violations } = await (window as unknown as AxeWindow).axe.run(options);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}

async function frameOf(locator: FrameLocator): Promise<Frame> {
  const frame = await (await locator.owner().elementHandle())?.contentFrame();
  if (!frame) throw new Error('The app has no frame.');
  return frame;
}
