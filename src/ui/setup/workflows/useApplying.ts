/** Brings the rules in Zendesk up to what was saved; how that went is kept while the page is open. */
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { applyRules, type RulesApplied } from '../../../actions/applyRules.ts';
import type { App } from '../../../app.ts';
import type { Change } from '../../../care/configurationChange.ts';
import { asFailure, type Failure } from '../../../care/failure.ts';
import { useAnnounce } from '../../useAnnounce.ts';
import { useApp } from '../../useApp.ts';

export type ApplyingState =
  | { kind: 'running'; done: number; total: number }
  | { kind: 'done'; applied: Pick<RulesApplied, 'changes' | 'refused'> }
  | { kind: 'failed'; failure: Failure };

export interface Applying {
  /** `null` where nothing was saved yet that rules depend on. */
  state: ApplyingState | null;
  start: () => void;
  /** A good end need not be told any longer. */
  settle: () => void;
}

const stateKey = ['rules', 'applying'];

export function useApplying(): Applying {
  const app = useApp();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { data } = useQuery<ApplyingState | null>({
    queryKey: stateKey,
    queryFn: () => null,
    initialData: null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return {
    state: data,
    settle: () => data?.kind === 'done' && queries.setQueryData(stateKey, null),
    start: () => void apply(app, queries).then((said) => said && announce(app.t(said))),
  };
}

/** Answers what to announce, `null` where it runs already. */
async function apply(app: App, queries: QueryClient) {
  const tell = (state: ApplyingState) => queries.setQueryData(stateKey, state);
  const before = queries.getQueryData<ApplyingState | null>(stateKey);
  if (before?.kind === 'running') return null;
  tell({ kind: 'running', done: 0, total: 0 });
  try {
    const onStep = ({ done, total }: { done: number; total: number }) =>
      tell({ kind: 'running', done, total });
    const { configuration, changes, refused } = await applyRules(app, { onStep });
    Object.assign(app.configuration, configuration);
    queries.setQueryData(['configuration'], configuration);
    tell({ kind: 'done', applied: { changes, refused } });
    return refused.length > 0 ? 'workflows.applying.refused' : 'workflows.applying.finished';
  } catch (cause) {
    tell({ kind: 'failed', failure: asFailure(cause) });
    return null;
  } finally {
    for (const queryKey of [['checklist'], ['made']]) queries.removeQueries({ queryKey });
  }
}

/** Do the rules in Zendesk depend on what changed? */
export const isOfRules = ({ kind, member }: Change) =>
  kind.startsWith('workflow') || kind === 'leads' || kind === 'pilot' || member === 'otherLeads';
