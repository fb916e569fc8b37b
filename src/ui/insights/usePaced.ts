import { useCallback, useEffect, useRef, useState } from 'react';
import { asFailure, type Failure } from '../../care/failure.ts';

export interface PacedControl {
  isStopped: () => boolean;
  whenGoing: () => Promise<void>;
  onProgress: (calls: number) => void;
  clock: () => number;
}

export type PacedState = 'idle' | 'reading' | 'paused' | 'stopping';

/** A long reading somebody can pause and stop, and which stops where its screen is left. */
export function usePaced<T>() {
  const [state, setState] = useState<PacedState>('idle');
  const [calls, setCalls] = useState(0);
  const [result, setResult] = useState<T | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  /** Counts readings: what belongs to an earlier one is nobody's news. */
  const current = useRef(0);
  const isStopping = useRef(false);
  const gate = useRef<{ promise: Promise<void>; open: () => void } | null>(null);
  const goOn = useCallback(() => {
    gate.current?.open();
    gate.current = null;
  }, []);
  const drop = useCallback(() => {
    current.current += 1;
    goOn();
    setState('idle');
    setResult(null);
    setFailure(null);
  }, [goOn]);
  useEffect(
    () => () => {
      current.current += 1;
      goOn();
    },
    [goOn],
  );
  const start = async (read: (control: PacedControl) => Promise<T | null>): Promise<T | null> => {
    const own = ++current.current;
    isStopping.current = false;
    setState('reading');
    setCalls(0);
    setFailure(null);
    const isOwn = () => own === current.current;
    const control: PacedControl = {
      isStopped: () => !isOwn() || isStopping.current,
      whenGoing: () => gate.current?.promise ?? Promise.resolve(),
      onProgress: (done) => isOwn() && setCalls(done),
      clock: () => performance.now(),
    };
    try {
      const found = await read(control);
      if (isOwn()) setResult(found);
      return isOwn() ? found : null;
    } catch (cause) {
      if (isOwn()) setFailure(asFailure(cause));
      return null;
    } finally {
      if (isOwn()) setState('idle');
    }
  };
  const pause = () => {
    let open = () => {};
    const promise = new Promise<void>((resolve) => {
      open = resolve;
    });
    gate.current = { promise, open };
    setState('paused');
  };
  const resume = () => {
    goOn();
    setState('reading');
  };
  const stop = () => {
    isStopping.current = true;
    goOn();
    setState('stopping');
  };
  return { state, calls, result, failure, start, pause, resume, stop, drop };
}
