import type { KeyboardEvent } from 'react';

/** Keys 1-9 of whoever is inside this part of the screen and not typing. Takes them from everything outside. */
export function useDigits(acts: readonly (() => void)[]): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const act = /^[1-9]$/.test(event.key) ? acts[Number(event.key) - 1] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  };
}

const isTyping = (target: EventTarget) => target instanceof Element && target.closest('textarea') !== null;
