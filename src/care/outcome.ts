/** How a case ended: the four kinds figures count by, and the options an admin offers for them. */
import * as v from 'valibot';

export const outcomeKinds = ['recovered', 'not_recovered', 'no_contact', 'not_ours'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** The ledger keeps the id. One of the four kinds' own names has words in every language; others are the admin's. */
export const outcomeSchema = v.object({
  id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(40)),
  kind: v.picklist(outcomeKinds),
  /** As screens name it; `null` for the app's own words. */
  label: v.optional(v.nullable(v.pipe(v.string(), v.nonEmpty(), v.maxLength(60))), null),
});
export type Outcome = v.InferOutput<typeof outcomeSchema>;

export const ownOutcomes: readonly Outcome[] = outcomeKinds.map((kind) => ({ id: kind, kind, label: null }));

/** What an outcome counts as; one no longer offered is known all the same, `null` for one nobody knows. */
export function outcomeOf(
  id: string,
  { outcomes, formerOutcomes }: { outcomes: readonly Outcome[]; formerOutcomes: readonly Outcome[] },
): Outcome | null {
  return [...outcomes, ...formerOutcomes, ...ownOutcomes].find((outcome) => outcome.id === id) ?? null;
}
