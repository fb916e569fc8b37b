/** Writes down what the sources saw and the ledger does not know yet, and opens a case where a rule says so. */
import type { App } from '../app.ts';
import type { Feedback } from '../care/feedback.ts';
import { openingOf } from '../care/opening.ts';
import { newsIn, type Sighting } from '../care/sighting.ts';
import { readAnsweredAt } from '../zendesk/tickets.ts';
import { append } from './append.ts';
import { publish } from './publish.ts';
import type { TicketFeedback } from './readTicketFeedback.ts';

/**
 * The feedback as it stands afterwards; the same object when there was nothing to do. A case that an interrupted
 * recording left unopened is opened by the next one. Throws `Failure`.
 */
export async function recordSighting(app: App, seen: TicketFeedback): Promise<Feedback> {
  if (seen.ledgerFailure || !isPending(app, seen)) return seen.feedback;
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
    (state) => openingOf(state, app.configuration, app.now()),
    operationOf('opened', sighting),
  );
  const isChanged = rated.isWritten || opened.isWritten;
  if (isChanged) await publish(app, opened.feedback, seen, opened.isWritten);
  return opened.feedback;
}

const isPending = (app: App, { feedback, sighting }: TicketFeedback) =>
  newsIn(feedback, sighting) !== null || openingOf(feedback, app.configuration, app.now()) !== null;

const operationOf = (what: string, { ratings }: Sighting) =>
  [what, ...ratings.map((one) => `${one.metric}${one.value ?? one.verdict}@${one.answeredAt}`)].join(' ');

/** The ticket's own rating does not say when it was given; its audits do. */
async function dated(app: App, { sighting, ticketId }: TicketFeedback): Promise<Sighting> {
  const isDated = sighting.ratings.some((rating) => rating.answeredAt !== null);
  if (isDated) return sighting;
  const answeredAt = await readAnsweredAt(app.zendesk.http, ticketId).catch(() => null);
  return { ...sighting, ratings: sighting.ratings.map((rating) => ({ ...rating, answeredAt })) };
}
