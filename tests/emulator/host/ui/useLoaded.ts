/** Something read from the emulator: loading, there, or failed with a sentence and a way to try again. */
import { useCallback, useEffect, useState } from 'react';

export interface Loaded<Value> {
  value: Value | null;
  problem: string | null;
  isLoading: boolean;
  reload: () => void;
}

/**
 * Runs `load` at first and whenever `key` changes; an answer that comes after a newer question is dropped.
 * The last good value stays while a newer one loads or fails. `null` as key loads nothing.
 */
export function useLoaded<Value>(key: string | null, load: () => Promise<Value>): Loaded<Value> {
  const [value, setValue] = useState<Value | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isLoading, setIsLoading] = useState(key !== null);
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((current) => current + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` and `round` stand for what `load` asks
  useEffect(() => {
    if (key === null) return;
    let isCurrent = true;
    setIsLoading(true);
    load().then(
      (loaded) => {
        if (!isCurrent) return;
        setValue(loaded);
        setProblem(null);
        setIsLoading(false);
      },
      (error: unknown) => {
        if (!isCurrent) return;
        setProblem(error instanceof Error ? error.message : String(error));
        setIsLoading(false);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [key, round]);

  return { value, problem, isLoading, reload };
}
