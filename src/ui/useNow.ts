import { useEffect, useState } from 'react';
import { useApp } from './useApp.ts';

/** The account's time, moving on every half minute. Epoch milliseconds. */
export function useNow(everyMs = 30_000): number {
  const app = useApp();
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return app.now();
}
