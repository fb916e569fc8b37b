/** What an admin governs, kept as one versioned JSON in the installation's hidden setting `configuration`. */
import * as v from 'valibot';
import { metrics } from './rating.ts';

export const surveyKinds = ['customizable', 'legacy'] as const;
export type SurveyKind = (typeof surveyKinds)[number];

const question = v.object({
  id: v.string(),
  metric: v.nullable(v.picklist(metrics)),
  /** Number of steps. */
  scale: v.number(),
  headline: v.string(),
});
export type ScaleQuestion = v.InferOutput<typeof question>;

export const defaultConfiguration = {
  version: 1,
  /** A CSAT below this of 5 opens a case. */
  csatThreshold: 3,
  /** A CES below this, on 1-5 with higher = easier, opens a case. */
  cesThreshold: 3,
  /** Hours from the rating until the first action is due, 4-24. */
  targetHours: 24,
  /** The survey's scale questions as set-up found them. The one with metric `ces` asks for effort. */
  questions: [] as ScaleQuestion[],
  /** What this account's CSAT is: numbers on a scale, or good and bad; `null` until set-up found out. */
  survey: null as SurveyKind | null,
  /** Topics offered beside the bucket. */
  topics: [] as string[],
};

export type Configuration = typeof defaultConfiguration;

const schema = v.object({
  version: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0)), defaultConfiguration.version),
  csatThreshold: v.fallback(
    v.pipe(v.number(), v.minValue(1), v.maxValue(5)),
    defaultConfiguration.csatThreshold,
  ),
  cesThreshold: v.fallback(
    v.pipe(v.number(), v.minValue(1), v.maxValue(5)),
    defaultConfiguration.cesThreshold,
  ),
  targetHours: v.fallback(
    v.pipe(v.number(), v.minValue(4), v.maxValue(24)),
    defaultConfiguration.targetHours,
  ),
  questions: v.fallback(v.array(question), []),
  survey: v.fallback(v.nullable(v.picklist(surveyKinds)), null),
  topics: v.fallback(v.array(v.pipe(v.string(), v.maxLength(80))), []),
});

/** Reads the setting; a missing or broken member takes its default, so that one bad value never stops the app. */
export function parseConfiguration(setting: unknown): Configuration {
  return v.parse(schema, { ...objectIn(setting) });
}

function objectIn(setting: unknown): object {
  if (typeof setting === 'object' && setting !== null) return setting;
  if (typeof setting !== 'string') return {};
  try {
    const parsed: unknown = JSON.parse(setting);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}
