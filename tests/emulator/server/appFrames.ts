/** The app origin: files of the loaded packages under `/<appId>/`, with the SDK swapped in. */
import { join } from 'node:path';
import type { AppFolder } from './appFolder.ts';
import { findFile } from './files.ts';
import { sdkScript, withLocalSdk } from './sdk.ts';

export async function answerAppFrame(apps: AppFolder[], request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/sdk/zaf_sdk.js') return script(await sdkScript());
  const [, id, path = ''] = /^\/(\d+)\/assets\/(.*)$/.exec(pathname) ?? [];
  const app = apps.find((one) => String(one.appId) === id);
  const file = app ? await findFile(join(app.folder, 'assets'), path) : null;
  if (!file) return new Response('There is no such file in the app.\n', { status: 404 });
  const headers = { 'content-type': file.type, 'cache-control': cachingOf(pathname) };
  if (!file.type.startsWith('text/html')) return new Response(file.body, { headers });
  return new Response(withLocalSdk(file.body.toString('utf8')), { headers });
}

const script = (text: string) =>
  new Response(text, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'max-age=3600' },
  });

/**
 * Zendesk serves packages from a CDN, each upload under an address of its own, so that browsers keep them. Here
 * files named by their content are kept, and the others asked for again: an app may be rebuilt meanwhile.
 */
const cachingOf = (pathname: string) =>
  /-[\w-]{8}\.\w+$/.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache';
