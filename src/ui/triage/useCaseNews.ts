import { useEffect, useRef } from 'react';
import { onNews } from '../../actions/frames.ts';
import { useApp } from '../useApp.ts';

/** Milliseconds between two looks at what others did, while somebody is looking. */
const everyMs = 30_000;
/** News come by the hundred while old scores are read: after one look the next waits so many milliseconds. */
const apartMs = 10_000;

/** Calls `hear` when another frame or person changed a case, on return to the page, and every half minute. */
export function useCaseNews(hear: () => void, revOf: (key: string) => number, isOn: boolean): void {
  const app = useApp();
  const current = useRef({ hear, revOf });
  current.current = { hear, revOf };
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(() => current.current.hear(), everyMs);
    let pause: ReturnType<typeof setTimeout> | undefined;
    let hasMore = false;
    const look = () => {
      hasMore = pause !== undefined;
      if (hasMore) return;
      current.current.hear();
      pause = setTimeout(() => {
        pause = undefined;
        if (hasMore) look();
      }, apartMs);
    };
    const stop = onNews(app, ({ key, rev }) => {
      if (rev > current.current.revOf(key)) look();
    });
    return () => {
      clearInterval(timer);
      clearTimeout(pause);
      stop();
    };
  }, [app, isOn]);

  const wasOn = useRef<boolean | null>(null);
  useEffect(() => {
    // The first time the list itself has just been read.
    if (isOn && wasOn.current === false) current.current.hear();
    if (isOn || wasOn.current) wasOn.current = isOn;
  }, [isOn]);
}
