import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { readStoredConfiguration } from '../../actions/readStoredConfiguration.ts';
import { type Removal, type RemovalPart, type RemovalStep, removeAll } from '../../actions/removeAll.ts';
import type { Failure } from '../../care/failure.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { useTry } from './useTry.ts';

export interface RemovalUse {
  remove: (parts: readonly RemovalPart[]) => void;
  isBusy: boolean;
  step: RemovalStep | null;
  failure: Failure | null;
  result: Removal | null;
}

/** Takes away what set-up created, and says what became of each. */
export function useRemoval(onRemoved: () => void): RemovalUse {
  const app = useApp();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [step, setStep] = useState<RemovalStep | null>(null);
  const [result, setResult] = useState<Removal | null>(null);
  const { run, isBusy, failure } = useTry();

  const removeParts = async (parts: readonly RemovalPart[]) => {
    setResult(null);
    const removed = await removeAll(app, parts, setStep);
    setResult(removed);
    const refused = removed.results.filter(({ why }) => why !== null).length;
    const count = removed.results.length - refused;
    announce(app.t(refused > 0 ? 'setup.removal.done_partly' : 'setup.removal.done', { count, refused }));
  };
  const remove = (parts: readonly RemovalPart[]) =>
    run(async () => {
      try {
        await removeParts(parts);
      } finally {
        setStep(null);
        Object.assign(app.configuration, await readStoredConfiguration(app).catch(() => ({})));
        for (const queryKey of [['storage'], ['configuration'], ['choices'], ['survey']])
          queries.removeQueries({ queryKey });
        await queries.invalidateQueries({ queryKey: ['made'] });
        onRemoved();
      }
    });
  return { remove, isBusy, step, failure, result };
}
