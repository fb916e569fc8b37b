/** Finds out whether a reply without an answer arrived, and tells the ledger of one that did. */
import type { App } from '../app.ts';
import { Failure } from '../care/failure.ts';
import type { Feedback } from '../care/feedback.ts';
import { isReadable } from '../care/fold.ts';
import { factsOfReply, type Reply } from '../care/replying.ts';
import { readFacts } from '../zendesk/ledger.ts';
import { findFollowUp } from '../zendesk/replies.ts';
import { isOnTicket } from '../zendesk/ticketMarks.ts';
import { foldWhole } from './foldWhole.ts';
import { publish } from './publish.ts';
import { record, type Written } from './record.ts';

/** The ticket the reply is on, `null` where it is on none. Throws `Failure` where nobody can tell. */
export async function settleReply(app: App, { id, way, at }: Reply): Promise<string | null> {
  const { http } = app.zendesk;
  const found =
    way.kind === 'follow_up'
      ? await findFollowUp(http, way.ticketId, id, at)
      : await isOnTicket(http, way.ticketId, id, at);
  if (found === undefined || (found === null && way.kind === 'comment'))
    throw new Failure('unexpected', { message: 'the history does not tell' });
  if (typeof found === 'boolean') return found ? way.ticketId : null;
  return found;
}

/**
 * One record for the reply and what follows from it; done before, by whichever frame, it is not done again. Not
 * written where there is no case any more. Throws `Failure`.
 */
export async function recordReply(app: App, reply: Reply, sentTo: string): Promise<Written> {
  const facts = await readFacts(app.zendesk.http, reply.key);
  const feedback = foldWhole(reply.key, facts);
  const subject = { ticketId: reply.ticketId, requesterId: reply.requesterId };
  if (facts.some((fact) => isReadable(fact) && fact.operation === reply.id))
    return { feedback, met: [], isWritten: true, listed: publish(app, feedback, subject, false) };
  const decide = (state: Feedback) => factsOfReply(state, reply, sentTo, app.user.id);
  return record(app, feedback, subject, decide, reply.id, true);
}
