import { useCallback, useEffect, useRef, useState } from 'react';
import { keep, recall } from '../actions/frames.ts';
import { useApp } from './useApp.ts';

type Draft = Record<string, string | null>;

/** Milliseconds between two keepings while somebody types. */
const everyMs = 300;

/**
 * What somebody typed and has not saved. It lives in the tab's hub, so a frame that reloads finds it again; what
 * is typed before the hub has answered wins. `null` where there is none.
 */
export function useDraft<T extends Draft>(name: string): [T | null, (draft: T | null) => void] {
  const app = useApp();
  const [draft, setDraft] = useState<T | null>(null);
  const isTouched = useRef(false);
  useEffect(() => {
    let isOver = false;
    recall(app, name).then((kept) => {
      if (!isOver && !isTouched.current && isDraft(kept)) setDraft(kept as T);
    });
    return () => {
      isOver = true;
    };
  }, [app, name]);
  const keepSoon = useKeeping(name);
  const change = useCallback(
    (next: T | null) => {
      isTouched.current = true;
      setDraft(next);
      keepSoon(next);
    },
    [keepSoon],
  );
  return [draft, change];
}

/** Keeps the newest at intervals, and at once when the field is left, the frame goes or nothing is left to keep. */
function useKeeping(name: string): (draft: Draft | null) => void {
  const app = useApp();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const unkept = useRef<Draft | null>(null);
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (unkept.current) keep(app, name, unkept.current);
    unkept.current = null;
  }, [app, name]);
  useEffect(() => {
    document.addEventListener('focusout', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      flush();
      document.removeEventListener('focusout', flush);
      window.removeEventListener('pagehide', flush);
    };
  }, [flush]);
  return useCallback(
    (draft) => {
      unkept.current = draft;
      if (draft) timer.current ??= setTimeout(flush, everyMs);
      else {
        flush();
        keep(app, name, null);
      }
    },
    [app, name, flush],
  );
}

function isDraft(kept: unknown): kept is Draft {
  const isObject = typeof kept === 'object' && kept !== null;
  return isObject && Object.values(kept).every((value) => value === null || typeof value === 'string');
}
