/** Puts a reply on its ticket, once, after a look whether somebody else has written to the customer meanwhile. */
import type { App } from '../app.ts';
import { asFailure } from '../care/failure.ts';
import { isReadable } from '../care/fold.ts';
import type { LedgerEvent } from '../care/ledger.ts';
import type { Reply } from '../care/replying.ts';
import { readFacts } from '../zendesk/ledger.ts';
import { sendComment, sendFollowUp } from '../zendesk/replies.ts';

/** Attempts to reach the customer that the writer has not seen, oldest first. One call. Throws `Failure`. */
export async function readRivals(app: App, { id, key, seenRev }: Reply): Promise<LedgerEvent[]> {
  const facts = (await readFacts(app.zendesk.http, key, seenRev)).filter(isReadable);
  return facts.filter(
    ({ kind, operation }) => (kind === 'replied' || kind === 'contacted') && operation !== id,
  );
}

/**
 * Resolves with the id of the ticket the words are on now. Throws `Failure`; `isUndecided` tells whether they may
 * have arrived all the same: then `settleReply` comes before anything else.
 */
export function sendReply(app: App, { id, way, text, subject, requesterId }: Reply): Promise<string> {
  const { http } = app.zendesk;
  const body = text.trim();
  const { status, bucket, due, score } = app.configuration.mirror;
  // What the fields say is said of the closed ticket.
  const emptyFields = [status, bucket, due, score].filter((field) => field !== null);
  return way.kind === 'comment'
    ? sendComment(http, way.ticketId, body, id)
    : sendFollowUp(http, { sourceId: way.ticketId, subject, requesterId, body, emptyFields }, id);
}

/** Refusals by which Zendesk says that nothing was done. */
const refusals: readonly string[] = [
  'forbidden',
  'notFound',
  'invalid',
  'rateLimited',
  'closedTicket',
  'signedOut',
];

/** May the request have been carried out all the same? */
export const isUndecided = (cause: unknown) => !refusals.includes(asFailure(cause).kind);
