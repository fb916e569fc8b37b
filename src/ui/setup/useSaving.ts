/** Saving in two steps: what will change is said first, then written; what somebody else wrote is never lost. */
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { configure } from '../../actions/configure.ts';
import { type AnswerCounts, countAnswers } from '../../actions/countAnswers.ts';
import type { Configuration } from '../../care/configuration.ts';
import { type Change, changesBetween, rebased } from '../../care/configurationChange.ts';
import { configurationOf, draftOf } from '../../care/configurationDraft.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import type { Settings } from './useSettings.ts';

export type Outcome =
  | { kind: 'saved'; unkept: Failure | null; hasNewSource: boolean }
  | { kind: 'met'; theirs: Change[] };

export interface Saving {
  /** Against what is stored; `null` while something is wrong with the draft. */
  changes: Change[] | null;
  /** For the changes of direction; `undefined` while they are being counted. */
  counts: AnswerCounts | null | undefined;
  isConfirming: boolean;
  isSaving: boolean;
  failure: Failure | null;
  outcome: Outcome | null;
  /** Answers the place of the first problem where there is one. */
  ask: () => string | null;
  back: () => void;
  save: () => void;
  discard: () => void;
}

export function useSaving(settings: Settings): Saving {
  const app = useApp();
  const announce = useAnnounce();
  const { basis, draft } = settings;
  const edited = configurationOf(draft, basis);
  const changes = edited && changesBetween(basis, edited);
  const [isConfirming, setConfirming] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const isRunning = useRef(false);
  const isTurning = isConfirming && (changes ?? []).some(({ kind }) => kind === 'direction');
  const counting = useQuery({
    queryKey: ['configuration', 'counts'],
    queryFn: () => countAnswers(app).catch(() => null),
    enabled: isTurning,
    staleTime: 60_000,
  });

  const finish = (saved: Awaited<ReturnType<typeof configure>>, mine: Configuration) => {
    const { configuration, isMet, unkept } = saved;
    setConfirming(false);
    if (isMet) {
      settings.restart(configuration, draftOf(rebased(mine, basis, configuration)));
      setOutcome({ kind: 'met', theirs: changesBetween(basis, configuration) });
      announce(app.t('setup.met'));
      return;
    }
    Object.assign(app.configuration, configuration);
    settings.restart(configuration, null);
    const hasNewSource = changesBetween(basis, configuration).some(isNewPlace);
    setOutcome({ kind: 'saved', unkept, hasNewSource });
    announce(app.t('setup.saved'));
  };

  const save = async () => {
    if (!edited || isRunning.current) return;
    isRunning.current = true;
    setSaving(true);
    setFailure(null);
    await configure(app, edited, basis).then(
      (saved) => finish(saved, edited),
      (cause: unknown) => setFailure(asFailure(cause)),
    );
    isRunning.current = false;
    setSaving(false);
  };

  const ask = () => {
    setFailure(null);
    setOutcome(null);
    if (!edited) return settings.showProblems();
    setConfirming(true);
    return null;
  };
  const discard = () => {
    settings.restart(basis, null);
    setConfirming(false);
    setFailure(null);
    setOutcome(null);
    announce(app.t('setup.discarded'));
  };
  return {
    changes,
    counts: isTurning ? counting.data : null,
    isConfirming: isConfirming && changes !== null,
    isSaving,
    failure,
    outcome,
    ask,
    back: () => setConfirming(false),
    save: () => void save(),
    discard,
  };
}

const isNewPlace = ({ kind }: Change) => kind === 'source_added' || kind === 'source_changed';
