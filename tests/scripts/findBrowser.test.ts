import { expect, test } from 'vitest';
import { ensureBrowser, findBrowser, type Machine } from '../../scripts/findBrowser.ts';

interface FakeMachine extends Machine {
  programs: Set<string>;
  commands: string[];
  printed: string[];
}

/** A machine with these programs, on which a command that `installs` names leaves a program behind. */
function machine(
  programs: string[],
  installs: Record<string, string> = {},
  changes: Partial<Machine> = {},
): FakeMachine {
  const fake: FakeMachine = {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/opt/bin' },
    isRoot: true,
    playwrightPath: '/cache/chrome',
    programs: new Set(programs),
    commands: [],
    printed: [],
    isExecutable: (path) => fake.programs.has(path),
    run(command, args, seconds) {
      expect(seconds).toBeLessThanOrEqual(600);
      const name = command === process.execPath ? 'playwright' : command.replace('/usr/bin/', '');
      const words = [name, ...args.filter((arg) => !arg.includes('/') && !arg.startsWith('-'))].join(' ');
      fake.commands.push(words);
      const program = installs[words];
      if (program !== undefined) fake.programs.add(program);
      return program !== undefined || words === 'apt-get update';
    },
    print: (line) => void fake.printed.push(line),
    ...changes,
  };
  return fake;
}

test('the system’s browser is taken before Playwright’s', () => {
  expect(findBrowser(machine(['/usr/bin/chromium', '/cache/chrome']))).toBe('/usr/bin/chromium');
});

test('a browser anywhere on the PATH is found', () => {
  expect(findBrowser(machine(['/opt/bin/google-chrome']))).toBe('/opt/bin/google-chrome');
});

test('CHROME_PATH wins', () => {
  const env = { PATH: '', CHROME_PATH: '/mine/chrome' };
  expect(findBrowser(machine(['/usr/bin/chromium', '/mine/chrome'], {}, { env }))).toBe('/mine/chrome');
});

test('a CHROME_PATH that leads nowhere is said, not worked around', () => {
  const fake = machine(['/usr/bin/chromium'], {}, { env: { CHROME_PATH: '/gone' } });
  expect(() => ensureBrowser(fake)).toThrow('CHROME_PATH names /gone');
  expect(fake.commands).toEqual([]);
});

test.each([
  ['darwin' as const, {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['win32' as const, { PROGRAMFILES: 'C:' }, 'C:/Google/Chrome/Application/chrome.exe'],
])('on %s the usual place is known', (platform, env, path) => {
  expect(findBrowser(machine([path], {}, { platform, env }))).toBe(path);
});

test('a browser that is here already is used without running anything', () => {
  const fake = machine(['/usr/bin/chromium']);
  expect(ensureBrowser(fake)).toBe('/usr/bin/chromium');
  expect(fake.commands).toEqual([]);
});

test('Playwright’s download comes before apt-get', () => {
  const fake = machine(['/usr/bin/apt-get'], { 'playwright install chromium': '/cache/chrome' });
  expect(ensureBrowser(fake)).toBe('/cache/chrome');
  expect(fake.commands).toEqual(['playwright install chromium']);
});

test('where the download fails, Debian’s package is installed, and each step is printed', () => {
  const fake = machine(['/usr/bin/apt-get'], {
    'apt-get install chromium fonts-liberation': '/usr/bin/chromium',
  });
  expect(ensureBrowser(fake)).toBe('/usr/bin/chromium');
  expect(fake.commands).toEqual([
    'playwright install chromium',
    'apt-get update',
    'apt-get install chromium fonts-liberation',
  ]);
  expect(fake.printed).toHaveLength(3);
});

test('without root apt-get is not tried, and the advice names what to install', () => {
  const fake = machine(['/usr/bin/apt-get'], {}, { isRoot: false });
  expect(() => ensureBrowser(fake)).toThrow('apt-get install chromium');
  expect(fake.commands).toEqual(['playwright install chromium']);
});
