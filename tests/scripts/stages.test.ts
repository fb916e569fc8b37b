import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runStages, type Stage } from '../../scripts/stages.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stages-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const ending = (name: string, code: number, more: Partial<Stage> = {}): Stage => ({
  name,
  command: ['-e', `process.exit(${code})`],
  ...more,
});

/** A stage that writes `{ passed, failed }` as its report, then ends with a code. */
function reporting(counts: object | string, code: number): Stage {
  const path = join(folder, 'report.json');
  const text = typeof counts === 'string' ? counts : JSON.stringify(counts);
  const script = `require('fs').writeFileSync(${JSON.stringify(path)}, ${JSON.stringify(text)}); process.exit(${code})`;
  const count = (report: unknown) => report as { passed: number; failed: number };
  return { name: 'unit', command: ['-e', script], report: { path, count } };
}

const run = (...stages: Stage[]) => runStages(stages, () => {});

test('a stage without a report counts as one check', async () => {
  expect(await run(ending('types', 0), ending('lint', 1))).toEqual({
    passed: 1,
    failed: 1,
    failedStages: ['lint'],
  });
});

test('a stage with a report is counted from it', async () => {
  expect(await run(reporting({ passed: 7, failed: 2 }, 1))).toMatchObject({ passed: 7, failed: 2 });
});

test('a report without failures does not hide a bad exit code', async () => {
  expect(await run(reporting({ passed: 7, failed: 0 }, 1))).toMatchObject({ passed: 7, failed: 1 });
});

test('a report that cannot be read is a failure', async () => {
  expect(await run(reporting('{', 0))).toMatchObject({ passed: 0, failed: 1 });
});

test('the report of an earlier run does not count', async () => {
  const path = join(folder, 'report.json');
  writeFileSync(path, '{"passed":9,"failed":0}');
  const stage = { ...reporting({}, 0), command: ['-e', ''] };
  expect(await run(stage)).toMatchObject({ passed: 0, failed: 1 });
  expect(existsSync(path)).toBe(false);
});

test('later stages run after a failed one, except those that need it, which count as failed', async () => {
  const lines: string[] = [];
  const stages = [ending('build', 1), ending('browser', 0, { needs: ['build'] }), ending('unit', 0)];
  const outcome = await runStages(stages, (line) => void lines.push(line));
  expect(outcome).toEqual({ passed: 1, failed: 2, failedStages: ['build', 'browser'] });
  expect(lines).toContain('Not run, because build failed.');
});

test('a stage that cannot be prepared says why and counts as failed', async () => {
  const lines: string[] = [];
  const prepare = () => {
    throw new Error('No browser was found.');
  };
  const outcome = await runStages([ending('browser', 0, { prepare })], (line) => void lines.push(line));
  expect(outcome.failed).toBe(1);
  expect(lines).toContain('No browser was found.');
});
