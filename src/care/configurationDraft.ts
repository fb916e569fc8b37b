/** The configuration while an admin is at it: numbers as typed, and what is still wrong with them. */
import type { AttributionRule } from './attribution.ts';
import {
  type Configuration,
  isPattern,
  parseConfiguration,
  type ScaleQuestion,
  type ScoreSource,
  type SetAsideRight,
} from './configuration.ts';

export type SourceDraft = Omit<ScoreSource, 'scale'> & { scale: string };

export interface ConfigurationDraft {
  csatThreshold: string;
  cesThreshold: string;
  targetHours: string;
  attributionRule: AttributionRule;
  setAsideBy: SetAsideRight;
  questions: ScaleQuestion[];
  scoreSources: SourceDraft[];
}

export const problemKinds = [
  'threshold_range',
  'hours_range',
  'field_missing',
  'field_twice',
  'pattern_missing',
  'pattern_score',
  'pattern_long',
  'pattern_twice',
  'scale_range',
  'headline_missing',
  'headline_long',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

/** By place: `csatThreshold`, or `<source id>.pattern`. */
export type Problems = Partial<Record<string, ProblemKind>>;

export const longestPattern = 200;
export const longestHeadline = 120;

export function draftOf(configuration: Configuration): ConfigurationDraft {
  const { csatThreshold, cesThreshold, targetHours } = configuration;
  const { attributionRule, setAsideBy, questions, scoreSources } = configuration;
  return {
    csatThreshold: String(csatThreshold),
    cesThreshold: String(cesThreshold),
    targetHours: String(targetHours),
    attributionRule,
    setAsideBy,
    questions,
    scoreSources: scoreSources.map(sourceDraftOf),
  };
}

export const sourceDraftOf = (source: ScoreSource): SourceDraft => ({
  ...source,
  scale: String(source.scale),
});

/** A number as people type it, `NaN` where it is none. */
const numberIn = (text: string) => (text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.')));

const isIn = (text: string, from: number, to: number) => {
  const value = numberIn(text);
  return value >= from && value <= to;
};

export function problemsIn(draft: ConfigurationDraft): Problems {
  const problems: Problems = {};
  for (const member of ['csatThreshold', 'cesThreshold'] as const)
    if (!isIn(draft[member], 1, 5)) problems[member] = 'threshold_range';
  if (!isIn(draft.targetHours, 4, 24)) problems.targetHours = 'hours_range';
  for (const source of draft.scoreSources)
    for (const [member, kind] of Object.entries(problemsOfSource(source, draft.scoreSources)))
      problems[`${source.id}.${member}`] = kind;
  return problems;
}

/** By member of the source. */
export function problemsOfSource(source: SourceDraft, all: readonly SourceDraft[]): Problems {
  const problems: Problems = {};
  const place = source.kind === 'field' ? problemOfField(source, all) : problemOfPattern(source, all);
  if (place) problems[source.kind === 'field' ? 'fieldId' : 'pattern'] = place;
  if (!isIn(source.scale, 2, 100) || !Number.isInteger(numberIn(source.scale)))
    problems.scale = 'scale_range';
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

/**
 * What is to be saved, on the version the draft was made from; `null` while something is wrong. Sources left out
 * stay known as former ones, so that what they recorded keeps its direction.
 */
export function configurationOf(draft: ConfigurationDraft, basis: Configuration): Configuration | null {
  if (Object.keys(problemsIn(draft)).length > 0) return null;
  const scoreSources = draft.scoreSources.flatMap((source) => sourceOf(source, draft.scoreSources) ?? []);
  const isKept = ({ id }: ScoreSource) => scoreSources.some((source) => source.id === id);
  return parseConfiguration({
    ...basis,
    csatThreshold: numberIn(draft.csatThreshold),
    cesThreshold: numberIn(draft.cesThreshold),
    targetHours: numberIn(draft.targetHours),
    attributionRule: draft.attributionRule,
    setAsideBy: draft.setAsideBy,
    questions: draft.questions,
    scoreSources,
    formerSources: [...basis.formerSources, ...basis.scoreSources].filter((source) => !isKept(source)),
  });
}
