/** Outcomes while an admin is at them. */
import type { ProblemKind, Problems } from './configurationDraft.ts';
import { type Outcome, ownOutcomes } from './outcome.ts';

/** `label` as typed; empty for the app's own words. */
export type OutcomeDraft = Omit<Outcome, 'label'> & { label: string };

export const longestLabel = 60;
export const mostOutcomes = 12;

export const outcomeDraftOf = (outcome: Outcome): OutcomeDraft => ({
  ...outcome,
  label: outcome.label ?? '',
});

export const isOwnOutcome = (id: string) => ownOutcomes.some((own) => own.id === id);

/** Of an outcome's form; the field in it, as problems name it, is `.label`. */
export const outcomePlace = (id: string) => `outcome:${id}`;
export const isOutcomePlace = (place: string) => place.startsWith('outcome:');

export function problemsOfOutcomes(outcomes: readonly OutcomeDraft[]): Problems {
  const problems: Problems = {};
  if (outcomes.length === 0) problems.outcomes = 'outcomes_none';
  for (const outcome of outcomes) {
    const problem = problemOf(outcome, outcomes);
    if (problem) problems[`${outcomePlace(outcome.id)}.label`] = problem;
  }
  return problems;
}

const said = ({ label }: OutcomeDraft) => label.trim().toLowerCase();

function problemOf(outcome: OutcomeDraft, all: readonly OutcomeDraft[]): ProblemKind | null {
  const label = outcome.label.trim();
  if (label === '') return isOwnOutcome(outcome.id) ? null : 'outcome_missing';
  if (label.length > longestLabel) return 'outcome_long';
  return all.some((other) => other.id !== outcome.id && said(other) === said(outcome))
    ? 'outcome_twice'
    : null;
}

export const outcomesOf = (drafts: readonly OutcomeDraft[]): Outcome[] =>
  drafts.map(({ id, kind, label }) => ({ id, kind, label: label.trim() || null }));

/** Those left out stay known, so that closed cases keep their name; those taken back are no former ones any more. */
export function formerOutcomesOf(
  kept: readonly Outcome[],
  before: { outcomes: readonly Outcome[]; formerOutcomes: readonly Outcome[] },
): Outcome[] {
  const isKept = ({ id }: Outcome) => kept.some((outcome) => outcome.id === id);
  const isNew = ({ id }: Outcome) => !before.outcomes.some((outcome) => outcome.id === id);
  return [...before.formerOutcomes.filter(isNew), ...before.outcomes].filter((outcome) => !isKept(outcome));
}

/** What is not offered now but was, or comes with the app: it can be taken back. */
export function restorableOutcomes(
  offered: readonly OutcomeDraft[],
  before: { outcomes: readonly Outcome[]; formerOutcomes: readonly Outcome[] },
): Outcome[] {
  const known = new Map(
    [...ownOutcomes, ...before.formerOutcomes, ...before.outcomes].map((one) => [one.id, one]),
  );
  return [...known.values()].filter(({ id }) => !offered.some((outcome) => outcome.id === id));
}
