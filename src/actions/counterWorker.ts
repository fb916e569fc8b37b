/** The worker reports are counted in, so that the page stays quick: one ask at a time. */
import { type AskArgs, type AskName, answerTo } from '../care/insights/asks.ts';
import type { Columns } from '../care/insights/columns.ts';
import { walk } from './counterSteps.ts';
import { columnsFrom, type FromWorker, type ToWorker } from './counterTalk.ts';

/** Milliseconds until it looks whether the ask was cancelled. */
const budget = 50;

const parts = new Map<string, unknown>();
let columns: Columns | null = null;
let cancelled = 0;

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'part') parts.set(data.name, data.value);
  else if (data.kind === 'cancel') cancelled = data.id;
  else void answer(data).then((said) => self.postMessage(said));
});

async function answer({ id, name, args }: Extract<ToWorker, { kind: 'ask' }>): Promise<FromWorker> {
  try {
    columns ??= columnsFrom(parts);
    const steps = answerTo(columns, name, args as AskArgs<AskName>);
    return { kind: 'answer', id, answer: await walk(steps, budget, () => cancelled === id) };
  } catch (cause) {
    return { kind: 'failed', id, message: cause instanceof Error ? cause.message : String(cause) };
  }
}
