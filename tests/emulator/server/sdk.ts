/** Zendesk's real SDK as the CDN serves it: one classic script that sets `ZAFClient`. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const cdnScript = /https:\/\/static\.zdassets\.com\/zendesk_app_framework_sdk\/[\w.]+\/zaf_sdk(\.min)?\.js/g;

/** The page with the CDN's script swapped for the emulator's own copy. */
export const withLocalSdk = (html: string): string => html.replace(cdnScript, '/sdk/zaf_sdk.js');

/** The bundled SDK's text; built once and kept in `build/`, rebuilt when another version is installed. */
export async function sdkScript(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@zendesk/zaf-client');
  const manifest = JSON.parse(await readFile(join(dirname(entry), '../package.json'), 'utf8')) as {
    version: string;
  };
  const cached = resolve('build', `zaf_sdk-${manifest.version}.js`);
  if (existsSync(cached)) return readFile(cached, 'utf8');
  const script = await bundle(entry);
  await mkdir(dirname(cached), { recursive: true });
  const draft = `${cached}.${process.pid}`;
  await writeFile(draft, script);
  await rename(draft, cached);
  return script;
}

async function bundle(entry: string): Promise<string> {
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      lib: { entry, name: 'ZAFClient', formats: ['iife'] },
      rollupOptions: { output: { exports: 'default' } },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('the SDK could not be bundled');
  return output.output[0].code;
}
