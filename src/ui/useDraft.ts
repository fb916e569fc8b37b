import { useCallback, useEffect, useRef, useState } from 'react';
import { useApp } from './useApp.ts';

type Draft = Record<string, string | null>;

/**
 * What somebody typed and has not saved. It lives in the tab's hub, so a frame that reloads finds it again; what
 * is typed before the hub has answered wins. `null` where there is none.
 */
export function useDraft<T extends Draft>(name: string): [T | null, (draft: T | null) => void] {
  const { hub } = useApp().zendesk;
  const [draft, setDraft] = useState<T | null>(null);
  const isTouched = useRef(false);
  useEffect(() => {
    let isOver = false;
    hub.recall(name).then((kept) => {
      if (!isOver && !isTouched.current && isDraft(kept)) setDraft(kept as T);
    });
    return () => {
      isOver = true;
    };
  }, [hub, name]);
  const keep = useCallback(
    (next: T | null) => {
      isTouched.current = true;
      setDraft(next);
      hub.keep(name, next);
    },
    [hub, name],
  );
  return [draft, keep];
}

function isDraft(kept: unknown): kept is Draft {
  const isObject = typeof kept === 'object' && kept !== null;
  return isObject && Object.values(kept).every((value) => value === null || typeof value === 'string');
}
