/** At most `limit` calls in flight from this frame; people's clicks before background work. */
export type Priority = 'interactive' | 'background';

export interface Scheduler {
  run<T>(priority: Priority, call: () => Promise<T>): Promise<T>;
}

export function createScheduler(limit = 4): Scheduler {
  const waiting: Record<Priority, (() => void)[]> = { interactive: [], background: [] };
  let inFlight = 0;

  const next = () => {
    if (inFlight >= limit) return;
    const start = waiting.interactive.shift() ?? waiting.background.shift();
    if (!start) return;
    inFlight += 1;
    start();
  };

  return {
    async run(priority, call) {
      await new Promise<void>((start) => {
        waiting[priority].push(start);
        next();
      });
      try {
        return await call();
      } finally {
        inFlight -= 1;
        next();
      }
    },
  };
}
