/** Ratings and feedbacks for tests of rules. */
import { emptyFeedback, type Feedback } from '../../src/care/feedback.ts';
import type { Rating } from '../../src/care/rating.ts';

/** A CSAT of Zendesk's own survey without anything known of it but what is given. */
export const rating = (given: Partial<Rating> = {}): Rating => ({
  metric: 'csat',
  value: null,
  scale: given.value === undefined || given.value === null ? null : 5,
  lowest: 1,
  verdict: null,
  source: 'survey_responses',
  definition: null,
  answeredAt: null,
  asOf: null,
  ...given,
});

export const seenAt = 108_000_000;

export const withRatings = (...ratings: Rating[]): Feedback => ({
  ...emptyFeedback('ticket:1'),
  revisions: ratings.map((one) => ({ ...one, seenAt })),
});
