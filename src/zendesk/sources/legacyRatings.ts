/**
 * Good and bad of the older CSAT, as admins of such accounts may list them. The list knows no single ticket, whose
 * own rating says the same: it serves the sync, by `readLegacyRatingPages` in `zendesk/legacyRatings.ts`.
 */
import type { Source } from './source.ts';

export const legacyRatings: Source = {
  id: 'legacy_ratings',
  read: async () => new Map(),
};
