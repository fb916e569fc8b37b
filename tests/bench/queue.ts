/**
 * Rows `queue-*`: the triage page on an account with 10,000 open cases among 100,000 recorded feedbacks. The app
 * reads them from the emulator as it would from Zendesk; two things make the bench quick and nothing else easier:
 * the account never says "too many requests", and the pauses of a second and two that the app makes between two
 * readings, to leave the account's budget to others, are passed over. What the page does with what it has read is
 * measured while nobody reads.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Frame, Page } from '@playwright/test';
import { createEmulator, type Emulator } from '../emulator/server.ts';
import { pressSetUp } from './prepare.ts';
import { measureMemory } from './queueMemory.ts';
import { longestTask } from './queueTasks.ts';
import { absolute, median, type Row, relative } from './rows.ts';
import { callsOf, openPage, readyFrame } from './workspace.ts';

const feedbacks = 100_000;
export const openCases = 10_000;
/** Milliseconds from which a browser calls a task long. */
const long = 50;
/** Of each row; the median of their longest tasks is its value. */
const rounds = 5;
/** Rows of the list that may exist at once. */
const mostRows = 60;
const path = '/agent/apps/feedback-loop';

/** `appDir` is the built package. */
export async function measureQueue(browser: Browser, appDir = 'dist'): Promise<Row[]> {
  const emulator = await createEmulator({ port: 0, appDir, scale: feedbacks });
  try {
    await prepare(browser, emulator);
    const calls = await callsToFullScreen(browser, emulator.url);
    passBudgets(emulator);
    const { page, context } = await openPage(browser, emulator.url + path, 'lead', passPauses);
    const frame = await readyFrame(page, 'nav_bar');
    const memory = await measureMemory(browser, page, () => readAll(frame));
    const rows = [
      absolute('queue-open-calls', 'calls', calls, 4),
      await sorting(frame),
      await filtering(frame),
      ...(await scrolling(frame)),
      memory,
    ];
    await context.close();
    return rows;
  } finally {
    await emulator.close();
  }
}

async function prepare(browser: Browser, { url }: Emulator): Promise<void> {
  await pressSetUp(browser, url);
  const body = JSON.stringify({ open: openCases });
  const answer = await fetch(`${url}/__emulator/cases`, { method: 'POST', body });
  if (!answer.ok) throw new Error(`queue: the cases could not be made: ${await answer.text()}`);
}

/** Each look at the clock is a minute later: no budget is ever spent. */
function passBudgets(emulator: Emulator): void {
  const world = emulator.world();
  let real = world.realNow();
  world.realNow = () => {
    real += 61_000;
    return real;
  };
}

/** Before the code of every frame. What runs in the page has no named functions within: they would not arrive whole. */
async function passPauses(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const later = window.setTimeout;
    Object.assign(window, {
      setTimeout: (act: TimerHandler, ms?: number, ...rest: unknown[]) =>
        later(act, ms === 1_000 || ms === 2_000 ? 0 : ms, ...rest),
    });
  });
}

/** Calls of all frames until every row in sight says whose case it is. */
async function callsToFullScreen(browser: Browser, url: string): Promise<number> {
  const { page, context } = await openPage(browser, url + path, 'lead');
  const frame = await readyFrame(page, 'nav_bar');
  await frame.waitForFunction(() => {
    const cells = [...document.querySelectorAll('[role=row][aria-selected] [data-column=customer]')];
    return cells.length >= 10 && cells.every((cell) => /Customer \d/.test(cell.textContent ?? ''));
  });
  const calls = (await callsOf(page)).length;
  await context.close();
  return calls;
}

/** Presses the one button, and waits until all are there; what the page itself finds meanwhile comes on top. */
async function readAll(frame: Frame): Promise<void> {
  await frame.getByRole('button', { name: 'Read all' }).click();
  await frame.waitForFunction(
    (least) => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) > least,
    openCases,
    { timeout: 120_000 },
  );
  await frame.getByRole('button', { name: 'Pause' }).waitFor({ state: 'detached' });
}

/** Until the list has answered what was asked last. */
async function settled(frame: Frame): Promise<void> {
  await wait(300);
  await frame.locator('[role=grid][aria-busy="false"]').waitFor({ state: 'attached' });
  await wait(200);
}

const row = (name: string, longest: number[]): Row =>
  relative(name, 'ms', { value: median(longest), floor: long, n: longest.length }, 1);

async function sorting(frame: Frame): Promise<Row> {
  const longest: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    longest.push(
      await longestTask(frame, async () => {
        for (const name of ['Score', 'Bucket', 'Status', 'Due']) {
          const head = frame.getByRole('columnheader', { name: new RegExp(`^${name}`) }).getByRole('button');
          for (let press = 0; press < 2; press += 1) {
            await head.click();
            await settled(frame);
          }
        }
      }),
    );
  return row('queue-10k-sort', longest);
}

/** Views, a filter with its counts, and both together. What only tickets tell is searched after they were read. */
async function filtering(frame: Frame): Promise<Row> {
  const longest: number[] = [];
  const press = async (name: RegExp) => {
    await frame.getByRole('button', { name }).first().click();
    await settled(frame);
  };
  for (let round = 0; round < rounds; round += 1)
    longest.push(
      await longestTask(frame, async () => {
        await press(/^Filter/);
        for (const name of [/^Process/, /^Nobody/, /^Process/, /^Nobody/]) {
          await frame.getByRole('dialog').locator('label').filter({ hasText: name }).first().click();
          await settled(frame);
        }
        await frame.page().keyboard.press('Escape');
        for (const name of [/^Mine/, /^Unassigned/, /^Overdue/, /^Open/]) await press(name);
      }),
    );
  return row('queue-10k-filter', longest);
}

/** From the top to the end and back, by the wheel's steps. */
async function scrolling(frame: Frame): Promise<Row[]> {
  const longest: number[] = [];
  let most = 0;
  for (let round = 0; round < rounds; round += 1)
    longest.push(
      await longestTask(frame, async () => {
        most = Math.max(most, await scrollThrough(frame));
      }),
    );
  return [row('queue-10k-scroll', longest), absolute('queue-10k-rows', 'rows', most, mostRows, rounds)];
}

/** Answers the most rows there were at once. */
async function scrollThrough(frame: Frame): Promise<number> {
  const height = await frame.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('div')];
    const scroller = all.find((one) => one.scrollHeight > one.clientHeight + 100_000);
    scroller?.setAttribute('data-scroller', '');
    return scroller?.scrollHeight ?? 0;
  });
  if (height === 0) throw new Error('queue-10k-scroll: nothing scrolls.');
  const wheel = Array.from({ length: 60 }, (_, step) => step * 300);
  const jumps = Array.from({ length: 41 }, (_, step) => (height * step) / 40);
  let most = 0;
  for (const top of [...wheel, ...jumps, 0]) most = Math.max(most, await scrollTo(frame, top));
  return most;
}

/** Rows there are two frames later. */
const scrollTo = (frame: Frame, top: number) =>
  frame.evaluate(
    (to) =>
      new Promise<number>((resolve) => {
        const scroller = document.querySelector('[data-scroller]');
        if (scroller) scroller.scrollTop = to;
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve(document.querySelectorAll('[role=row]').length)),
        );
      }),
    top,
  );
