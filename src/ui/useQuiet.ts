import { useEffect, useState } from 'react';
import { quiet } from './lazyPart.ts';

/** Has the first screen had the network to itself for a while since `isUsable`? */
export function useQuiet(isUsable = true): boolean {
  const [isQuiet, setQuiet] = useState(false);
  useEffect(() => {
    if (!isUsable) return;
    const timer = setTimeout(() => setQuiet(true), quiet);
    return () => clearTimeout(timer);
  }, [isUsable]);
  return isQuiet;
}
