/** Counts reports beside the page: in a worker, or in place where none can be had. */
import { asFailure } from '../care/failure.ts';
import type { Answer, AskArgs, AskName } from '../care/insights/asks.ts';
import type { Columns } from '../care/insights/columns.ts';
import { engineFor, inPlace, NoWorker } from './counterEngine.ts';

type Ask = <N extends AskName>(name: N, ...args: AskArgs<N>) => Promise<Answer<N>>;

export interface Counter {
  /** Every ask is answered. Rejects with `Failure`, or with `Outdated` once stopped. */
  ask: Ask;
  /**
   * Another way to ask, for one place of a screen: only its last ask of a name matters. One asked before is not begun
   * or ended half way, and rejects with `Outdated`.
   */
  line: () => Ask;
  /** Ends the worker. */
  stop: () => void;
}

/** Nobody waits for this answer any more: something else was asked since, or the counter was stopped. */
export class Outdated extends Error {
  override readonly name = 'Outdated';
}

interface Waiting {
  name: AskName;
  args: readonly unknown[];
  isOutdated: boolean;
  resolve: (answer: unknown) => void;
  reject: (cause: Error) => void;
}

export function createCounter(columns: Columns): Counter {
  const queue: Waiting[] = [];
  let current: Waiting | undefined;
  let engine = engineFor(columns);
  let isStopped = false;

  async function count({ name, args }: Waiting): Promise<unknown> {
    try {
      return await engine.count(name, args);
    } catch (cause) {
      if (!(cause instanceof NoWorker)) throw cause;
      engine = inPlace(columns);
      return engine.count(name, args);
    }
  }
  async function work(): Promise<void> {
    if (current) return;
    for (current = queue.shift(); current; current = queue.shift()) {
      const { isOutdated, resolve, reject } = current;
      if (!isOutdated) await count(current).then(resolve, (cause) => reject(asFailure(cause)));
    }
  }
  function put(name: AskName, args: readonly unknown[]) {
    const waiting = { name, args, isOutdated: false } as Waiting;
    const answer = new Promise<unknown>((resolve, reject) => Object.assign(waiting, { resolve, reject }));
    if (isStopped) outdate(waiting);
    else queue.push(waiting);
    void work();
    return { waiting, answer };
  }
  function outdate(waiting: Waiting | undefined): void {
    if (!waiting) return;
    waiting.isOutdated = true;
    // What was answered already stays so.
    waiting.reject(new Outdated());
    if (waiting === current) engine.cancel();
  }
  return {
    ask: ((name, ...args) => put(name, args).answer) as Ask,
    line: () => {
      const last = new Map<AskName, Waiting>();
      return ((name, ...args) => {
        outdate(last.get(name));
        const { waiting, answer } = put(name, args);
        last.set(name, waiting);
        return answer;
      }) as Ask;
    },
    stop: () => {
      isStopped = true;
      for (const waiting of [current, ...queue.splice(0)]) outdate(waiting);
      engine.stop();
      current = undefined;
    },
  };
}
