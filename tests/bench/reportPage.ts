/** In an empty page: reports over columns made from numbers, counted as the app does it and by plain loops. */
import { createCounter, Outdated } from '../../src/actions/counter.ts';
import { columnsOfYear, question } from './reportColumns.ts';

/** Milliseconds, but for the bytes. */
export interface Measured {
  /** Feedbacks. */
  n: number;
  /** Each from the ask to the answer, in the page. */
  app: number[];
  floor: number[];
  /** The page's longest task from before the columns were handed over to after the last answer; 0 below 50. */
  longest: number;
  /** From the ask that outdated a report half way to the answer to it; 0 where a report is too short for that. */
  cancelled: number;
  /** Bytes of the columns, and all that page and worker hold after the reports, garbage collected. */
  columns: number;
  held: number;
}

/** A report shorter than this is answered before anybody could ask anew; milliseconds. */
const long = 200;

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

async function measure(n: number, rounds: number): Promise<Measured> {
  const columns = columnsOfYear(n);
  await pause(100);
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: 'longtask' });
  const counter = createCounter(columns);
  await counter.ask('report', question);
  const app = await times(rounds, () => counter.ask('report', question));
  const cancelled = median(app) < long ? 0 : await cancelHalfWay(counter.line(), median(app) / 2);
  await pause(300);
  observer.disconnect();
  const held = await heldBytes();
  counter.stop();
  const floor = await plainTimes(columns, rounds);
  const bytes: unknown[] = [...Object.values(columns), ...Object.values(columns.texts)];
  const size = bytes.reduce<number>((sum, one) => sum + (ArrayBuffer.isView(one) ? one.byteLength : 0), 0);
  return { n, app, floor, longest, cancelled, columns: size, held };
}

async function cancelHalfWay(ask: ReturnType<ReturnType<typeof createCounter>['line']>, after: number) {
  const outdated = ask('report', question).then(
    () => false,
    (cause) => cause instanceof Outdated,
  );
  await pause(after);
  const began = performance.now();
  const small = { ...question, period: { ...question.period, to: question.period.from + 1 }, before: null };
  await ask('report', { ...small, by: null });
  if (!(await outdated)) throw new Error('The outdated report was answered.');
  return performance.now() - began;
}

/** Of the page and its workers; browsers take their time to answer. */
async function heldBytes(): Promise<number> {
  const own = performance as Performance & {
    measureUserAgentSpecificMemory: () => Promise<{ bytes: number }>;
  };
  return (await own.measureUserAgentSpecificMemory()).bytes;
}

/** The plain loops in a worker of their own. */
async function plainTimes(columns: object, rounds: number): Promise<number[]> {
  const worker = new Worker(new URL('./reportFloorWorker.ts', import.meta.url), { type: 'module' });
  const answer = (said: unknown) =>
    new Promise((resolve, reject) => {
      worker.onmessage = resolve;
      worker.onerror = () => reject(new Error('The floor could not be counted.'));
      worker.postMessage(said);
    });
  await answer({ columns });
  await answer({ question });
  const found = await times(rounds, () => answer({ question }));
  worker.terminate();
  return found;
}

async function times(rounds: number, act: () => Promise<unknown>): Promise<number[]> {
  const found: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await act();
    found.push(performance.now() - began);
  }
  return found;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

Object.assign(window, { measure });
