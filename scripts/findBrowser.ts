/**
 * Finds a Chromium for the browser stories and the bench, or installs one: the system's browser first, then
 * Playwright's own download, then Debian's package. Run by itself it prints the path it found.
 */

import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { isMain } from './isMain.ts';

/** For a browser that is driven, not used: no sandbox (root in a container has none), no traffic of its own. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What the search asks of the machine; tests put another one in its place. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  isRoot: boolean;
  /** Where Playwright's own download is, or would be. */
  playwrightPath: string;
  isExecutable(path: string): boolean;
  /** Runs a command with its output shown; true when it ended well within `seconds`. */
  run(command: string, args: string[], seconds: number): boolean;
  print(line: string): void;
}

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/** Every path worth a look, best first. `CHROME_PATH` stands alone: whoever sets it means it. */
function candidates({ platform, env }: Machine): string[] {
  if (env.CHROME_PATH) return [env.CHROME_PATH];
  const suffix = platform === 'win32' ? '.exe' : '';
  const separator = platform === 'win32' ? ';' : ':';
  const folders = (env.PATH ?? env.Path ?? '').split(separator).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  if (platform === 'darwin') {
    return [...macApps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`), ...onPath];
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    return [...roots.flatMap((root) => windowsPrograms.map((parts) => join(root, ...parts))), ...onPath];
  }
  return [...names.map((name) => `/usr/bin/${name}`), '/snap/bin/chromium', ...onPath];
}

/** The path of a browser that is already here, or `null`. Starts nothing and installs nothing. */
export function findBrowser(machine: Machine = thisMachine): string | null {
  const path = candidates(machine).find(machine.isExecutable);
  if (path !== undefined) return path;
  if (machine.env.CHROME_PATH) return null;
  return machine.isExecutable(machine.playwrightPath) ? machine.playwrightPath : null;
}

/**
 * The path of a browser, installed if need be, saying what it does. Each attempt has a time limit.
 * @throws Error naming what to install when no way is left.
 */
export function ensureBrowser(machine: Machine = thisMachine): string {
  const present = findBrowser(machine);
  if (present !== null) return present;
  if (machine.env.CHROME_PATH) {
    throw new Error(
      `CHROME_PATH names ${machine.env.CHROME_PATH}, which is not a program that can be started.`,
    );
  }
  for (const attempt of [downloadWithPlaywright, installWithApt]) {
    attempt(machine);
    const installed = findBrowser(machine);
    if (installed !== null) return installed;
  }
  throw new Error(advice);
}

/** The path of a browser that is already here. @throws Error naming what to install. */
export function requireBrowser(machine: Machine = thisMachine): string {
  const path = findBrowser(machine);
  if (path === null) throw new Error(advice);
  return path;
}

const advice =
  'No browser was found or could be installed. Install Chromium or Google Chrome ' +
  '(Debian and Ubuntu: apt-get install chromium; macOS: brew install --cask chromium), ' +
  'or set CHROME_PATH to the program.';

function downloadWithPlaywright(machine: Machine): void {
  machine.print(
    'No Chromium or Chrome on this machine: trying Playwright’s own download (at most 4 minutes).',
  );
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const isDone = machine.run(process.execPath, [cli, 'install', 'chromium'], 240);
  if (!isDone) machine.print('Playwright’s download did not work.');
}

function installWithApt(machine: Machine): void {
  if (machine.platform !== 'linux' || !machine.isExecutable('/usr/bin/apt-get')) return;
  if (!machine.isRoot) {
    machine.print('apt-get could install chromium, but that needs root.');
    return;
  }
  machine.print('Installing Debian’s chromium and a font with apt-get (at most 12 minutes).');
  const isDone =
    machine.run('apt-get', ['update'], 180) &&
    machine.run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'], 540);
  if (!isDone) machine.print('apt-get could not install chromium.');
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  isRoot: process.getuid?.() === 0,
  playwrightPath: chromium.executablePath(),
  isExecutable,
  run(command, args, seconds) {
    // Playwright waits 30 s for each of its mirrors and tries each five times; a closed network should fail sooner.
    const env = {
      ...process.env,
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000',
      DEBIAN_FRONTEND: 'noninteractive',
    };
    const limits = { timeout: seconds * 1000, killSignal: 'SIGKILL' } as const;
    return spawnSync(command, args, { ...limits, env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
  },
  print: (line) => process.stderr.write(`${line}\n`),
};

if (isMain(import.meta.url)) {
  try {
    process.stdout.write(`${ensureBrowser()}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
