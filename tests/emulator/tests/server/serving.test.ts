import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Exchange, State, WorldEvent } from '../../control.ts';
import { createEmulator, type Emulator } from '../../server.ts';
import { storyTickets } from '../../world/storyTickets.ts';
import { demoApp } from './appPackage.ts';

const app = demoApp();
const folder = mkdtempSync(join(tmpdir(), 'emulator-record-'));
const recordFile = join(folder, 'exchanges.jsonl');
let emulator: Emulator;

beforeAll(async () => {
  emulator = await createEmulator({ port: 0, appDir: app.path, storage: 'blocked', recordFile });
});
afterAll(async () => {
  await emulator.close();
  app.remove();
  rmSync(folder, { recursive: true });
});

const state = async () => (await (await fetch(`${emulator.url}/__emulator/state`)).json()) as State;
const admin = { authorization: `Basic ${btoa('admin/token:x')}` };

describe('app frames', () => {
  it('come from another origin than the workspace, another host where storage is blocked', async () => {
    expect(new URL(emulator.appOrigin).origin).not.toBe(new URL(emulator.url).origin);
    expect(emulator.url).toMatch(/^http:\/\/localhost:/);
    expect(emulator.appOrigin).toMatch(/^http:\/\/127\.0\.0\.1:/);
    const granted = await createEmulator({ port: 0, appDir: app.path });
    expect(granted.appOrigin).toMatch(/^http:\/\/localhost:/);
    await granted.close();
  });

  it('get the page with Zendesk’s SDK swapped for the emulator’s copy, and the rest as it is', async () => {
    const assetBase = (await state()).apps[0]?.assetBase;
    const page = await fetch(`${assetBase}assets/iframe.html`);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    const html = await page.text();
    expect(html).toContain('<script src="/sdk/zaf_sdk.js">');
    expect(html).not.toContain('zdassets');
    const script = await fetch(`${assetBase}assets/main.js`);
    expect(script.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(await script.text()).toBe('ZAFClient.init();');
  });

  it('get the real SDK as one script that sets ZAFClient', async () => {
    const text = await (await fetch(`${emulator.appOrigin}/sdk/zaf_sdk.js`)).text();
    const document = { location: { search: '', hash: '' } };
    const client = runInNewContext(`${text}; ZAFClient.init()`, {
      window: { Promise },
      document,
      setTimeout,
      Promise,
    });
    expect(client).toBe(false);
  });

  it.each([
    '/500001/manifest.json',
    '/500001/assets/../secret.txt',
    '/500001/assets/..%2fsecret.txt',
    '/9/assets/main.js',
    '/500001/assets/',
    '/',
  ])('get nothing at %s', async (path) => {
    expect((await fetch(emulator.appOrigin + path)).status).toBe(404);
  });

  it('are described with settings of now, secure ones left out', async () => {
    expect((await state()).apps[0]).toMatchObject({
      name: 'Demo App',
      version: '1.2.3',
      settings: { greeting: 'hello', isLoud: false },
      locations: {
        nav_bar: { url: 'assets/iframe.html?page=nav#top' },
        top_bar: { url: 'https://apps.example/top' },
      },
      icons: { nav_bar: '<svg viewBox="0 0 18 18"></svg>' },
    });
    const installation = [...emulator.world().installations.values()][0];
    if (installation) installation.settings.greeting = 'moin';
    const settings = (await state()).apps[0]?.settings ?? {};
    expect(settings.greeting).toBe('moin');
    expect(settings).not.toHaveProperty('token');
  });
});

describe('the workspace', () => {
  it('answers an unknown API path as Zendesk does, and any other unknown path with 404', async () => {
    const unknown = await fetch(`${emulator.url}/api/v2/unheard_of`, { headers: admin });
    expect([unknown.status, await unknown.json()]).toEqual([
      404,
      { error: 'InvalidEndpoint', description: 'Not found' },
    ]);
    expect((await fetch(`${emulator.url}/elsewhere`)).status).toBe(404);
    expect((await fetch(`${emulator.url}/host-assets/../../package.json`)).status).toBe(404);
  });

  it('refuses a body of more than 10 MB', async () => {
    const init = { method: 'POST', headers: admin, body: 'x'.repeat(11 << 20) };
    expect((await fetch(`${emulator.url}/api/v2/tickets`, init)).status).toBe(413);
    expect((await fetch(`${emulator.url}/__emulator/state`)).status).toBe(200);
  });
});

describe('the record file', () => {
  it('gets one line of JSON per exchange, with bodies, and keeps them over a reset', async () => {
    await fetch(`${emulator.url}/api/v2/tickets/${storyTickets.fresh}.json`, { headers: admin });
    emulator.reset();
    await fetch(`${emulator.url}/api/v2/users/me`, { headers: admin });
    expect(existsSync(recordFile)).toBe(true);
    const lines = readFileSync(recordFile, 'utf8').trimEnd().split('\n');
    const exchanges = lines.map((line) => JSON.parse(line) as Exchange).slice(-2);
    expect(exchanges.map(({ url }) => url)).toEqual([
      `/api/v2/tickets/${storyTickets.fresh}.json`,
      '/api/v2/users/me',
    ]);
    expect(exchanges[0]).toMatchObject({
      user: 'admin',
      role: 'admin',
      requestBody: null,
      responseBody: { ticket: { id: storyTickets.fresh } },
    });
  });
});

describe('the event stream', () => {
  it('tells of changed tickets, the clock, faults, and goes on after a reset', async () => {
    const abort = new AbortController();
    const stream = await fetch(`${emulator.url}/__emulator/events`, { signal: abort.signal });
    expect(stream.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const events = reading(stream);
    const post = (path: string, body: unknown) =>
      fetch(`${emulator.url}/__emulator/${path}`, { method: 'POST', body: JSON.stringify(body) });
    await post('customer', { ticket: storyTickets.fresh, csat: 2 });
    expect(await next(events, 'ticket')).toMatchObject({ id: storyTickets.fresh });
    await post('faults', { path: '/x', kind: '500' });
    expect(await next(events, 'state')).toEqual({ kind: 'state' });
    await post('reset', {});
    expect(await next(events, 'reset')).toEqual({ kind: 'reset' });
    await post('clock', { advance: 1000 });
    expect(await next(events, 'clock')).toEqual({ kind: 'clock', now: '2026-11-18T09:12:01.000Z' });
    abort.abort();
  });
});

async function* reading(stream: Response): AsyncGenerator<WorldEvent> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) if (part.startsWith('data: ')) yield JSON.parse(part.slice(6)) as WorldEvent;
  }
}

async function next(
  events: AsyncGenerator<WorldEvent>,
  kind: WorldEvent['kind'],
): Promise<WorldEvent | null> {
  for (let step = await events.next(); !step.done; step = await events.next())
    if (step.value.kind === kind) return step.value;
  return null;
}
