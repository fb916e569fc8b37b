import { useEffect, useState } from 'react';
import { preload } from './lazyPart.ts';

/** Has the first screen had the network to itself long enough for what nobody waits for? */
export function useQuiet(): boolean {
  const [isQuiet, setQuiet] = useState(false);
  useEffect(() => preload(async () => setQuiet(true)), []);
  return isQuiet;
}
