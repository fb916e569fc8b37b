import { type RefObject, useEffect } from 'react';

/** Like `useHeldFocus`, where parts go without `box` being drawn again: whenever what has the focus goes away inside `box`, the focus goes to `heir` instead of nowhere. */
export function useWatchedFocus(box: RefObject<HTMLElement>, heir: RefObject<HTMLElement>): void {
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    let last: Element | null = null;
    const onFocus = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : null;
    };
    const watch = new MutationObserver(() => {
      const isLost = last !== null && !last.isConnected && document.activeElement === document.body;
      if (isLost) heir.current?.focus();
    });
    current.addEventListener('focusin', onFocus);
    watch.observe(current, { childList: true, subtree: true });
    return () => {
      current.removeEventListener('focusin', onFocus);
      watch.disconnect();
    };
  }, [box, heir]);
}
