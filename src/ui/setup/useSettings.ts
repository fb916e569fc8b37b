/** The configuration while an admin is at it: what is stored, what is typed, what is wrong. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { type Lately, readLately } from '../../actions/previewSource.ts';
import { readSourceChoices, type SourceChoices } from '../../actions/readSourceChoices.ts';
import { readStoredConfiguration } from '../../actions/readStoredConfiguration.ts';
import { type Configuration, parseConfiguration } from '../../care/configuration.ts';
import {
  type ConfigurationDraft,
  draftOf,
  type Problems,
  problemsIn,
} from '../../care/configurationDraft.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import { useApp } from '../useApp.ts';
import { useDraft } from '../useDraft.ts';

/** As the tab keeps it. */
interface Kept {
  [member: string]: string;
  basis: string;
  draft: string;
}

export interface Settings {
  /** What the draft was made from. */
  basis: Configuration;
  draft: ConfigurationDraft;
  problems: Problems;
  /** Problems are shown where somebody has been, everywhere once saving was tried. */
  problemAt: (place: string) => Problems[string];
  onLeave: (place: string) => void;
  /** Shows all of them and opens the form the first one is in; answers its place. */
  showProblems: () => string | null;
  /** The source, or the outcome by its place, whose form is open. */
  openId: string | null;
  onOpen: (id: string | null) => void;
  change: (part: Partial<ConfigurationDraft>) => void;
  /** Goes on from what is stored now; `draft` is what is still unsaved. */
  restart: (basis: Configuration, draft: ConfigurationDraft | null) => void;
  /** Has anything been typed since the last saving? */
  isTouched: boolean;
  choices: SourceChoices | undefined;
  lately: Lately;
}

export interface SettingsReading {
  settings: Settings | null;
  failure: Failure | null;
  reload: () => void;
}

export function useSettings(): SettingsReading {
  const app = useApp();
  const queries = useQueryClient();
  const stored = useQuery({ queryKey: ['configuration'], queryFn: () => readStoredConfiguration(app) });
  const [kept, keep] = useDraft<Kept>('draft:configuration');
  const lately = useMemo(() => readLately(app), [app]);
  const unsaved = useMemo(() => readKept(kept), [kept]);
  const basis = unsaved?.basis ?? stored.data;
  const choices = useQuery({
    queryKey: ['choices'],
    queryFn: () => readSourceChoices(app, basis ?? parseConfiguration(null), lately),
    enabled: basis !== undefined,
  });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isShowingAll, setShowingAll] = useState(false);
  const [openId, onOpen] = useState<string | null>(null);
  const showProblems = () => {
    const [first = null] = Object.keys(problems);
    setShowingAll(true);
    if (first?.includes('.')) onOpen(first.slice(0, first.lastIndexOf('.')));
    return first;
  };

  const typed = unsaved?.draft ?? (basis && draftOf(basis));
  const draft = useMemo(() => typed && withFound(typed, choices.data), [typed, choices.data]);
  const problems = useMemo(() => (draft ? problemsIn(draft) : {}), [draft]);

  const change = useCallback(
    (part: Partial<ConfigurationDraft>) => {
      if (!basis || !draft) return;
      keep({ basis: JSON.stringify(basis), draft: JSON.stringify({ ...draft, ...part }) });
    },
    [basis, draft, keep],
  );
  const restart = useCallback(
    (now: Configuration, rest: ConfigurationDraft | null) => {
      queries.setQueryData(['configuration'], now);
      keep(rest && { basis: JSON.stringify(now), draft: JSON.stringify(rest) });
      setLeft(new Set());
      setShowingAll(false);
      onOpen(null);
    },
    [queries, keep],
  );

  const settings: Settings | null =
    (basis &&
      draft && {
        basis,
        draft,
        problems,
        problemAt: (place) => (isShowingAll || left.has(place) ? problems[place] : undefined),
        onLeave: (place) => setLeft((before) => new Set(before).add(place)),
        showProblems,
        openId,
        onOpen,
        change,
        restart,
        isTouched: unsaved !== null,
        choices: choices.data,
        lately,
      }) ||
    null;
  return {
    settings,
    failure: stored.error && !settings ? asFailure(stored.error) : null,
    reload: () => void stored.refetch(),
  };
}

/** `null` where there is nothing, or something an older version of this page kept. */
function readKept(kept: Kept | null): { basis: Configuration; draft: ConfigurationDraft } | null {
  if (!kept) return null;
  try {
    const basis = parseConfiguration(kept.basis);
    return { basis, draft: { ...draftOf(basis), ...(JSON.parse(kept.draft) as ConfigurationDraft) } };
  } catch {
    return null;
  }
}

/** What the survey asks today, with the meanings somebody may have chosen here meanwhile. */
function withFound(draft: ConfigurationDraft, choices: SourceChoices | undefined): ConfigurationDraft {
  if (!choices || choices.failure) return draft;
  const questions = choices.questions.map((found) => {
    const own = draft.questions.find(({ id }) => id === found.id);
    return own && found.metric !== 'csat'
      ? { ...found, metric: own.metric, isLowerBetter: own.isLowerBetter }
      : found;
  });
  const others = draft.questions.filter((own) => !questions.some(({ id }) => id === own.id));
  return { ...draft, questions: [...questions, ...others] };
}
