import { type EffectCallback, useEffect, useRef } from 'react';

/** Does something once, when what calls it comes into the page, with what was there then; it may answer how to end it. */
export function useOnOpen(act: EffectCallback): void {
  const first = useRef(act);
  useEffect(() => first.current(), []);
}
