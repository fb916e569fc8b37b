/** Row `queue-10k-memory`: what the page holds for a case beyond the case itself. */
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { build } from 'vite';
import { openCases } from './queue.ts';
import { absolute, type Row } from './rows.ts';

/** Bytes a case. */
const budget = 600;
const pageSize = 100;

/**
 * The heap after everything was read less the heap before, beside the heap of an empty page that was given the same
 * rows, parsed by the app's own schema, as compact as the app keeps them, and put in an array; both after a forced
 * collection. The list's other costs (its code, its rows in sight) are there before and after.
 */
export async function measureMemory(
  browser: Browser,
  page: Page,
  readAll: () => Promise<void>,
): Promise<Row> {
  const session = await page.context().newCDPSession(page);
  const before = await heapOf(session);
  await readAll();
  const held = (await heapOf(session)) - before;
  const raw = await heapOfPlain(browser, new URL(page.url()).origin);
  process.stdout.write(
    `queue-10k-memory: ${Math.round(held / openCases)} B a case held, ${Math.round(raw / openCases)} B raw\n`,
  );
  return absolute('queue-10k-memory', 'bytes', Math.round((held - raw) / openCases), budget);
}

/** Bytes of JavaScript objects that are still in use. */
async function heapOf(session: CDPSession): Promise<number> {
  await wait(1_000);
  for (let turn = 0; turn < 3; turn += 1) {
    await session.send('HeapProfiler.collectGarbage');
    await wait(100);
  }
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/** The rows of the list as the app parses them, and nothing around them. */
async function heapOfPlain(browser: Browser, origin: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await page.addScriptTag({ content: await plainScript() });
  const before = await heapOf(session);
  let count = 0;
  for (let after = ''; ; ) {
    const { custom_object_records: records, meta } = await searchOpen(origin, after);
    const given = records.map(({ custom_object_fields: { state, requester } }) => ({ state, requester }));
    count = await page.evaluate(
      (rows) => (window as unknown as { keepPlain: (rows: object[]) => number }).keepPlain(rows),
      given,
    );
    if (!meta.has_more) break;
    after = meta.after_cursor;
  }
  const raw = (await heapOf(session)) - before;
  await context.close();
  // The first page was in the list before it was measured.
  return raw * ((openCases - 90) / count);
}

async function plainScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: resolve('tests/bench/queuePlain.ts'), formats: ['iife'], name: 'plain' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('queue-10k-memory: nothing was built.');
  return output.output[0].code;
}

interface Found {
  custom_object_records: { custom_object_fields: { state: string; requester: string } }[];
  meta: { has_more: boolean; after_cursor: string };
}

async function searchOpen(origin: string, after: string): Promise<Found> {
  const lanes = ['check_first', 'new', 'in_progress'];
  const filter = { $or: lanes.map((lane) => ({ 'custom_object_fields.status': { $eq: lane } })) };
  const query = new URLSearchParams({ sort: 'name', 'page[size]': String(pageSize) });
  if (after) query.set('page[after]', after);
  const response = await fetch(`${origin}/api/v2/custom_objects/fl_feedback/records/search?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Basic ${btoa('admin/token:x')}` },
    body: JSON.stringify({ filter }),
  });
  if (!response.ok) throw new Error(`queue-10k-memory: ${response.status}`);
  return (await response.json()) as Found;
}
