/** The desk for every screen below: each change of the desk redraws who asked for it. */
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Desk } from '../desk.ts';
import { type Observed, observe, useObserved } from './observed.ts';

const DeskContext = createContext<Observed<Desk> | null>(null);

export function DeskProvider({ desk, children }: { desk: Desk; children: ReactNode }) {
  const observed = useMemo(() => observe(desk), [desk]);
  return <DeskContext.Provider value={observed}>{children}</DeskContext.Provider>;
}

export function useDesk(): Desk {
  const observed = useContext(DeskContext);
  if (!observed) throw new Error('useDesk needs a DeskProvider above it');
  return useObserved(observed);
}
