import { useEffect, useRef, useState } from 'react';
import { useApp } from './useApp.ts';

/**
 * The account's time, moving on every half minute and standing still between, however often one renders: whole lists
 * are worked out anew for another time. A clock that was corrected counts at once. Epoch milliseconds.
 */
export function useNow(everyMs = 30_000): number {
  const app = useApp();
  const now = app.now();
  const kept = useRef(now);
  if (Math.abs(now - kept.current) >= everyMs) kept.current = now;
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      kept.current = app.now();
      setTick((tick) => tick + 1);
    }, everyMs);
    return () => clearInterval(timer);
  }, [app, everyMs]);
  return kept.current;
}
