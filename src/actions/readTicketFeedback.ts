/** Everything the sidebar shows of one ticket, from the ticket, the scores' sources and the ledger. */
import type { App } from '../app.ts';
import { asFailure, type Failure } from '../care/failure.ts';
import { emptyFeedback, type Feedback, keyOfTicket } from '../care/feedback.ts';
import type { Sighting } from '../care/sighting.ts';
import { readFacts } from '../zendesk/ledger.ts';
import { sources } from '../zendesk/sources/index.ts';
import type { Reading, SurveyState } from '../zendesk/sources/source.ts';
import { readTicket, type Ticket } from '../zendesk/tickets.ts';
import { readNames } from '../zendesk/users.ts';
import { foldWhole } from './append.ts';

export interface TicketFeedback {
  ticketId: string;
  requesterId: string | null;
  isTicketClosed: boolean;
  /** Who has the ticket now, user id. */
  assigneeId: string | null;
  surveyState: SurveyState;
  /** The customer's words, live from the ticket or the survey; hostile until proved otherwise. */
  comment: string | null;
  reason: string | null;
  /** Last moment the customer may answer, epoch milliseconds. */
  expiresAt: number | null;
  sighting: Sighting;
  /** What the ledger says; empty where it could not be read. */
  feedback: Feedback;
  /** Why the ledger could not be read, `null` when it was. Then nothing can be recorded. */
  ledgerFailure: Failure | null;
  /** A source that should have answered and did not: the number may be older than it looks. */
  sourceFailure: Failure | null;
  names: Record<string, string>;
  /** People it mentions whose names are still to be asked for: see `readUnnamed`. */
  unnamed: string[];
  /** Is there a call left of this opening's budget to see whether the list knows the case? */
  mayCheckList: boolean;
  /** The ticket's own last change, epoch milliseconds: while it stands, so does what the sources said. */
  ticketUpdatedAt: number;
  /** When Zendesk said all this, epoch milliseconds. */
  asOf: number;
}

type Scores = Pick<
  TicketFeedback,
  'surveyState' | 'comment' | 'reason' | 'expiresAt' | 'sighting' | 'sourceFailure'
>;

/**
 * Three calls at most; two when `remembered`, which may arrive late, was read since
 * the ticket's last change. Throws `Failure` when the ticket itself cannot be read.
 */
export async function readTicketFeedback(
  app: App,
  ticketId: string,
  remembered: Promise<TicketFeedback | null> = Promise.resolve(null),
): Promise<TicketFeedback> {
  const { http } = app.zendesk;
  const key = keyOfTicket(ticketId);
  const ledger = readFacts(http, key)
    .then((facts) => ({ feedback: foldWhole(key, facts), failure: null }))
    .catch((cause) => ({ feedback: emptyFeedback(key), failure: asFailure(cause) }));
  const { ticket, users } = await readTicket(http, ticketId);
  const before = await remembered;
  const isUnchanged = before?.ticketUpdatedAt === ticket.updated_at && !before.sourceFailure;
  const scores = isUnchanged ? scoresIn(before) : await readScores(app, ticket);
  const { feedback, failure: ledgerFailure } = await ledger;
  const known = { ...before?.names, ...Object.fromEntries(users.map((person) => [person.id, person.name])) };
  const unnamed = unnamedIn(app, feedback, known);
  return {
    ...scores,
    ticketId,
    requesterId: ticket.requester_id,
    isTicketClosed: ticket.status === 'closed',
    assigneeId: ticket.assignee_id,
    feedback,
    ledgerFailure,
    names: { ...known, [app.user.id]: app.user.name },
    unnamed,
    // Four calls at most: ticket, ledger, an admin's survey answers, names, and this one where there is room.
    mayCheckList: !before && (unnamed.length === 0 || !app.user.isAdmin),
    ticketUpdatedAt: ticket.updated_at,
    asOf: app.now(),
  };
}

function scoresIn(before: TicketFeedback): Scores {
  const { surveyState, comment, reason, expiresAt, sighting, sourceFailure } = before;
  return { surveyState, comment, reason, expiresAt, sighting, sourceFailure };
}

async function readScores(app: App, ticket: Ticket): Promise<Scores> {
  const { readings, failure } = await readSources(app, ticket);
  return {
    surveyState:
      readings.find((reading) => reading.state === 'answered')?.state ?? readings[0]?.state ?? 'no_survey',
    comment: firstOf(readings, 'comment'),
    reason: firstOf(readings, 'reason'),
    expiresAt: firstOf(readings, 'expiresAt'),
    sighting: {
      ratings: readings.flatMap((reading) => reading.ratings),
      isAlreadyRevised: readings.some((reading) => reading.isAlreadyRevised),
    },
    sourceFailure: failure,
  };
}

async function readSources(
  app: App,
  ticket: Ticket,
): Promise<{ readings: Reading[]; failure: Failure | null }> {
  const context = { http: app.zendesk.http, ticket, user: app.user, configuration: app.configuration };
  const results = await Promise.allSettled(sources.map((source) => source.read(context)));
  const refused = results.find((result) => result.status === 'rejected');
  return {
    readings: results.flatMap((result) =>
      result.status === 'fulfilled' && result.value ? [result.value] : [],
    ),
    failure: refused ? asFailure(refused.reason) : null,
  };
}

function firstOf<K extends 'comment' | 'reason' | 'expiresAt'>(readings: Reading[], member: K): Reading[K] {
  return readings.find((reading) => reading[member] !== null)?.[member] ?? (null as Reading[K]);
}

/** Names of the people a screen mentions; it does not wait for them, and one that cannot be had never stops it. */
export const readUnnamed = (app: App, { unnamed }: TicketFeedback): Promise<Record<string, string>> =>
  readNames(app.zendesk.http, unnamed).catch(() => ({}));

/** People the screen names and nobody has named yet. */
function unnamedIn(app: App, feedback: Feedback, known: Record<string, string>): string[] {
  const named = [feedback.bucketById, feedback.case?.ownerId, feedback.lastAction?.byId];
  return named.filter((id) => typeof id === 'string').filter((id) => !known[id] && id !== app.user.id);
}
