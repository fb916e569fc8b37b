import { useEffect, useRef } from 'react';
import { isTyping } from '../useKeys.ts';

/** `u` means a reply that is held before anything else it may mean on the page. */
export function useUndoKey(undo: (() => void) | null, isOn: boolean): void {
  const current = useRef(undo);
  current.current = undo;
  const isHeld = undo !== null;
  useEffect(() => {
    if (!isOn || !isHeld) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
      if (event.key !== 'u' || hasModifier || isTyping(event.target)) return;
      event.preventDefault();
      current.current?.();
    };
    // Heard on the way down: what listens on the page sees that it is done with.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [isOn, isHeld]);
}
