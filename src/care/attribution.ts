/** Whose feedback it is, by four rules; worked out by `replay.ts`. */
import * as v from 'valibot';

export const attributionRules = ['at_solve', 'at_survey', 'at_rating', 'most_replies'] as const;
export type AttributionRule = (typeof attributionRules)[number];

/** The ticket had a group at most. */
export const nobody = 'nobody';
/** The history seen does not tell. */
export const notProved = 'not_proved';
/** A user id, `nobody` or `notProved`. */
export type Credit = string;

export const attributionSchema = v.object({
  /** Assignee when the ticket was last solved before the rating. */
  atSolve: v.string(),
  /** Assignee when the survey went out. */
  atSurvey: v.string(),
  /** Assignee when the customer rated; a rule that reassigns on rating comes after. */
  atRating: v.string(),
  /** Public replies before the rating, by agent; `null` where the history does not reach back to the start. */
  replies: v.nullable(v.array(v.object({ agentId: v.string(), count: v.number() }))),
  /** The group at the rating; `null` for none or unknown. */
  groupId: v.nullable(v.string()),
  /** Somebody else got the ticket after the rating. */
  isReassignedAfter: v.boolean(),
});
export type Attribution = v.InferOutput<typeof attributionSchema>;

/** Who is credited by one rule; `notProved` also without any attribution. */
export function creditOf(attribution: Attribution | null, rule: AttributionRule): Credit {
  if (!attribution) return notProved;
  if (rule === 'at_solve') return attribution.atSolve;
  if (rule === 'at_survey') return attribution.atSurvey;
  if (rule === 'at_rating') return attribution.atRating;
  if (attribution.replies === null) return notProved;
  return attribution.replies[0]?.agentId ?? nobody;
}

/** Is there a person to credit? */
export const isAgent = (credit: Credit) => credit !== nobody && credit !== notProved;
