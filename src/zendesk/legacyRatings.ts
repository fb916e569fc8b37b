/** Good and bad of the older CSAT, all the account's: admins only. Shapes: reference/support-api.md §1.4. */
import * as v from 'valibot';
import { id, instant, optionalText, validOf } from './fields.ts';
import type { Http } from './http.ts';
import type { Priority } from './scheduler.ts';
import type { Reading, SurveyState } from './sources/source.ts';

const ratingSchema = v.object({
  id,
  ticket_id: id,
  score: v.string(),
  comment: optionalText,
  reason: optionalText,
  requester_id: v.fallback(v.nullable(id), null),
  group_id: v.fallback(v.nullable(id), null),
  assignee_id: v.fallback(v.nullable(id), null),
  /** Epoch milliseconds. */
  created_at: instant,
  updated_at: instant,
});

export type LegacyRating = v.InferOutput<typeof ratingSchema>;

const pageSchema = v.object({
  satisfaction_ratings: v.array(v.unknown()),
  meta: v.object({ has_more: v.boolean(), after_cursor: v.optional(v.nullable(v.string()), null) }),
});

export interface LegacyRatingPage {
  ratings: LegacyRating[];
  /** Rows that could not be read. */
  broken: number;
  /** Where to go on, `null` at the end. */
  after: string | null;
}

export interface LegacyWindow {
  /** Epoch milliseconds. */
  from: number;
  to: number;
  /** Where an earlier reading ended. */
  after?: string | null;
  priority?: Priority;
  /** Leaves out offers nobody answered. */
  isAnswered?: boolean;
}

/** Pages of 100: answers and mere offers alike. Throws `Failure`. */
export async function* readLegacyRatingPages(
  http: Http,
  { from, to, after: begin = null, priority = 'background', isAnswered = false }: LegacyWindow,
): AsyncGenerator<LegacyRatingPage> {
  let after = begin;
  do {
    const params = {
      start_time: Math.floor(from / 1000),
      end_time: Math.floor(to / 1000),
      'page[size]': 100,
      ...(isAnswered && { score: 'received' }),
      ...(after && { 'page[after]': after }),
    };
    const url = '/api/v2/satisfaction_ratings.json';
    const found: v.InferOutput<typeof pageSchema> = await http.get(url, pageSchema, { params, priority });
    const { valid, broken } = validOf(ratingSchema, found.satisfaction_ratings);
    const next = found.meta.has_more ? found.meta.after_cursor : null;
    after = next === after ? null : next;
    yield { ratings: valid, broken, after };
  } while (after !== null);
}

const states: Record<string, SurveyState> = { good: 'answered', bad: 'answered', offered: 'offered' };

/**
 * Whether `created_at` of an answered rating is the offer's or the first answer's moment is not documented: it dates
 * neither. A good or bad is never turned into a number.
 */
export function readingOfLegacy({ score, comment, reason, created_at, updated_at }: LegacyRating): Reading {
  const verdict = score === 'good' || score === 'bad' ? score : null;
  const own = { metric: 'csat', value: null, scale: null, lowest: 1, definition: null } as const;
  return {
    state: states[score] ?? 'not_offered',
    ratings: verdict
      ? [{ ...own, verdict, source: 'legacy_ratings', answeredAt: updated_at, asOf: updated_at }]
      : [],
    isAlreadyRevised: false,
    comment,
    reason,
    expiresAt: null,
    offeredAt: score === 'offered' ? created_at : null,
    answerTimes: verdict ? [updated_at] : [],
    // An offer may be listed beside the answer it led to.
    absent: [],
  };
}
