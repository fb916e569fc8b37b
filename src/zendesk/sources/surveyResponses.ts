/** Answers to the customizable survey: the numbers. Admins only, so only their frames load what reads them. */
import type { Source } from './source.ts';

export const surveyResponses: Source = {
  id: 'survey_responses',
  async read(context, tickets) {
    if (!context.user.isAdmin || context.configuration.survey === 'legacy' || tickets.length === 0)
      return new Map();
    const { readAnswers } = await import('../responseReadings.ts');
    return readAnswers(context, tickets);
  },
};
