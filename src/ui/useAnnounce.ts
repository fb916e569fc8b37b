import { createContext, useContext } from 'react';

export const AnnounceContext = createContext<(text: string) => void>(() => {});

/** Says a result to people who listen: results only, never progress. */
export const useAnnounce = () => useContext(AnnounceContext);
