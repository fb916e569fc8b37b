/** A score source while an admin is at it. */

import { isPattern, type ScoreSource } from './configuration.ts';
import type { ProblemKind, Problems } from './configurationDraft.ts';
import { isWhole, numberIn } from './typedNumber.ts';

export type SourceDraft = Omit<ScoreSource, 'scale'> & { scale: string };

export const longestPattern = 200;
export const longestHeadline = 120;

export const sourceDraftOf = (source: ScoreSource): SourceDraft => ({
  ...source,
  scale: String(source.scale),
});

/** By member of the source. */
export function problemsOfSource(source: SourceDraft, all: readonly SourceDraft[]): Problems {
  const problems: Problems = {};
  const place = source.kind === 'field' ? problemOfField(source, all) : problemOfPattern(source, all);
  if (place) problems[source.kind === 'field' ? 'fieldId' : 'pattern'] = place;
  if (!isWhole(source.scale, 2, 100)) problems.scale = 'scale_range';
  const headline = source.headline.trim();
  if (headline === '') problems.headline = 'headline_missing';
  else if (headline.length > longestHeadline) problems.headline = 'headline_long';
  return problems;
}

const othersOf = (source: SourceDraft, all: readonly SourceDraft[]) =>
  all.filter(({ id, kind, metric }) => id !== source.id && kind === source.kind && metric === source.metric);

function problemOfField(source: SourceDraft, all: readonly SourceDraft[]): ProblemKind | null {
  if (!source.fieldId) return 'field_missing';
  return othersOf(source, all).some(({ fieldId }) => fieldId === source.fieldId) ? 'field_twice' : null;
}

function problemOfPattern(source: SourceDraft, all: readonly SourceDraft[]): ProblemKind | null {
  const pattern = source.pattern?.trim() ?? '';
  if (pattern === '') return 'pattern_missing';
  if (!isPattern(pattern)) return 'pattern_score';
  if (pattern.length > longestPattern) return 'pattern_long';
  return othersOf(source, all).some((other) => other.pattern?.trim() === pattern) ? 'pattern_twice' : null;
}

/** The source as it would be saved, `null` while something is wrong with it. The name may still be missing. */
export function sourceOf(draft: SourceDraft, all: readonly SourceDraft[]): ScoreSource | null {
  const { headline: _unnamed, ...problems } = problemsOfSource(draft, all);
  if (Object.keys(problems).length > 0) return null;
  const isField = draft.kind === 'field';
  return {
    ...draft,
    scale: numberIn(draft.scale),
    fieldId: isField ? draft.fieldId : null,
    pattern: isField ? null : (draft.pattern?.trim() ?? null),
    headline: draft.headline.trim().slice(0, longestHeadline),
  };
}
