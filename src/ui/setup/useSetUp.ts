import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { RefusedField } from '../../actions/makeTicketFields.ts';
import { type SetUpStep, setUp, setUpSteps } from '../../actions/setUp.ts';
import type { Configuration } from '../../care/configuration.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';

export interface SetUpUse {
  start: () => Promise<void>;
  step: SetUpStep | null;
  failure: Failure | null;
  result: Configuration | null;
  /** Ticket fields the account did not take. */
  refused: RefusedField[];
}

/** Runs set-up and says how far it is; what it wrote counts in this frame at once. */
export function useSetUp(onStart: () => void): SetUpUse {
  const app = useApp();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [step, setStep] = useState<SetUpStep | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [result, setResult] = useState<Configuration | null>(null);
  const [refused, setRefused] = useState<RefusedField[]>([]);

  const isRunning = useRef(false);

  const start = async () => {
    // A second press may come before the screen has changed.
    if (isRunning.current) return;
    isRunning.current = true;
    setStep({ done: 0, total: setUpSteps });
    onStart();
    setFailure(null);
    try {
      const written = await setUp(app, setStep, setRefused);
      Object.assign(app.configuration, written);
      for (const queryKey of [['storage'], ['configuration'], ['choices']])
        queries.removeQueries({ queryKey });
      setResult(written);
      announce(app.t('setup.done_title'));
    } catch (cause) {
      setFailure(asFailure(cause));
    } finally {
      isRunning.current = false;
      setStep(null);
    }
  };
  return { start, step, failure, result, refused };
}
