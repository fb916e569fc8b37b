/** The ZAF half for the screens that hold app frames. */
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Zaf } from '../../zaf/types.ts';
import { type Observed, observe, useObserved } from '../observed.ts';

const ZafContext = createContext<Observed<Zaf> | null>(null);

export function ZafProvider({ zaf, children }: { zaf: Zaf; children: ReactNode }) {
  const observed = useMemo(() => observe(zaf), [zaf]);
  return <ZafContext.Provider value={observed}>{children}</ZafContext.Provider>;
}

export function useZaf(): Zaf {
  const observed = useContext(ZafContext);
  if (!observed) throw new Error('useZaf needs a ZafProvider above it');
  return useObserved(observed);
}
