import { type RefObject, useLayoutEffect } from 'react';

/** When a focused control inside `block` goes away, the focus goes to `heir` instead of nowhere. */
export function useHeldFocus(block: RefObject<HTMLElement>, heir: RefObject<HTMLElement>): void {
  // Read while rendering: once the control has left the page, nobody knows any more where the focus was.
  const held = block.current?.contains(document.activeElement) ? document.activeElement : null;
  useLayoutEffect(() => {
    const isLost = held !== null && !held.isConnected && document.activeElement === document.body;
    if (isLost) heir.current?.focus();
  });
}
