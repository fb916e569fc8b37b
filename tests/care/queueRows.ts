/** Feedbacks for tests of what a list makes of them. */
import { type InferInput, parse } from 'valibot';
import { type Case, emptyFeedback, type Feedback, unbegun } from '../../src/care/feedback.ts';
import { ratingSchema } from '../../src/care/rating.ts';

export const caseWith = (more: Partial<Case>, now: number): Case => ({
  ...unbegun,
  rule: 'csat_below',
  threshold: 3,
  openedAt: now - 3_600_000,
  dueAt: now + 86_400_000,
  soonAt: null,
  firstDueAt: null,
  isProvisional: false,
  ...more,
});

export function ratedWith(given: Partial<InferInput<typeof ratingSchema>>): Pick<Feedback, 'revisions'> {
  const input = {
    metric: 'csat',
    value: 1,
    scale: 5,
    verdict: null,
    source: 'survey_responses',
    answeredAt: 5,
    ...given,
  };
  return { revisions: [{ ...parse(ratingSchema, input), seenAt: 5 }] };
}

export const feedbackWith = (id: number, more: Partial<Feedback>): Feedback => ({
  ...emptyFeedback(`ticket:${id}`),
  rev: 1,
  ...more,
});
