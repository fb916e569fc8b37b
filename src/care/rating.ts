/** One answer of a customer: a number on a scale where one is known, good or bad where that is all there is. */
import * as v from 'valibot';

/** Epoch milliseconds a calendar can show: a hand-made record may say anything. */
export const instant = v.pipe(v.number(), v.minValue(0), v.maxValue(8_640_000_000_000_000));

export const metrics = ['csat', 'ces'] as const;
export type Metric = (typeof metrics)[number];

/** Zendesk's own binary projection of a CSAT answer. */
export const verdicts = ['good', 'bad'] as const;
export type Verdict = (typeof verdicts)[number];

export const ratingSchema = v.object({
  metric: v.picklist(metrics),
  /** 1…`scale`; `null` where only the verdict is known. Never derived from a verdict. */
  value: v.nullable(v.number()),
  /** Number of steps of the scale, `null` with `value`. */
  scale: v.nullable(v.number()),
  /** Zendesk's good or bad; `null` for CES. */
  verdict: v.nullable(v.picklist(verdicts)),
  /** Id of the source in `zendesk/sources`. */
  source: v.string(),
  /** Epoch milliseconds of the answer; `null` where the source does not say. */
  answeredAt: v.nullable(instant),
});
export type Rating = v.InferOutput<typeof ratingSchema>;

/**
 * Zendesk's projection of a CSAT number to good or bad: the top step of 2 and of 3, the top two of 5.
 * A 3 of 5 is bad to Zendesk. Source: reference/support-api.md §1.6.
 */
export function zendeskVerdict(value: number, scale: number): Verdict {
  if (scale >= 5) return value > scale - 2 ? 'good' : 'bad';
  return value === scale ? 'good' : 'bad';
}

/** The steps Zendesk counts as bad, as `[1, highest]`. */
export function zendeskBadRange(scale: number): [number, number] {
  return [1, scale >= 5 ? scale - 2 : scale - 1];
}

/**
 * Does this rating ask for a rescue? CSAT: below `threshold` of 5, in proportion on other scales; a known *bad*
 * without a number counts (it may be a 1, 2 or 3) and is provisional until the number is known.
 */
export function isBelow(rating: Rating, threshold: number): { isBelow: boolean; isProvisional: boolean } {
  if (rating.value !== null && rating.scale !== null) {
    return { isBelow: onFive(rating.value, rating.scale) < threshold, isProvisional: false };
  }
  return { isBelow: rating.verdict === 'bad', isProvisional: rating.verdict === 'bad' };
}

/** A step of any scale on 1-5, linear: 1 stays 1, the top becomes 5. */
export function onFive(value: number, scale: number): number {
  return scale <= 1 ? value : 1 + ((value - 1) * 4) / (scale - 1);
}

export const efforts = ['hard', 'neutral', 'easy'] as const;
export type Effort = (typeof efforts)[number];

/**
 * How easy the customer found it, higher = easier. On 1-7: 1-3 hard, 4 neutral, 5-7 easy (GitLab's reading of
 * CES 2.0); on 1-5: 1-2, 3, 4-5; other scales in proportion.
 */
export function effortOf(value: number, scale: number): Effort {
  const middle = (scale + 1) / 2;
  if (value === middle) return 'neutral';
  return value < middle ? 'hard' : 'easy';
}

/** High CSAT with hard effort is the process's doing: it goes to *process*, never to coaching. */
export function isNiceTeamHardProcess(csat: Rating | null, ces: Rating | null): boolean {
  if (!csat || !ces || ces.value === null || ces.scale === null) return false;
  return verdictOf(csat) === 'good' && effortOf(ces.value, ces.scale) === 'hard';
}

/** The verdict as Zendesk shows it, computed where only a number is known. */
export function verdictOf(rating: Rating): Verdict | null {
  if (rating.verdict) return rating.verdict;
  if (rating.metric !== 'csat' || rating.value === null || rating.scale === null) return null;
  return zendeskVerdict(rating.value, rating.scale);
}
