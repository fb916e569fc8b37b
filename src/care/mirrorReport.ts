/** What kept tickets from saying what the ledger knows: counted in each browser tab, for whoever asks. */
import * as v from 'valibot';

/**
 * Closed; deleted or out of this person's sight; values Zendesk took for wrong, which is for an admin to look into; not
 * this person's to edit.
 */
export const skips = ['closed', 'gone', 'refused', 'forbidden'] as const;
export type Skipped = (typeof skips)[number];

export const isSkipped = (outcome: string): outcome is Skipped => skips.some((skip) => skip === outcome);

const count = v.optional(v.number(), 0);

/** Tickets, each counted once. */
const schema = v.object({
  closed: count,
  gone: count,
  refused: count,
  forbidden: count,
  /** Somebody is typing there: written once that is saved. */
  unsaved: count,
});
export type MirrorReport = v.InferOutput<typeof schema>;

/** Under this name the tab's hub keeps it. */
export const mirrorReportName = 'mirror';

/** As the hub kept it; `null` where nothing was written yet. */
export function parseMirrorReport(kept: unknown): MirrorReport | null {
  const result = v.safeParse(schema, kept);
  return result.success ? result.output : null;
}

export function reportOf(skipped: Iterable<Skipped>, unsaved: number): MirrorReport {
  const report: MirrorReport = { closed: 0, gone: 0, refused: 0, forbidden: 0, unsaved };
  for (const skip of skipped) report[skip] += 1;
  return report;
}
