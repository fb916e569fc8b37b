import { useState } from 'react';
import { asFailure, type Failure } from '../../care/failure.ts';

/** Which number's tickets are looked at; `Behind` shows them. */
export function useBehind() {
  const [shown, setShown] = useState<{ title: string; keys: string[] } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const show = (title: string, keys: Promise<string[]>) => {
    setFailure(null);
    keys.then(
      (found) => setShown({ title, keys: found }),
      (cause) => setFailure(asFailure(cause)),
    );
  };
  return { show, shown, failure, close: () => setShown(null) };
}

export type BehindUse = ReturnType<typeof useBehind>;
