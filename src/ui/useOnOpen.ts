import { useEffect, useRef } from 'react';

/** Does something once, when what calls it comes into the page: with what was there then. */
export function useOnOpen(act: () => void): void {
  const first = useRef(act);
  useEffect(() => first.current(), []);
}
