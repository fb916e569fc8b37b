/** The good or bad that Zendesk keeps on the ticket, all an ordinary agent may see. */
import type { Verdict } from '../../care/rating.ts';
import type { Source, SurveyState } from './source.ts';

const states: Record<string, SurveyState> = {
  good: 'answered',
  bad: 'answered',
  offered: 'offered',
  unoffered: 'not_offered',
};

const isVerdict = (score: string | undefined): score is Verdict => score === 'good' || score === 'bad';

export const ticketRating: Source = {
  id: 'ticket_rating',
  async read({ ticket }) {
    const rating = ticket.satisfaction_rating;
    const score = rating?.score;
    return {
      state: score === undefined ? 'no_survey' : stateOf(score, ticket.status),
      ratings: isVerdict(score)
        ? [
            {
              metric: 'csat',
              value: null,
              scale: null,
              verdict: score,
              source: 'ticket_rating',
              answeredAt: null,
            },
          ]
        : [],
      isAlreadyRevised: false,
      comment: rating?.comment ?? null,
      reason: rating?.reason ?? null,
      expiresAt: null,
    };
  },
};

/** Answers are not recorded once the ticket is closed, however long the survey's own time runs. */
function stateOf(score: string, ticketStatus: string): SurveyState {
  const state = states[score] ?? 'not_offered';
  return state === 'offered' && ticketStatus === 'closed' ? 'expired' : state;
}
