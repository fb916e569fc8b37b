/** What alerts an open app could not see through, and why: counted in the tab that looks after them, for whoever asks. */
import * as v from 'valibot';
import { failureKinds } from '../failure.ts';

const count = v.optional(v.number(), 0);

const schema = v.object({
  /** Tickets this person's role may not put a tag on: somebody else's app has to. */
  forbidden: count,
  /** Tickets Zendesk would not take the tag on, and closed ones that can carry nothing: for an admin to look into. */
  refused: count,
  /** Waiting for business hours, or for the next digest. */
  waiting: count,
  /** Why the last round ended before it was through; `null` where it did not. */
  failure: v.fallback(v.nullable(v.picklist(failureKinds)), null),
});
export type AlertsReport = v.InferOutput<typeof schema>;

/** Under this name the tab's hub keeps it. */
export const alertsReportName = 'alerts';

/** As the hub kept it; `null` where this tab never looked. */
export function parseAlertsReport(kept: unknown): AlertsReport | null {
  const result = v.safeParse(schema, kept);
  return result.success ? result.output : null;
}
