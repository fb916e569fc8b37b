/** Runs stages one after the other, their output streamed, and counts what passed and failed. */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { type Count, sum } from './count.ts';

export interface Stage {
  name: string;
  /** Arguments of `node`. */
  command: string[];
  /** Stages that must have passed: without them this one cannot run and counts as failed. */
  needs?: string[];
  /** A stage with a report is counted from it; one without counts as a single check. */
  report?: { path: string; count: (report: unknown) => Count };
  /** Runs before the command; what it throws is printed and counts as a failure. */
  prepare?: () => void;
}

export interface Outcome extends Count {
  failedStages: string[];
}

const failure: Count = { passed: 0, failed: 1 };

/** A later stage runs also after a failed one, unless it needs it. */
export async function runStages(stages: Stage[], print: (line: string) => void): Promise<Outcome> {
  const counts: Count[] = [];
  const failedStages: string[] = [];
  for (const stage of stages) {
    print(`\n── ${stage.name}`);
    const missing = stage.needs?.filter((name) => failedStages.includes(name)) ?? [];
    if (missing.length > 0) print(`Not run, because ${missing.join(' and ')} failed.`);
    const count = missing.length > 0 ? failure : await runStage(stage, print);
    if (count.failed > 0) failedStages.push(stage.name);
    counts.push(count);
  }
  return { ...sum(counts), failedStages };
}

async function runStage(stage: Stage, print: (line: string) => void): Promise<Count> {
  if (stage.report) rmSync(stage.report.path, { force: true });
  try {
    stage.prepare?.();
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
    return failure;
  }
  return readCount(stage, await runNode(stage.command));
}

/** What the report says, never better than the exit code; no readable report is a failure. */
function readCount({ report }: Stage, exitCode: number): Count {
  if (!report) return exitCode === 0 ? { passed: 1, failed: 0 } : failure;
  try {
    const { passed, failed } = report.count(JSON.parse(readFileSync(report.path, 'utf8')));
    return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
  } catch {
    return failure;
  }
}

/** Ends with the exit code of `node <command>`. */
function runNode(command: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { stdio: 'inherit' });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
