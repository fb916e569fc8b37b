/** `npm run bench [-- --json FILE]`: measures every row beside its floor, and fails over budget. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { browserFlags, ensureBrowser } from '../../scripts/findBrowser.ts';
import { createEmulator } from '../emulator/server.ts';
import { buildFloor } from './floors.ts';
import { measureJavaScript } from './javascript.ts';
import { prepareAccount } from './prepare.ts';
import { measureQueue } from './queue.ts';
import { measureReportLoad } from './report.ts';
import { measureReportCount } from './reportCount.ts';
import { formatTable, isOver, type Row } from './rows.ts';
import { measureBackfill, measureIncrement } from './sync.ts';
import { measureBucketClick, measureTicketCalls, measureTicketOpen } from './ticketOpen.ts';

interface Result {
  rows: Row[];
  /** What could not be measured, one sentence each. */
  problems: string[];
}

async function measure(browser: Browser): Promise<Result> {
  const folders = {
    app: 'dist',
    ticket_sidebar: await buildFloor('ticket_sidebar'),
    nav_bar: await buildFloor('nav_bar'),
  };
  const start = (name: keyof typeof folders) => createEmulator({ port: 0, appDir: folders[name] });
  const [app, sidebar, navBar] = [await start('app'), await start('ticket_sidebar'), await start('nav_bar')];
  const floors = { ticket_sidebar: sidebar.url, nav_bar: navBar.url };
  try {
    const { ticket, fresh } = await prepareAccount(browser, app.url);
    const places = { app: app.url, floor: sidebar.url, ticket };
    return await collect([
      () => measureJavaScript(browser, { app: app.url, floors, folders, ticket }),
      () => measureTicketOpen(browser, places),
      () => measureTicketCalls(browser, { app: app.url, fresh }),
      () => measureBucketClick(browser, places),
      async () => [await measureBackfill()],
      measureIncrement,
      loadRows,
      () => measureQueue(browser),
      () => measureReportCount(browser),
    ]);
  } finally {
    await Promise.all([app.close(), sidebar.close(), navBar.close()]);
  }
}

/** A million feedbacks, and twenty thousand beside them: told, and no budget of their own. */
async function loadRows(): Promise<Row[]> {
  const small = await measureReportLoad(20_000);
  process.stdout.write(
    `report on an account of 20,000 loaded, ${small.rows} in its two months: ${small.row.value} calls, ${small.ms.toFixed(0)} ms, ${small.chunks} chunks\n`,
  );
  return [(await measureReportLoad()).row];
}

/** One part that cannot be measured does not keep the others from it. */
async function collect(parts: (() => Promise<Row[]>)[]): Promise<Result> {
  const result: Result = { rows: [], problems: [] };
  for (const part of parts) {
    try {
      result.rows.push(...(await part()));
    } catch (error) {
      result.problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  return result;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { json: { type: 'string' } } });
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
  const { rows, problems } = await measure(browser).finally(() => browser.close());
  if (values.json) {
    mkdirSync(dirname(values.json), { recursive: true });
    writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
  }
  process.stdout.write(`${formatTable(rows)}\n`);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  return problems.length > 0 || rows.some(isOver) ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
