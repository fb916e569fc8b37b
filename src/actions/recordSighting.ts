/** Writes down what the sources saw and the ledger does not know yet, with all that follows from it, as one entry. */
import type { App } from '../app.ts';
import { asFailure } from '../care/failure.ts';
import type { Feedback } from '../care/feedback.ts';
import { entryOf, type Observation } from '../care/observation.ts';
import type { TicketChange } from '../care/replay.ts';
import { newsIn } from '../care/sighting.ts';
import { readTicketHistory } from '../zendesk/ticketHistory.ts';
import { append } from './append.ts';
import { type Looked, observationOf } from './observe.ts';
import { mendList, publish } from './publish.ts';
import type { TicketFeedback } from './readTicketFeedback.ts';

export interface RecordOptions {
  /** Asked once where it matters: is the customer's mail domain known for a scanner? */
  isDomainKnown?: () => Promise<boolean>;
}

/**
 * The feedback as it stands afterwards; the same object when there was nothing to do. A case that an interrupted
 * recording left unopened is opened by the next one. Throws `Failure`.
 */
export async function recordSighting(
  app: App,
  seen: TicketFeedback,
  options: RecordOptions = {},
): Promise<Feedback> {
  if (seen.ledgerFailure) return seen.feedback;
  const isPending = entryIn(app, seen.feedback, observed(seen, seen.feedback, {})) !== null;
  if (!isPending) {
    if (seen.mayCheckList) void mendList(app, seen.feedback, seen);
    return seen.feedback;
  }
  const looked = await lookCloser(app, seen, options);
  const decide = (state: Feedback) => entryIn(app, state, observed(seen, state, looked));
  const { feedback, isWritten } = await append(app, seen.feedback, decide, operationOf(seen));
  const isUrgent = (feedback.case === null) !== (seen.feedback.case === null);
  if (isWritten) await publish(app, feedback, seen, isUrgent);
  return feedback;
}

const entryIn = (app: App, state: Feedback, observation: Observation) =>
  entryOf(state, observation, app.configuration, app.now());

function observed(seen: TicketFeedback, state: Feedback, looked: Looked): Observation {
  const readings = new Map(seen.sources.map(({ id, ...reading }) => [id, reading]));
  const { assigneeId, customerIds, ticketState } = seen;
  const ticket = { assigneeId, customerIds, state: ticketState };
  return observationOf(state, ticket, readings, looked);
}

/** What is new is worth the ticket's history: it dates the answer, proves whose it is, and shows a machine's clicks. */
async function lookCloser(app: App, seen: TicketFeedback, options: RecordOptions): Promise<Looked> {
  const isNews = newsIn(seen.feedback, seen.sighting) !== null;
  if (!isNews && seen.ticketState === 'present') return {};
  const [changes, isDomainKnown] = await Promise.all([
    readChanges(app, seen),
    options.isDomainKnown?.().catch(() => false) ?? false,
  ]);
  return { changes, isDomainKnown };
}

/**
 * Where the audits may not be read the time stays unknown; a passing failure is thrown, or a wrong due time would
 * stand for ever.
 */
async function readChanges(app: App, seen: TicketFeedback): Promise<TicketChange[] | null> {
  const isCustomer = (id: string) => id === seen.requesterId;
  return readTicketHistory(app.zendesk.http, seen.ticketId, { isCustomer }).catch((cause: unknown) => {
    if (['forbidden', 'notFound'].includes(asFailure(cause).kind)) return null;
    throw cause;
  });
}

/** Named by what was seen, so that a second frame or tab writing the same thing recognises it. */
const operationOf = ({ sighting, ticketState, feedback }: TicketFeedback) =>
  [
    'seen',
    ...sighting.ratings.map(
      (one) => `${one.metric}${one.value ?? one.verdict}@${one.answeredAt ?? one.asOf}`,
    ),
    ticketState,
    feedback.rev,
  ].join(' ');
