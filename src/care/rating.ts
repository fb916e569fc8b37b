/** One answer of a customer: a number on a scale where one is known, good or bad where that is all there is. */
import * as v from 'valibot';

/** Epoch milliseconds a calendar can show: a hand-made record may say anything. */
export const instant = v.pipe(v.number(), v.minValue(0), v.maxValue(8_640_000_000_000_000));

export const metrics = ['csat', 'ces'] as const;
export type Metric = (typeof metrics)[number];

/** Zendesk's own binary projection of a CSAT answer. */
export const verdicts = ['good', 'bad'] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * Every place a score can come from, the most trusted first: where several know a number, the earlier one holds.
 * The registry in `zendesk/sources` has one file for each, in this order.
 */
export const sourceOrder = [
  'survey_responses',
  'ticket_field',
  'ticket_tag',
  'ticket_comment',
  'legacy_ratings',
  'ticket_rating',
] as const;
export type SourceId = (typeof sourceOrder)[number];

export const ratingSchema = v.object({
  metric: v.picklist(metrics),
  /** As given, `lowest`…`scale`; `null` where only the verdict is known. Never derived from a verdict. */
  value: v.nullable(v.number()),
  /** The highest step of the scale, `null` with `value`. */
  scale: v.nullable(v.number()),
  /** The lowest step: 1 on Zendesk's scales, 0 on a tool's 0-10. */
  lowest: v.optional(v.number(), 1),
  /** Zendesk's own good or bad; `null` for CES and for what other tools left on the ticket. */
  verdict: v.nullable(v.picklist(verdicts)),
  /** One of `sourceOrder`; other versions may know more. */
  source: v.string(),
  /** Survey question or configured score source it answers: the direction of its scale is looked up there. */
  definition: v.optional(v.nullable(v.string()), null),
  /** Epoch milliseconds of the answer; `null` where the source does not say. */
  answeredAt: v.nullable(instant),
  /** Epoch milliseconds: what the source said then. For sources that cannot date the answer itself. */
  asOf: v.optional(v.nullable(instant), null),
});
export type Rating = v.InferOutput<typeof ratingSchema>;

/** Did the answer come by Zendesk's own survey? Then the ticket's good or bad speaks of the same answer. */
export const isNative = ({ source }: Pick<Rating, 'source'>) =>
  source === 'survey_responses' || source === 'legacy_ratings' || source === 'ticket_rating';

/** Place in `sourceOrder`, 0 the most trusted; unknown sources come last. */
export function rankOf({ source }: Pick<Rating, 'source'>): number {
  const rank = (sourceOrder as readonly string[]).indexOf(source);
  return rank === -1 ? sourceOrder.length : rank;
}

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
    return { isBelow: onFive(rating.value, rating.scale, rating.lowest) < threshold, isProvisional: false };
  }
  return { isBelow: rating.verdict === 'bad', isProvisional: rating.verdict === 'bad' };
}

/** A step of any scale on 1-5, linear: the lowest becomes 1, the top 5. */
export function onFive(value: number, scale: number, lowest = 1): number {
  return scale <= lowest ? value : 1 + ((value - lowest) * 4) / (scale - lowest);
}

export const efforts = ['hard', 'neutral', 'easy'] as const;
export type Effort = (typeof efforts)[number];

/**
 * How easy the customer found it, higher = easier. On 1-7: 1-3 hard, 4 neutral, 5-7 easy (GitLab's reading of
 * CES 2.0); on 1-5: 1-2, 3, 4-5; other scales in proportion.
 */
export function effortOf(value: number, scale: number, lowest = 1): Effort {
  const middle = (scale + lowest) / 2;
  if (value === middle) return 'neutral';
  return value < middle ? 'hard' : 'easy';
}

/** High CSAT with hard effort is the process's doing: it goes to *process*, never to coaching. */
export function isNiceTeamHardProcess(csat: Rating | null, ces: Rating | null): boolean {
  if (!csat || !ces || ces.value === null || ces.scale === null) return false;
  return verdictOf(csat) === 'good' && effortOf(ces.value, ces.scale, ces.lowest) === 'hard';
}

/**
 * The verdict as Zendesk shows it, computed where only a number is known: on scales Zendesk does not have, above 3
 * once put on 1-5 is good.
 */
export function verdictOf(rating: Rating): Verdict | null {
  const { verdict, metric, value, scale, lowest } = rating;
  if (verdict) return verdict;
  if (metric !== 'csat' || value === null || scale === null) return null;
  if (lowest === 1 && [2, 3, 5].includes(scale)) return zendeskVerdict(value, scale);
  return onFive(value, scale, lowest) > 3 ? 'good' : 'bad';
}
