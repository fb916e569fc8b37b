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
  // An increment ends by writing down how far it has read.
  const increments = async (): Promise<number> => {
    const exchanges = (await (await fetch(log)).json()) as Exchange[];
    const isDone = ({ method, url, status }: Exchange) =>
      method === 'PATCH' && status === 200 && decodeURIComponent(url).endsWith('external_id=sync:tickets');
    return exchanges.filter(isDone).length;
  };
  const before = await increments();
  await expect(async () => {
    if ((await increments()) === before) await list.getByRole('button', { name: 'Sync now' }).click();
    await expect.poll(increments, { timeout: 3_000 }).toBeGreaterThan(before);
  }).toPass({ timeout: 90_000 });
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
