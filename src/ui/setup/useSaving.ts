/** Saving in two steps: what will change is said first, then written; what somebody else wrote is never lost. */
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { configure, type Saved } from '../../actions/configure.ts';
import { type AnswerCounts, countAnswers } from '../../actions/countAnswers.ts';
import type { App } from '../../app.ts';
import type { Configuration } from '../../care/configuration.ts';
import { type Change, changesBetween, rebased } from '../../care/configurationChange.ts';
import { configurationOf, draftOf } from '../../care/configurationDraft.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import type { Settings } from './useSettings.ts';
import { type Applying, isOfRules, useApplying } from './workflows/useApplying.ts';

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
  /** What becomes of the rules in Zendesk, after changes they depend on. */
  applying: Applying;
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
  const applying = useApplying();
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
    const changed = changesBetween(basis, configuration);
    setOutcome({ kind: 'saved', unkept, hasNewSource: changed.some(isNewPlace) });
    announce(app.t('setup.saved'));
    if (changed.some(isOfRules)) applying.start();
  };

  const save = async () => {
    if (!edited || isRunning.current || applying.state?.kind === 'running') return;
    isRunning.current = true;
    setSaving(true);
    setFailure(null);
    await write(app, edited, basis).then(
      (saved) => finish(saved, edited),
      (cause: unknown) => setFailure(asFailure(cause)),
    );
    isRunning.current = false;
    setSaving(false);
  };

  const ask = () => {
    setFailure(null);
    setOutcome(null);
    applying.settle();
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
    applying,
    ask,
    back: () => setConfirming(false),
    save: () => void save(),
    discard,
  };
}

/** Set-up's own memory may have moved on meanwhile: nobody chose anything there, so it stands in nobody's way. */
async function write(app: App, mine: Configuration, basis: Configuration): Promise<Saved> {
  const saved = await configure(app, mine, basis);
  const { isMet, configuration } = saved;
  if (!isMet || changesBetween(basis, configuration).length > 0) return saved;
  return configure(app, rebased(mine, basis, configuration), configuration);
}

const isNewPlace = ({ kind }: Change) => kind === 'source_added' || kind === 'source_changed';
