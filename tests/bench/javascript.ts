/** Rows `js-*`: gzip bytes of all the JavaScript that a location loads until its first screen can be used. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { absolute, type Row, relative } from './rows.ts';
import { firstPaintAt, locationFrame, openPage, readyFrame, scriptsOf } from './workspace.ts';

const maxRatio = 1.75;
const maxBackgroundBytes = 45 * 1024;

interface Places {
  /** Origins of a workspace with the app and of one for each floor page. */
  app: string;
  floors: { ticket_sidebar: string; nav_bar: string };
  /** Package folders. */
  folders: { app: string; ticket_sidebar: string; nav_bar: string };
  ticket: number;
}

export async function measureJavaScript(browser: Browser, places: Places): Promise<Row[]> {
  const sizes = await sizesOfApp(browser, places);
  const rows = [];
  for (const location of ['ticket_sidebar', 'nav_bar'] as const) {
    const floor = await sizeOfFloor(browser, places, location);
    rows.push(relative(`js-${location}`, 'bytes', { value: sizes[location], floor, n: 1 }, maxRatio));
  }
  return [
    ...rows,
    absolute('js-background', 'bytes', sizes.background, maxBackgroundBytes),
    absolute('js-background-react', 'files', sizes.filesWithReact, 0),
  ];
}

async function sizesOfApp(browser: Browser, { app, folders, ticket }: Places) {
  const onTicket = await openPage(browser, `${app}/agent/tickets/${ticket}`, 'agent');
  const sidebar = await scriptsOf(await readyFrame(onTicket.page, 'ticket_sidebar'));
  const background = await scriptsOf(await readyFrame(onTicket.page, 'background'));
  await onTicket.context.close();
  const onTriage = await openPage(browser, `${app}/agent/apps/feedback-loop`, 'lead');
  const navBar = await scriptsOf(await readyFrame(onTriage.page, 'nav_bar'));
  await onTriage.context.close();
  if (background.some((path) => holdsReact(folders.app, path)))
    throw new Error('js-background: React is in it.');
  return {
    ticket_sidebar: gzipSize(folders.app, sidebar),
    nav_bar: gzipSize(folders.app, navBar),
    background: gzipSize(folders.app, background),
    filesWithReact: background.filter((path) => holdsReact(folders.app, path)).length,
  };
}

async function sizeOfFloor(browser: Browser, places: Places, location: 'ticket_sidebar' | 'nav_bar') {
  const path = location === 'nav_bar' ? '/agent/apps/floor' : `/agent/tickets/${places.ticket}`;
  const { page, context } = await openPage(browser, places.floors[location] + path, 'lead');
  const frame = await locationFrame(page, location);
  await firstPaintAt(frame);
  const size = gzipSize(places.folders[location], await scriptsOf(frame));
  await context.close();
  return size;
}

function gzipSize(folder: string, scripts: string[]): number {
  if (scripts.length === 0) throw new Error(`No script of ${folder} was loaded.`);
  const sizes = scripts.map(
    (path) => gzipSync(readFileSync(`${folder}/assets/${path}`), { level: 9 }).length,
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Every build of React names its elements by this symbol. */
const holdsReact = (folder: string, path: string) =>
  /react\.(?:transitional\.)?element/.test(readFileSync(`${folder}/assets/${path}`, 'utf8'));
