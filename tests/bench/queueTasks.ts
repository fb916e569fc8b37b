/** How long a frame is ever held up. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Frame } from '@playwright/test';

interface Watched extends Window {
  longTasks?: { startTime: number; duration: number }[];
}

/** An event of the browser's trace; microseconds. */
interface Traced {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Of `dur`, what the thread had of a processor. */
  tdur?: number;
}

/** Carries the frame's clock into the trace. */
const mark = 'bench:begin';

/**
 * Milliseconds of the frame's longest task while `act` ran, 0 where none was as long as 50: browsers report no
 * shorter ones. Which task was long the frame's own observer says; how long is what the thread worked on it, by the
 * browser's trace: what the machine gave to others in its midst is no delay of the app's. Tasks of the page around
 * the frame, which shares its thread, are not its own.
 */
export async function longestTask(frame: Frame, act: () => Promise<void>): Promise<number> {
  const page = frame.page();
  const browser = page.context().browser();
  if (!browser) throw new Error('There is no browser to trace.');
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'blink.user_timing'] });
  let begin: number;
  try {
    begin = await watch(frame);
    await act();
    // Entries come a moment after their task.
    await wait(300);
  } catch (error) {
    await browser.stopTracing();
    throw error;
  }
  const found = await frame.evaluate(() => (window as Watched).longTasks ?? []);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Traced[] };
  const spent = workOf(trace.traceEvents, begin);
  return Math.max(0, ...found.map(spent));
}

/** Notes long tasks from now on; answers what the frame's clock says at the mark. */
const watch = (frame: Frame) =>
  frame.evaluate((name) => {
    const own = window as Watched;
    const isWatched = own.longTasks !== undefined;
    own.longTasks = [];
    if (!isWatched)
      new PerformanceObserver((list) => {
        for (const { name: whose, startTime, duration } of list.getEntries())
          if (!whose.startsWith('cross-origin')) own.longTasks?.push({ startTime, duration });
      }).observe({ type: 'longtask' });
    performance.clearMarks(name);
    return performance.mark(name).startTime;
  }, mark);

/** Milliseconds a processor spent on a task that the frame's clock places. @throws where the trace has no mark */
function workOf(events: readonly Traced[], begin: number) {
  const marked = events.find(({ name }) => name === mark);
  if (!marked) throw new Error('The trace does not have the mark.');
  const tasks = events.filter(
    ({ name, ph, pid, tid }) =>
      name.endsWith('RunTask') && ph === 'X' && pid === marked.pid && tid === marked.tid,
  );
  return ({ startTime, duration }: { startTime: number; duration: number }): number => {
    const middle = marked.ts + (startTime + duration / 2 - begin) * 1000;
    const around = tasks.filter(({ ts, dur = 0 }) => ts <= middle && middle <= ts + dur);
    // Without a trace of it the whole task counts.
    return around.length > 0 ? Math.max(...around.map(({ dur = 0, tdur = dur }) => tdur / 1000)) : duration;
  };
}
