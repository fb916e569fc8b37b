import { useRef, useState } from 'react';
import { asFailure, type Failure } from '../../care/failure.ts';

export interface Try {
  /** One at a time: a press while another is under way does nothing. */
  run: (act: () => Promise<void>) => void;
  isBusy: boolean;
  /** Of the last one. */
  failure: Failure | null;
}

/** Something an admin starts by a press, with how it went. */
export function useTry(): Try {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isRunning = useRef(false);
  const attempt = async (act: () => Promise<void>) => {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(true);
    setFailure(null);
    await act().catch((cause: unknown) => setFailure(asFailure(cause)));
    isRunning.current = false;
    setBusy(false);
  };
  return { run: (act) => void attempt(act), isBusy, failure };
}
