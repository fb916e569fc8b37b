import { createContext, useContext } from 'react';

/** Around a case that is one of many: what follows once it is closed and what was asked is answered or skipped. */
export const ClosedContext = createContext<(() => void) | null>(null);

export const useClosed = () => useContext(ClosedContext);
