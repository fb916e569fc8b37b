import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type SetUpStep, setUp } from '../../actions/setUp.ts';
import type { Configuration } from '../../care/configuration.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';

/** Runs set-up and says how far it is; what it wrote counts in this frame at once. */
export function useSetUp(onStart: () => void) {
  const app = useApp();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [step, setStep] = useState<SetUpStep | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [result, setResult] = useState<Configuration | null>(null);

  const start = async () => {
    if (step) return;
    onStart();
    setFailure(null);
    try {
      const written = await setUp(app, setStep);
      Object.assign(app.configuration, written);
      queries.removeQueries({ queryKey: ['storage'] });
      setResult(written);
      announce(app.t('setup.done_title'));
    } catch (cause) {
      setFailure(asFailure(cause));
    } finally {
      setStep(null);
    }
  };
  return { start, step, failure, result };
}
