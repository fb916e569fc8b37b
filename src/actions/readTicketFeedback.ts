/** Everything the sidebar shows of one ticket, from the ticket, the scores' sources and the ledger. */
import type { App } from '../app.ts';
import { creditOf, isAgent } from '../care/attribution.ts';
import { asFailure, type Failure } from '../care/failure.ts';
import { emptyFeedback, type Feedback, keyOfTicket } from '../care/feedback.ts';
import type { TicketState } from '../care/ledger.ts';
import type { SourceId } from '../care/rating.ts';
import type { Sighting } from '../care/sighting.ts';
import { customerIdsOf } from '../zendesk/customers.ts';
import { readFacts } from '../zendesk/ledger.ts';
import { sources } from '../zendesk/sources/index.ts';
import type { Reading, SurveyState } from '../zendesk/sources/source.ts';
import { readTicket, type Ticket, ticketStateOf } from '../zendesk/tickets.ts';
import { foldWhole } from './foldWhole.ts';

/** What one place said, by the place's id. */
export type SeenSource = Reading & { id: SourceId };

export interface TicketFeedback {
  ticketId: string;
  requesterId: string | null;
  /** Only while the ticket is looked at: addresses are never stored. */
  requesterEmail: string | null;
  /** The requester and whoever else is on the customer's side. */
  customerIds: string[];
  isTicketClosed: boolean;
  ticketState: TicketState;
  /** Who has the ticket now, user id. */
  assigneeId: string | null;
  groupId: string | null;
  /** What may make a customer go first. */
  tags: readonly string[];
  organizationId: string | null;
  surveyState: SurveyState;
  /** The customer's words, live from the ticket or the survey; hostile until proved otherwise. */
  comment: string | null;
  reason: string | null;
  /** Last moment the customer may answer, epoch milliseconds. */
  expiresAt: number | null;
  sighting: Sighting;
  /** Every place that knows something of this ticket, the most trusted first. */
  sources: SeenSource[];
  /** What the ledger says; empty where it could not be read. */
  feedback: Feedback;
  /** Why the ledger could not be read, `null` when it was. Then nothing can be recorded. */
  ledgerFailure: Failure | null;
  /** A source that should have answered and did not: the number may be older than it looks. */
  sourceFailure: Failure | null;
  names: Record<string, string>;
  /** People it mentions whose names are still to be asked for. */
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
  'surveyState' | 'comment' | 'reason' | 'expiresAt' | 'sighting' | 'sources' | 'sourceFailure'
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
  const { ticket, users, requesterEmail } = await readTicket(http, ticketId);
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
    requesterEmail,
    customerIds: customerIdsOf(ticket, users),
    isTicketClosed: ticket.status === 'closed',
    ticketState: ticketStateOf(ticket),
    assigneeId: ticket.assignee_id,
    groupId: ticket.group_id,
    tags: ticket.tags,
    organizationId: ticket.organization_id,
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
  const { surveyState, comment, reason, expiresAt, sighting, sources: seen, sourceFailure } = before;
  return { surveyState, comment, reason, expiresAt, sighting, sources: seen, sourceFailure };
}

async function readScores(app: App, ticket: Ticket): Promise<Scores> {
  const { seen, failure } = await readSources(app, ticket);
  return {
    surveyState: stateIn(seen),
    comment: firstOf(seen, 'comment'),
    reason: firstOf(seen, 'reason'),
    expiresAt: firstOf(seen, 'expiresAt'),
    sighting: {
      ratings: seen.flatMap((reading) => reading.ratings),
      isAlreadyRevised: seen.some((reading) => reading.isAlreadyRevised),
    },
    sources: seen,
    sourceFailure: failure,
  };
}

function stateIn(seen: readonly SeenSource[]): SurveyState {
  const states = seen.map(({ state }) => state);
  if (states.includes('answered')) return 'answered';
  return states.find((state) => state !== 'no_survey') ?? 'no_survey';
}

async function readSources(
  app: App,
  ticket: Ticket,
): Promise<{ seen: SeenSource[]; failure: Failure | null }> {
  const { http } = app.zendesk;
  const { user, configuration } = app;
  const context = { http, user, configuration, priority: 'interactive' as const };
  const results = await Promise.allSettled(sources.map((source) => source.read(context, [ticket])));
  const refused = results.find((result) => result.status === 'rejected');
  const seen = sources.flatMap(({ id }, place) => {
    const result = results[place];
    const reading = result?.status === 'fulfilled' ? result.value.get(ticket.id) : undefined;
    return reading ? [{ id, ...reading }] : [];
  });
  return { seen, failure: refused ? asFailure(refused.reason) : null };
}

function firstOf<K extends 'comment' | 'reason' | 'expiresAt'>(
  readings: readonly Reading[],
  member: K,
): Reading[K] {
  return readings.find((reading) => reading[member] !== null)?.[member] ?? (null as Reading[K]);
}

/** People the screen names and nobody has named yet. */
function unnamedIn(app: App, feedback: Feedback, known: Record<string, string>): string[] {
  const credited = creditOf(feedback.attribution, app.configuration.attributionRule);
  const named = [
    feedback.bucketById,
    feedback.case?.ownerId,
    feedback.lastAction?.byId,
    feedback.setAside?.byId,
    isAgent(credited) ? credited : null,
  ];
  const unnamed = named
    .filter((id) => typeof id === 'string')
    .filter((id) => !known[id] && id !== app.user.id);
  return [...new Set(unnamed)];
}
