/** What a version changed about the outcomes, free of words. */
import type { Change, ChangeKind } from './configurationChange.ts';
import type { Outcome } from './outcome.ts';

type Told = Pick<Change, 'kind' | 'id' | 'name' | 'from' | 'to'>;

/** `name` is the admin's label, `null` for the app's own words; `from` and `to` are labels, or kinds. */
export function outcomeChanges(before: readonly Outcome[], after: readonly Outcome[]): Told[] {
  const gone = before.filter(({ id }) => !has(after, id));
  return [
    ...after.flatMap((outcome) => changesOf(find(before, outcome.id), outcome)),
    ...gone.map((outcome) => about('outcome_removed', outcome)),
    ...(isReordered(before, after)
      ? [{ kind: 'outcomes_reordered' as const, id: null, name: null, from: null, to: null }]
      : []),
  ];
}

const find = (all: readonly Outcome[], id: string) => all.find((outcome) => outcome.id === id);
const has = (all: readonly Outcome[], id: string) => find(all, id) !== undefined;

const about = (
  kind: ChangeKind,
  { id, label }: Outcome,
  from: string | null = null,
  to: string | null = null,
) => ({
  kind,
  id,
  name: label,
  from,
  to,
});

function changesOf(known: Outcome | undefined, now: Outcome): Told[] {
  if (!known) return [about('outcome_added', now, null, now.kind)];
  const renamed = about('outcome_renamed', now, known.label, now.label);
  const recounted = about('outcome_kind', now, known.kind, now.kind);
  return [...(known.label === now.label ? [] : [renamed]), ...(known.kind === now.kind ? [] : [recounted])];
}

function isReordered(before: readonly Outcome[], after: readonly Outcome[]): boolean {
  const kept = before.filter(({ id }) => has(after, id)).map(({ id }) => id);
  const now = after.filter(({ id }) => has(before, id)).map(({ id }) => id);
  return kept.join('\n') !== now.join('\n');
}
