/** Writes down what the sources saw and the ledger does not know yet, and opens a case where a rule says so. */
import type { App } from '../app.ts';
import { asFailure } from '../care/failure.ts';
import type { Feedback } from '../care/feedback.ts';
import type { NewEvent } from '../care/ledger.ts';
import { isWithdrawable, openingOf } from '../care/opening.ts';
import { newsIn, type Sighting } from '../care/sighting.ts';
import { readAnsweredAt } from '../zendesk/tickets.ts';
import { append } from './append.ts';
import { mendList, publish } from './publish.ts';
import type { TicketFeedback } from './readTicketFeedback.ts';

/**
 * The feedback as it stands afterwards; the same object when there was nothing to do. A case that an interrupted
 * recording left unopened is opened by the next one. Throws `Failure`.
 */
export async function recordSighting(app: App, seen: TicketFeedback): Promise<Feedback> {
  if (seen.ledgerFailure) return seen.feedback;
  if (!isPending(app, seen)) {
    if (seen.mayCheckList) void mendList(app, seen.feedback, seen);
    return seen.feedback;
  }
  const sighting = await dated(app, seen);
  // Named by what was seen, so that a second frame or tab writing the same thing recognises it.
  const rated = await append(
    app,
    seen.feedback,
    (state) => newsIn(state, sighting),
    operationOf('rated', sighting),
  );
  const opened = await append(
    app,
    rated.feedback,
    (state) => consequenceOf(app, state),
    operationOf('opened', sighting),
  );
  const isChanged = rated.isWritten || opened.isWritten;
  if (isChanged) await publish(app, opened.feedback, seen, opened.isWritten);
  return opened.feedback;
}

const isPending = (app: App, { feedback, sighting }: TicketFeedback) =>
  newsIn(feedback, sighting) !== null || consequenceOf(app, feedback) !== null;

/** A case where a rule asks for one; none any more where its number turned out well before anyone began. */
const consequenceOf = (app: App, state: Feedback): NewEvent | null =>
  isWithdrawable(state)
    ? { kind: 'case_withdrawn', body: {} }
    : openingOf(state, app.configuration, app.now());

const operationOf = (what: string, { ratings }: Sighting) =>
  [what, ...ratings.map((one) => `${one.metric}${one.value ?? one.verdict}@${one.answeredAt}`)].join(' ');

/**
 * The ticket's own rating does not say when it was given; its audits do. Where they may not be read the time stays
 * unknown; a passing failure is thrown, or a wrong due time would stand for ever.
 */
async function dated(app: App, { sighting, ticketId }: TicketFeedback): Promise<Sighting> {
  const isDated = sighting.ratings.some((rating) => rating.answeredAt !== null);
  if (isDated) return sighting;
  const answeredAt = await readAnsweredAt(app.zendesk.http, ticketId).catch((cause: unknown) => {
    if (['forbidden', 'notFound'].includes(asFailure(cause).kind)) return null;
    throw cause;
  });
  return { ...sighting, ratings: sighting.ratings.map((rating) => ({ ...rating, answeredAt })) };
}
