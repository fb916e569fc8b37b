import { useCallback, useLayoutEffect, useRef } from 'react';

/** For lists put in another order: browsers take the focus from what is moved in the page. Call it with the change. */
export function useKeptFocus(): () => void {
  const held = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) held.current?.focus();
    held.current = null;
  });
  return useCallback(() => {
    const { activeElement } = document;
    held.current = activeElement instanceof HTMLElement ? activeElement : null;
  }, []);
}
