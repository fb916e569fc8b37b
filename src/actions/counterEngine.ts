/** Where asks are answered, one at a time: a worker, or the page itself. */
import { Failure } from '../care/failure.ts';
import { type AskArgs, type AskName, answerTo } from '../care/insights/asks.ts';
import type { Columns } from '../care/insights/columns.ts';
import { turn, walk } from './counterSteps.ts';
import { type FromWorker, partsOfColumns, type ToWorker } from './counterTalk.ts';

export interface Engine {
  /** Rejects with `Failure`, or with `NoWorker` where another engine has to answer. */
  count: (name: AskName, args: readonly unknown[]) => Promise<unknown>;
  /** What is being counted ends, with some rejection. */
  cancel: () => void;
  /** The same for good; nothing is answered any more. */
  stop: () => void;
}

/** The worker did not start, or broke: the browser or a policy forbids it. */
export class NoWorker extends Error {
  override readonly name = 'NoWorker';
}

export function engineFor(columns: Columns): Engine {
  if (typeof Worker === 'undefined') return inPlace(columns);
  try {
    const worker = new Worker(new URL('./counterWorker.ts', import.meta.url), { type: 'module' });
    return inWorker(worker, columns);
  } catch {
    return inPlace(columns);
  }
}

/** Milliseconds in place until the page has its turn: less than a frame. */
const budget = 10;

/** As well as a page can count and be there for people: in small steps. */
export function inPlace(columns: Columns): Engine {
  let last = 0;
  const cancel = () => {
    last += 1;
  };
  return {
    count: (name, args) => {
      cancel();
      const own = last;
      return walk(answerTo(columns, name, args as AskArgs<AskName>), budget, () => own !== last);
    },
    cancel,
    stop: cancel,
  };
}

interface Waiting {
  resolve: (answer: unknown) => void;
  reject: (cause: Error) => void;
}

function inWorker(worker: Worker, columns: Columns): Engine {
  const waiting = new Map<number, Waiting>();
  let failure: NoWorker | null = null;
  let lastId = 0;
  worker.onerror = () => {
    failure = new NoWorker();
    for (const { reject } of waiting.values()) reject(failure);
  };
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    const own = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === 'answer') own?.resolve(data.answer);
    else own?.reject(new Failure('unexpected', { message: data.message }));
  };
  const sent = send(worker, columns);
  return {
    count: async (name, args) => {
      lastId += 1;
      const id = lastId;
      await sent;
      if (failure) throw failure;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ kind: 'ask', id, name, args } satisfies ToWorker);
      });
    },
    cancel: () => worker.postMessage({ kind: 'cancel', id: lastId } satisfies ToWorker),
    stop: () => worker.terminate(),
  };
}

/** Bytes copied in one task: a few milliseconds. */
const atOnce = 4 * 1024 * 1024;

/** Column by column, with turns of the page in between where there are many rows. */
async function send(worker: Worker, columns: Columns): Promise<void> {
  let copied = 0;
  for (const part of partsOfColumns(columns)) {
    worker.postMessage(part);
    copied += ArrayBuffer.isView(part.value) ? part.value.byteLength : 0;
    if (copied < atOnce) continue;
    copied = 0;
    await turn();
  }
}
