/** `npm run package`: builds, checks and zips the app into `build/feedback-loop-<version>.zip`. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { isMain } from './isMain.ts';
import { readPackage } from './validate/files.ts';
import { reportPackage } from './validate.ts';

/** One moment for every entry, so that the same build gives the same bytes. */
const entryTime = new Date(1980, 0, 1);

/** The zip of a package folder, its files at the root. */
export function zipPackage(root: string): Uint8Array {
  const entries = [...readPackage(root).files].map(([path, bytes]) => [path, new Uint8Array(bytes)]);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: entryTime });
}

function main(): number {
  const build = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], { stdio: 'inherit' });
  if (build.status !== 0) return 1;
  if (!reportPackage('dist')) return 1;
  const { version } = JSON.parse(readFileSync('dist/manifest.json', 'utf8')) as { version: string };
  const path = `build/feedback-loop-${version}.zip`;
  const zip = zipPackage('dist');
  mkdirSync('build', { recursive: true });
  writeFileSync(path, zip);
  process.stdout.write(`${path} (${Math.ceil(zip.length / 1024)} KB)\n`);
  return 0;
}

if (isMain(import.meta.url)) process.exitCode = main();
