/** What stories ask of an admin's sync: at once, by the page's own button, and then until it has happened. */
import { expect, type FrameLocator, type Page } from '@playwright/test';
import type { Exchange } from '../emulator/control.ts';
import { navBar, type Workspace } from './emulator.ts';
import { setUpByAdmin } from './story.ts';

/** From the result of set-up to the cases. */
export async function leaveSetUp(page: Page): Promise<void> {
  const list = navBar(page);
  await list.getByRole('button', { name: 'Go to the cases' }).click();
  await bar(list).waitFor();
}

/** The admin sets the account up and lets this tab look for scores once. */
export async function setUpAndSync(page: Page, workspace: Workspace): Promise<void> {
  await setUpByAdmin(page, workspace);
  await leaveSetUp(page);
  await syncNow(page);
}

/** The line that says how current the scores are. */
export const bar = (list: FrameLocator) =>
  list.getByRole('button', { name: /Scores as of|No admin’s app has synced|Not synced for/ });

/** The line opened, whichever way it was. */
export async function openSync(page: Page): Promise<FrameLocator> {
  const list = navBar(page);
  const line = bar(list);
  if ((await line.getAttribute('aria-expanded')) !== 'true') await line.click();
  await list.getByRole('heading', { name: 'How current the scores are' }).waitFor();
  return list;
}

/**
 * Presses the button until this tab has read the changed tickets: one just opened does not
 * lead at once, and a person's hundred calls a minute may be used up.
 */
export async function syncNow(page: Page): Promise<void> {
  const list = await openSync(page);
  const log = new URL('/__emulator/log', page.url());
  // Increments begun, and whether the last of them has written down how far it has read.
  const increments = async (): Promise<{ begun: number; isEnded: boolean }> => {
    const exchanges = (await (await fetch(log)).json()) as Exchange[];
    const isBegin = ({ method, url, status }: Exchange) =>
      method === 'GET' && status === 200 && url.startsWith('/api/v2/incremental/tickets/cursor');
    const isEnd = ({ method, url, status }: Exchange) =>
      method === 'PATCH' && status === 200 && decodeURIComponent(url).endsWith('external_id=sync:tickets');
    const isEnded = exchanges.findLastIndex(isEnd) > exchanges.findLastIndex(isBegin);
    return { begun: exchanges.filter(isBegin).length, isEnded };
  };
  const before = (await increments()).begun;
  await expect(async () => {
    if ((await increments()).begun === before) await list.getByRole('button', { name: 'Sync now' }).click();
    await expect.poll(async () => (await increments()).begun, { timeout: 3_000 }).toBeGreaterThan(before);
  }).toPass({ timeout: 100_000 });
  await expect.poll(async () => (await increments()).isEnded, { timeout: 100_000 }).toBe(true);
  await untilCalm(log);
}

/** Until no call has been made between two looks, half a second apart. */
export async function untilCalm(log: URL): Promise<void> {
  let known = -1;
  await expect
    .poll(
      async () => {
        const calls = ((await (await fetch(log)).json()) as Exchange[]).length;
        const isCalm = calls === known;
        known = calls;
        return isCalm;
      },
      { timeout: 60_000, intervals: [700] },
    )
    .toBe(true);
}

/** Until the sync has written down what it counted of the surveys. */
export async function untilCounted(page: Page): Promise<void> {
  const log = new URL('/__emulator/log', page.url());
  const isCount = ({ method, url, status, requestBody }: Exchange) =>
    method !== 'GET' &&
    status < 300 &&
    url.includes('/custom_objects/fl_doc/') &&
    JSON.stringify(requestBody).includes('coverage:');
  const hasCounted = async () => ((await (await fetch(log)).json()) as Exchange[]).some(isCount);
  await expect.poll(hasCounted, { timeout: 100_000 }).toBe(true);
  await untilCalm(log);
}
