/** The good or bad that Zendesk keeps on the ticket, all an ordinary agent may see. */
import type { Verdict } from '../../care/rating.ts';
import type { Ticket } from '../tickets.ts';
import type { Reading, Source, SurveyState } from './source.ts';

const states: Record<string, SurveyState> = {
  good: 'answered',
  bad: 'answered',
  offered: 'offered',
  unoffered: 'not_offered',
};

const isVerdict = (score: string | undefined): score is Verdict => score === 'good' || score === 'bad';

export const ticketRating: Source = {
  id: 'ticket_rating',
  read: async (_context, tickets) => new Map(tickets.map((ticket) => [ticket.id, readingOf(ticket)])),
};

function readingOf({ satisfaction_rating: rating, status, updated_at }: Ticket): Reading {
  const score = rating?.score;
  const own = { metric: 'csat', value: null, scale: null, lowest: 1, source: 'ticket_rating' } as const;
  return {
    state: score === undefined ? 'no_survey' : stateOf(score, status),
    ratings: isVerdict(score)
      ? [{ ...own, verdict: score, definition: null, answeredAt: null, asOf: updated_at }]
      : [],
    isAlreadyRevised: false,
    comment: rating?.comment ?? null,
    reason: rating?.reason ?? null,
    expiresAt: null,
    offeredAt: null,
    answerTimes: [],
    absent: score === 'offered' || score === 'unoffered' ? ['csat'] : [],
  };
}

/** Answers are not recorded once the ticket is closed, however long the survey's own time runs. */
function stateOf(score: string, ticketStatus: string): SurveyState {
  const state = states[score] ?? 'not_offered';
  return state === 'offered' && ticketStatus === 'closed' ? 'expired' : state;
}
