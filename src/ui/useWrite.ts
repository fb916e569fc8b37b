import { useCallback, useRef, useState } from 'react';
import { newOperation } from '../actions/newOperation.ts';
import type { Written } from '../actions/record.ts';
import { asFailure, type Failure } from '../care/failure.ts';
import type { Feedback } from '../care/feedback.ts';

/** A verb with all it needs but the state and the operation. */
export type Verb = (known: Feedback, operation: string) => Promise<Written>;

export interface Write {
  /** One after the other, each on what the one before left. `null` when it failed. */
  run: (verb: Verb) => Promise<Written | null>;
  /** The failed one again, as the same operation: it is never written twice. */
  retry: () => Promise<Written | null>;
  failure: Failure | null;
  isBusy: boolean;
  /** What was written last is safe, but the lists do not show it yet. */
  isUnlisted: boolean;
}

export function useWrite(feedback: Feedback, onWritten: (written: Written) => void): Write {
  const known = useRef(feedback);
  if (feedback.key !== known.current.key || feedback.rev > known.current.rev) known.current = feedback;
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const failed = useRef<(() => Promise<Written>) | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [waiting, setWaiting] = useState(0);
  const [isUnlisted, setUnlisted] = useState(false);

  const attempt = useCallback(
    (act: () => Promise<Written>) => {
      setFailure(null);
      setUnlisted(false);
      setWaiting((count) => count + 1);
      const done = queue.current.then(act).then(
        (written) => {
          known.current = written.feedback;
          failed.current = null;
          setFailure(null);
          onWritten(written);
          void written.listed.then((problem) => {
            if (known.current.rev <= written.feedback.rev) setUnlisted(problem !== null);
          });
          return written;
        },
        (cause) => {
          failed.current = act;
          setFailure(asFailure(cause));
          return null;
        },
      );
      queue.current = done.finally(() => setWaiting((count) => count - 1));
      return done;
    },
    [onWritten],
  );
  const run = useCallback(
    (verb: Verb) => {
      const operation = newOperation();
      // A try whose answer got lost is found by its number: the next one begins where it began, or it would be
      // written again behind itself.
      let basis: Feedback | null = null;
      return attempt(() => {
        basis ??= known.current;
        return verb(basis, operation);
      });
    },
    [attempt],
  );
  const retry = useCallback(
    () => (failed.current ? attempt(failed.current) : Promise.resolve(null)),
    [attempt],
  );
  return { run, retry, failure, isBusy: waiting > 0, isUnlisted };
}
