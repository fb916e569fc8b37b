/**
 * `npm test`: every stage in order, then one line `N passed, N failed` counted from their reports.
 * Stages named as arguments run alone (`npm run check` = types lint unit).
 */
import { countPlaywright, countVitest } from './count.ts';
import { ensureBrowser } from './findBrowser.ts';
import { runStages, type Stage } from './stages.ts';

const bin = (path: string) => `node_modules/${path}`;
const vite = bin('vite/bin/vite.js');
const reports = 'build/reports';

const stages: Stage[] = [
  { name: 'types', command: [bin('typescript/bin/tsc'), '--noEmit', '-p', '.'] },
  { name: 'lint', command: [bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '.'] },
  {
    name: 'unit',
    command: [
      bin('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reports}/unit.json`,
    ],
    report: { path: `${reports}/unit.json`, count: countVitest },
  },
  { name: 'build', command: [vite, 'build'] },
  { name: 'build-emulator', command: [vite, 'build', '--config', 'tests/emulator/host/vite.config.ts'] },
  { name: 'validate', command: ['--import', 'tsx', 'scripts/validate.ts', 'dist'], needs: ['build'] },
  {
    name: 'browser',
    command: [bin('@playwright/test/cli.js'), 'test'],
    needs: ['build', 'build-emulator'],
    report: { path: `${reports}/browser.json`, count: countPlaywright },
    prepare: () => void ensureBrowser(),
  },
];

const print = (line: string) => void process.stdout.write(`${line}\n`);

async function main(wanted: string[]): Promise<number> {
  const names = stages.map(({ name }) => name);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    process.stderr.write(`No stage is called ${unknown.join(', ')}. There are: ${names.join(', ')}.\n`);
    return 2;
  }
  const chosen = stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const { passed, failed, failedStages } = await runStages(chosen, print);
  if (failed > 0) print(`\nFailed: ${failedStages.join(', ')}`);
  print(`\n${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
