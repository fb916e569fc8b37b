import { useEffect, useRef } from 'react';

/** Whose entry in the browser's history is ours. */
const mark = 'feedback-loop:page';

/** A browser keeps so many entries at most: at that many, nobody can tell whether one was added. */
const mostEntries = 50;

const isOurs = (state: unknown) => typeof state === 'object' && state !== null && mark in state;

/**
 * While it is on, the browser's way back (the key, or the gesture of a phone) closes what is open instead of leaving
 * the page. Closed in another way, its entry is taken back where nobody else added one since.
 */
export function useBackCloses(isOn: boolean, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (!isOn) return;
    if (!isOurs(window.history.state)) window.history.pushState({ [mark]: true }, '');
    const entries = window.history.length;
    let isGone = false;
    const onPop = ({ state }: PopStateEvent) => {
      if (isOurs(state)) return;
      isGone = true;
      close.current();
    };
    window.addEventListener('popstate', onPop);
    return () => {
      window.removeEventListener('popstate', onPop);
      const isLast = entries < mostEntries && window.history.length === entries;
      // The next case of a queue opens in the same moment and goes on with the same entry.
      setTimeout(() => {
        const isOpen = document.querySelector('[data-page]') !== null;
        if (!isGone && isLast && !isOpen && isOurs(window.history.state)) window.history.back();
      });
    };
  }, [isOn]);
}
