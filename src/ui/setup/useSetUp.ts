import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { RefusedRule } from '../../actions/applyRules.ts';
import type { RefusedField } from '../../actions/makeTicketFields.ts';
import { type SetUpStep, setUp, setUpSteps } from '../../actions/setUp.ts';
import type { Configuration } from '../../care/configuration.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import type { CheckItem } from '../../care/setup/checklist.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { doneBetween } from './checkGroups.ts';
import type { ChecklistReading } from './useChecklist.ts';

export interface SetUpUse {
  start: () => void;
  /** Set-up, with something somebody changed made as planned again. */
  repair: (item: CheckItem) => void;
  step: SetUpStep | null;
  failure: Failure | null;
  result: Configuration | null;
  /** How many runs came to their end. */
  runs: number;
  /** What the last run created, renewed, repaired or took away; `null` while that is not known. */
  done: CheckItem[] | null;
  /** Ticket fields the account did not take. */
  refused: RefusedField[];
  refusedRules: RefusedRule[];
}

/** Runs set-up and says how far it is; what it wrote counts in this frame at once. */
export function useSetUp(reading: ChecklistReading, onStart: () => void): SetUpUse {
  const app = useApp();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [step, setStep] = useState<SetUpStep | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [result, setResult] = useState<Configuration | null>(null);
  const [runs, setRuns] = useState(0);
  const [done, setDone] = useState<CheckItem[] | null>(null);
  const [refused, setRefused] = useState<RefusedField[]>([]);
  const [refusedRules, setRefusedRules] = useState<RefusedRule[]>([]);
  const isRunning = useRef(false);

  const run = async (repair: string[]) => {
    // A second press may come before the screen has changed.
    if (isRunning.current) return;
    isRunning.current = true;
    setStep({ done: 0, total: setUpSteps, id: null });
    onStart();
    setFailure(null);
    setDone(null);
    const before = reading.checklist?.items ?? null;
    try {
      const written = await setUp(app, setStep, {
        repair,
        onRefused: setRefused,
        onRefusedRules: setRefusedRules,
      });
      Object.assign(app.configuration, written);
      for (const queryKey of [['storage'], ['configuration'], ['choices'], ['made'], ['survey']])
        queries.removeQueries({ queryKey });
      setResult(written);
      setRuns((count) => count + 1);
      announce(app.t('setup.done_title'));
    } catch (cause) {
      setFailure(asFailure(cause));
    }
    isRunning.current = false;
    setStep(null);
    const now = await reading.reload();
    if (before && now) setDone(doneBetween(before, now.items));
  };
  return {
    start: () => void run([]),
    repair: ({ id }) => void run([id]),
    step,
    failure,
    result,
    runs,
    done,
    refused,
    refusedRules,
  };
}
