/** A browser on an emulated workspace with one app in it, and what the bench counts there. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext, Frame, Page } from '@playwright/test';
import type { PersonaKey } from '../emulator/control.ts';

/** One REST call that an app frame asked the workspace for. */
export interface AppCall {
  /** Milliseconds since the page was opened. */
  at: number;
  method: string;
  url: string;
}

export interface OpenedPage {
  context: BrowserContext;
  page: Page;
}

/** Zendesk's script comes from its CDN and is no part of the app. */
const isSdk = (url: string) => url.includes('/sdk/');

/**
 * A page with empty caches, signed in as a persona; calls of all its app frames are noted from the start. `prepare`
 * comes before any of its code.
 */
export async function openPage(
  browser: Browser,
  address: string,
  persona: PersonaKey,
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(noteCalls);
  await prepare(page);
  const separator = address.includes('?') ? '&' : '?';
  await page.goto(`${address}${separator}persona=${persona}`);
  return { context, page };
}

/** Runs in the page: every call of an app passes by as a `request:<n>` message on its way to the workspace. */
function noteCalls(): void {
  if (window.top !== window) return;
  const calls: AppCall[] = [];
  Object.assign(window, { appCalls: calls });
  window.addEventListener('message', ({ data }) => {
    if (typeof data !== 'string' || !data.includes('"request:')) return;
    const { key, message } = JSON.parse(data);
    if (!/^request:\d+$/.test(key)) return;
    calls.push({ at: performance.now(), method: message.type ?? message.method ?? 'GET', url: message.url });
  });
}

export function callsOf(page: Page): Promise<AppCall[]> {
  return page.evaluate(() => (window as unknown as { appCalls: AppCall[] }).appCalls);
}

/** Waits until no app frame has asked for anything for two seconds. */
export async function untilCalm(page: Page): Promise<void> {
  for (let before = -1; ; ) {
    const now = (await callsOf(page)).length;
    if (now === before) return;
    before = now;
    await wait(2_000);
  }
}

/** The newest frame of a location, once it is there. */
export async function locationFrame(page: Page, location: string): Promise<Frame> {
  const element = page.locator(`iframe[data-app-location="${location}"]`).last();
  const frame = await (await element.elementHandle())?.contentFrame();
  if (!frame) throw new Error(`There is no frame for ${location}.`);
  // It begins as an empty page.
  await frame.waitForURL(/\/assets\//, { waitUntil: 'commit' });
  return frame;
}

/** The same, once the app in it says that it can be used. */
export async function readyFrame(page: Page, location: string): Promise<Frame> {
  const frame = await locationFrame(page, location);
  await frame.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
  return frame;
}

/** Names of the script files a frame has loaded, Zendesk's own left out. */
export async function scriptsOf(frame: Frame): Promise<string[]> {
  const urls = await frame.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const scripts = urls.filter((url) => new URL(url).pathname.endsWith('.js') && !isSdk(url));
  return [...new Set(scripts.map((url) => new URL(url).pathname.replace(/^.*\/assets\//, '')))];
}

/** Milliseconds from the frame's navigation until it called itself usable. */
export function usableAt(frame: Frame): Promise<number> {
  return frame.evaluate(
    () => performance.getEntriesByName('feedback-loop:usable')[0]?.startTime ?? Number.NaN,
  );
}

/** Milliseconds from the frame's navigation to its first paint of any content. @throws after 20 s without one */
export function firstPaintAt(frame: Frame): Promise<number> {
  return frame.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const observer = new PerformanceObserver((list) => {
          const paint = list.getEntriesByName('first-contentful-paint')[0];
          if (paint) resolve(paint.startTime);
        });
        observer.observe({ type: 'paint', buffered: true });
        setTimeout(() => reject(new Error(`${location.pathname} painted nothing.`)), 20_000);
      }),
  );
}
