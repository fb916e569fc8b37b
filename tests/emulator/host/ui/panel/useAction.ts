/** Runs one control call at a time and keeps the sentence of how the last one ended. */
import { useCallback, useState } from 'react';
import { words } from '../words.ts';

export interface Action {
  isBusy: boolean;
  /** What went wrong, or that it is done; `null` before the first. */
  outcome: { isProblem: boolean; sentence: string } | null;
  run: (work: () => Promise<unknown>) => void;
}

export function useAction(): Action {
  const [isBusy, setIsBusy] = useState(false);
  const [outcome, setOutcome] = useState<Action['outcome']>(null);
  const run = useCallback((work: () => Promise<unknown>) => {
    setIsBusy(true);
    work()
      .then(
        () => setOutcome({ isProblem: false, sentence: words.panel.done }),
        (error: unknown) =>
          setOutcome({ isProblem: true, sentence: error instanceof Error ? error.message : String(error) }),
      )
      .finally(() => setIsBusy(false));
  }, []);
  return { isBusy, outcome, run };
}
