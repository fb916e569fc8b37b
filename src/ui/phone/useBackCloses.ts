import { useEffect, useRef } from 'react';

/** Whose entry in the browser's history is ours. */
const mark = 'feedback-loop:page';

const isOurs = (state: unknown) => typeof state === 'object' && state !== null && mark in state;

/**
 * While it is on, the browser's way back (the key, or the gesture of a phone) closes what is open instead of leaving
 * the page. Closed in another way, the one entry it made stays for the next that opens: taking it back from a frame
 * moves the whole tab's history, and with it the host.
 */
export function useBackCloses(isOn: boolean, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (!isOn) return;
    if (!isOurs(window.history.state)) window.history.pushState({ [mark]: true }, '');
    const onPop = ({ state }: PopStateEvent) => {
      if (!isOurs(state)) close.current();
    };
    window.addEventListener('popstate', onPop);
    return () => window.removeEventListener('popstate', onPop);
  }, [isOn]);
}
