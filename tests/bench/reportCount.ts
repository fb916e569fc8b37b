/**
 * Rows `report-1m` and `report-growth`: a report with every figure, broken down by group and compared with the half
 * year before, over columns made from numbers, in the app's own worker, in a real browser. The page has the app's own
 * content security policy.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from '@playwright/test';
import { build } from 'vite';
import type { Measured } from './reportPage.ts';
import { absolute, median, type Row, relative } from './rows.ts';
import { serveFolder } from './serveFolder.ts';

const rounds = 5;
/** Times the plain loops. */
const mostTimes = 3;
/** What a row of the largest report may cost beside one of the smallest: 1 is linear. */
const mostGrowth = 1.5;
/** Milliseconds from which a browser calls a task long; the page may have none. */
const long = 50;
/** Times the columns, by page and worker together: a copy each, and what they count in. */
const mostCopies = 2.5;
/** Of the time a report takes, until another one asked half way is answered. */
const mostWait = 0.5;
const sizes = [10_000, 100_000, 1_000_000];

export async function measureReportCount(browser: Browser): Promise<Row[]> {
  const { url, close } = await serveFolder(await buildPage());
  try {
    const found: Measured[] = [];
    for (const n of sizes) found.push(await measureIn(browser, url, n));
    for (const one of found) process.stdout.write(lineOf(one));
    return rowsOf(found);
  } finally {
    await close();
  }
}

function rowsOf(found: readonly Measured[]): Row[] {
  const [small, large] = [found[0], found.at(-1)];
  if (!small || !large) throw new Error('report-1m: nothing was measured.');
  const time = median(large.app);
  const foretold = (median(small.app) * large.n) / small.n;
  return [
    relative('report-1m', 'ms', { value: time, floor: median(large.floor), n: rounds }, mostTimes),
    relative('report-growth', 'ms', { value: time, floor: foretold, n: rounds }, mostGrowth),
    absolute('report-1m-page', 'ms', Math.round(large.longest), long, rounds),
    relative('report-1m-memory', 'bytes', { value: large.held, floor: large.columns, n: 1 }, mostCopies),
    relative('report-1m-cancel', 'ms', { value: large.cancelled, floor: time, n: 1 }, mostWait),
  ];
}

function lineOf({ n, app, floor, columns, held }: Measured): string {
  const [own, plain] = [median(app), median(floor)];
  const parts = [
    `${own.toFixed(0)} ms`,
    `${(own / plain).toFixed(2)} × floor`,
    `${((own / n) * 1e6).toFixed(0)} ns a feedback`,
    `${(columns / n).toFixed(0)} B a feedback in columns`,
    `${(held / n).toFixed(0)} B held by page and worker`,
  ];
  return `report of ${n}: ${parts.join(', ')}\n`;
}

async function measureIn(browser: Browser, url: string, n: number): Promise<Measured> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction(() => 'measure' in window);
    type Page = typeof window & { measure: (n: number, rounds: number) => Promise<Measured> };
    return await page.evaluate((asked) => (window as Page).measure(asked.n, asked.rounds), { n, rounds });
  } finally {
    await context.close();
  }
}

/** Built by the app's own bundling, below the policy of the app's own page. */
async function buildPage(): Promise<string> {
  const folder = resolve('build/bench/report');
  const policy = /<meta\s+http-equiv="Content-Security-Policy"[^>]*>/.exec(
    readFileSync('src/index.html', 'utf8'),
  );
  if (!policy) throw new Error('report-1m: the page of the app has no policy.');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(`${folder}/src`, { recursive: true });
  const head = `<title>Report</title>${policy[0]}<script type="module" src="./main.ts"></script>`;
  writeFileSync(`${folder}/src/index.html`, `<!doctype html><html><head>${head}</head></html>\n`);
  writeFileSync(`${folder}/src/main.ts`, `import '${resolve('tests/bench/reportPage.ts')}';\n`);
  await build({
    configFile: resolve('vite.config.ts'),
    root: `${folder}/src`,
    logLevel: 'error',
    build: { outDir: `${folder}/dist/assets` },
  });
  return `${folder}/dist/assets`;
}
