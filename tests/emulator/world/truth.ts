/**
 * What a world's feedback really is, worked out from its own records alone: what an app's ledger is held against.
 * Nothing here reads what the API formats, and nothing of the app is imported.
 */

/** Who had the ticket, by the four rules; `null` is nobody. */
export interface TruthOfWork {
  atSolve: number | null;
  atSurvey: number | null;
  /** At the last answer. */
  atRating: number | null;
  now: number | null;
  /** Public replies by agent's id, up to the first answer where there is one. */
  repliesBeforeRating: Record<number, number>;
  /** All public replies of agents, by agent's id. */
  replies: Record<number, number>;
  isReassignedAfterRating: boolean;
  groupId: number | null;
}

export interface TruthOfAnswer {
  /** Epoch milliseconds. */
  at: number;
  /** 1-5 under `survey`; `null` where only good or bad is known. */
  csat: number | null;
  ces: number | null;
  verdict: 'good' | 'bad';
  comment: string | null;
}

/** One feedback; every instant in epoch milliseconds. */
export interface Truth extends TruthOfWork {
  ticketId: number;
  offeredAt: number | null;
  /** The first and the last submission; equal where there was one, `null` while unanswered. */
  first: TruthOfAnswer | null;
  last: TruthOfAnswer | null;
  /** How many submissions changed anything. */
  submissions: number;
}
