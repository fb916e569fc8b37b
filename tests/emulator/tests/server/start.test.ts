import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { demoApp, makeFolder } from './appPackage.ts';

const app = demoApp();
afterAll(() => app.remove());

interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

function start(...options: string[]) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/emulator/start.ts', '--no-open', ...options],
    {
      env: { ...process.env, CI: '1' },
    },
  );
  const outcome: Outcome = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    outcome.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    outcome.err += chunk;
  });
  const ended = new Promise<Outcome>((resolve) => child.on('close', (code) => resolve({ ...outcome, code })));
  return { child, outcome, ended };
}

describe('npm start', { timeout: 60_000 }, () => {
  it.each<[options: string[], code: number, sentence: RegExp]>([
    [['--colour', 'red'], 2, /^Unknown option '--colour'.*See --help\.\n$/],
    [['--port', 'http'], 2, /^--port takes a whole number from 0 to 65534\.\n$/],
    [['--scale', '2000000'], 2, /^--scale takes a whole number/],
    [['--answered', '101'], 2, /^--answered takes a whole number from 0 to 100\.\n$/],
    [['--storage', 'maybe'], 2, /^--storage takes granted or blocked\.\n$/],
    [['--account', 'odd'], 2, /^--account takes one of customizable, legacy/],
    [['--plan', 'gold'], 2, /^--plan takes one of suite_team/],
    [['--csat', 'ten'], 2, /^--csat takes one of survey, legacy, none\.\n$/],
    [['--app', '/no/such/folder'], 1, /^There is no folder "\/no\/such\/folder" to load an app from\.\n$/],
  ])('%j ends with code %i and one sentence', async (options, code, sentence) => {
    const { code: ended, err } = await start(...options).ended;
    expect(err).toMatch(sentence);
    expect(ended).toBe(code);
  });

  it('--help prints the options and ends well', async () => {
    const { code, out } = await start('--help').ended;
    expect(code).toBe(0);
    for (const option of [
      '--port',
      '--app',
      '--scale',
      '--answered',
      '--storage',
      '--record',
      '--no-open',
      '--account',
      '--plan',
      '--csat',
    ])
      expect(out).toContain(option);
  });

  it('on a busy port ends with code 1 and one sentence', async () => {
    const busy = createServer();
    const port = await new Promise<number>((resolve) => {
      busy.listen(0, '127.0.0.1', () => resolve((busy.address() as { port: number }).port));
    });
    const { code, err } = await start('--app', app.path, '--port', String(port)).ended;
    busy.close();
    expect(err).toMatch(/^Port \d+ is in use or not allowed: choose another one with --port\.\n$/);
    expect(code).toBe(1);
  });

  it.each([
    [
      'without manifest',
      { 'assets/iframe.html': '' },
      /^"[^"]+" has no manifest\.json, so it is not a Zendesk app\.\n$/,
    ],
    [
      'with a broken manifest',
      { 'manifest.json': '{\n  "name": Demo\n}' },
      /^The manifest\.json in .* is not valid JSON: .*\n$/,
    ],
  ])('on an app %s ends with code 1 and one sentence', async (_what, files, sentence) => {
    const folder = makeFolder(files as Record<string, string>);
    const { code, err } = await start('--app', folder.path, '--port', '0').ended;
    folder.remove();
    expect(err).toMatch(sentence);
    expect(code).toBe(1);
  });

  it('prints where to begin, answers, and ends on Ctrl+C', async () => {
    const { child, outcome, ended } = start('--app', app.path, '--port', '0');
    await new Promise<void>((resolve) => {
      child.stdout.on('data', () => outcome.out.includes('Ctrl+C') && resolve());
    });
    const url = /http:\/\/localhost:\d+/.exec(outcome.out)?.[0];
    expect((await fetch(`${url}/__emulator/state`)).status).toBe(200);
    expect(
      outcome.out.match(
        /\/mailbox\/\d+|\/agent\/tickets\/410\?persona=agent|\/agent\/apps\/demo-app\?persona=lead/g,
      ),
    ).toHaveLength(3);
    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
  });
});
