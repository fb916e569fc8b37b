import { useRef, useState } from 'react';
import { asFailure, type Failure } from '../../care/failure.ts';
import { useAnnounce } from '../useAnnounce.ts';

interface Tried {
  act: () => Promise<unknown>;
  /** Said once it is done. */
  done: string;
  onDone?: () => void;
}

/** One thing done after the other, each safe to repeat; what failed stands beside the way to try it again. */
export function useAct() {
  const announce = useAnnounce();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isRunning = useRef(false);
  const tried = useRef<Tried | null>(null);
  const run = async (act: Tried['act'], done: string, onDone?: () => void): Promise<void> => {
    if (isRunning.current) return;
    tried.current = { act, done, onDone };
    isRunning.current = true;
    setBusy(true);
    setFailure(null);
    try {
      await act();
      announce(done);
      onDone?.();
    } catch (cause) {
      setFailure(asFailure(cause));
    } finally {
      isRunning.current = false;
      setBusy(false);
    }
  };
  const retry = () => {
    const last = tried.current;
    if (last) void run(last.act, last.done, last.onDone);
  };
  return { run, retry, failure, isBusy };
}

export type Act = ReturnType<typeof useAct>;
