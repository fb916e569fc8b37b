/** Rows `ticket-open*` and `bucket-click-calls`: how long a ticket takes in the sidebar, and what it costs in calls. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import type { PersonaKey } from '../emulator/control.ts';
import { absolute, median, type Row, relative } from './rows.ts';
import {
  callsOf,
  firstPaintAt,
  locationFrame,
  type OpenedPage,
  openPage,
  readyFrame,
  usableAt,
} from './workspace.ts';

const maxRatio = 1.5;
const rounds = 10;
/** Milliseconds after "usable" in which calls still count. */
const aftermath = 10_000;
/** Milliseconds added to every answer when proving that a warm first paint waits for none. */
const slowAnswer = 4_000;

interface Places {
  /** Origins of a workspace with the app and of one with the floor page of the sidebar. */
  app: string;
  floor: string;
  /** A rated ticket that the app has recorded already. */
  ticket: number;
}

const ticketPath = (ticket: number) => `/agent/tickets/${ticket}`;

/** App and floor take turns, cold (empty caches) and warm (the ticket opened again in the same tab). */
export async function measureTicketOpen(browser: Browser, places: Places): Promise<Row[]> {
  const cold = { app: [] as number[], floor: [] as number[] };
  const warm = { app: [] as number[], floor: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    for (const side of ['app', 'floor'] as const) {
      const opened = await openPage(browser, places[side] + ticketPath(places.ticket), 'agent');
      cold[side].push(await timeOf(opened.page, side));
      await closeTicket(opened.page, places.ticket);
      await showTicket(opened.page, places.ticket);
      warm[side].push(await timeOf(opened.page, side));
      await opened.context.close();
    }
  }
  const rowOf = (name: string, times: typeof cold) =>
    relative(name, 'ms', { value: median(times.app), floor: median(times.floor), n: rounds }, maxRatio);
  const waits = await warmPaintWaits(browser, places);
  return [
    rowOf('ticket-open', cold),
    rowOf('ticket-open-warm', warm),
    absolute('ticket-open-warm-waits', 'calls', waits, 0),
  ];
}

async function timeOf(page: Page, side: 'app' | 'floor'): Promise<number> {
  if (side === 'floor') return firstPaintAt(await locationFrame(page, 'ticket_sidebar'));
  return usableAt(await readyFrame(page, 'ticket_sidebar'));
}

/** As a person does: the cross of the ticket's tab. The frame goes with it. */
async function closeTicket(page: Page, ticket: number): Promise<void> {
  await page.locator(`li:has(> a[href$="${ticketPath(ticket)}"]) > button`).click();
  await page.locator('iframe[data-app-location="ticket_sidebar"]').waitFor({ state: 'detached' });
}

async function showTicket(page: Page, ticket: number): Promise<void> {
  await page.evaluate((path) => {
    window.history.pushState(null, '', path);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, ticketPath(ticket));
}

/** How many slow answers, one after the other, the sidebar opened again waits for before it paints. */
async function warmPaintWaits(browser: Browser, { app, ticket }: Places): Promise<number> {
  const { page, context } = await openPage(browser, app + ticketPath(ticket), 'agent');
  await readyFrame(page, 'ticket_sidebar');
  await closeTicket(page, ticket);
  await setLatency(app, slowAnswer);
  await showTicket(page, ticket);
  const paint = await firstPaintAt(await locationFrame(page, 'ticket_sidebar'));
  await setLatency(app, 0);
  await context.close();
  return Math.floor(paint / slowAnswer);
}

async function setLatency(origin: string, latency: number): Promise<void> {
  const response = await fetch(`${origin}/__emulator/state`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ latency }),
  });
  if (!response.ok) throw new Error(`The latency could not be set (${response.status}).`);
}

interface CallPlaces {
  app: string;
  /** A ticket the customer has just rated and nobody has opened. */
  fresh: number;
}

/** The dearest of two roles counts: an admin's sidebar reads the numbers, an agent's only good or bad. */
export async function measureTicketCalls(browser: Browser, { app, fresh }: CallPlaces): Promise<Row[]> {
  const sight = await openPage(browser, app + ticketPath(fresh), 'admin');
  const firstSight = await callsUntilCalm(sight.page);
  await sight.context.close();
  const counts = [
    await countCalls(browser, app, fresh, 'agent'),
    await countCalls(browser, app, fresh, 'admin'),
  ];
  const worst = (of: 'cold' | 'warm') => Math.max(...counts.map((count) => count[of]));
  return [
    absolute('ticket-open-calls', 'calls', worst('cold'), 4, counts.length),
    absolute('ticket-open-calls-warm', 'calls', worst('warm'), 2, counts.length),
    absolute('ticket-open-calls-first-sight', 'calls', firstSight, 7),
  ];
}

async function countCalls(browser: Browser, app: string, ticket: number, persona: PersonaKey) {
  const { page, context } = await openPage(browser, app + ticketPath(ticket), persona);
  const cold = await callsUntilCalm(page);
  await closeTicket(page, ticket);
  await showTicket(page, ticket);
  const warm = await callsUntilCalm(page, cold);
  await context.close();
  return { cold, warm };
}

/** Calls of all frames since the page was opened, less the `known` ones, ten seconds after "usable". */
async function callsUntilCalm(page: Page, known = 0): Promise<number> {
  await readyFrame(page, 'ticket_sidebar');
  await wait(aftermath);
  return (await callsOf(page)).length - known;
}

/** Calls of one press of a bucket. The mirror to the ticket is written later and counts elsewhere. */
export async function measureBucketClick(browser: Browser, { app, ticket }: Places): Promise<Row[]> {
  const opened = await openPage(browser, app + ticketPath(ticket), 'agent');
  const before = await callsUntilCalm(opened.page);
  await pressBucket(opened, '2');
  await wait(aftermath);
  const calls = (await callsOf(opened.page)).slice(before);
  await opened.context.close();
  const own = calls.filter(({ method, url }) => method === 'GET' || !/\/api\/v2\/tickets\//.test(url));
  if (own.length === 0) throw new Error('bucket-click-calls: the press did nothing.');
  return [absolute('bucket-click-calls', 'calls', own.length, 2)];
}

/** The keys 1, 2 and 3 choose a bucket anywhere in the sidebar. */
async function pressBucket({ page }: OpenedPage, key: string): Promise<void> {
  const frame = await readyFrame(page, 'ticket_sidebar');
  await frame.evaluate(() => window.focus());
  await page.keyboard.press(key);
}
