/** One row of the list that the list itself has not reached: a link to a case, or news of it. */
import type { App } from '../app.ts';
import { type Feedback, keyOfTicket, laneOf, ticketOfKey } from '../care/feedback.ts';
import { readFacts } from '../zendesk/ledger.ts';
import { readTickets } from '../zendesk/tickets.ts';
import { readNames } from '../zendesk/users.ts';
import { foldWhole } from './foldWhole.ts';
import type { CaseRow } from './listCases.ts';
import { mendList } from './publish.ts';

export interface FoundCase {
  row: CaseRow;
  names: Record<string, string>;
}

/**
 * `null` when there is no case and nothing set aside. A conversation whose ticket became known leads to the ticket.
 * Up to three calls, one more for such a conversation. Throws `Failure`.
 */
export async function findCase(app: App, key: string): Promise<FoundCase | null> {
  const ticketId = ticketOfKey(key);
  const [feedback, ticket] = await Promise.all([readFeedback(app, key), readTicketOf(app, ticketId)]);
  if (feedback.linkedTo !== null) return findCase(app, keyOfTicket(feedback.linkedTo));
  if (laneOf(feedback) === 'none') return null;
  const requesterId = ticket?.requester_id ?? null;
  void mendList(app, feedback, { ticketId, requesterId });
  const people = [requesterId, feedback.case?.ownerId ?? null].filter((id) => id !== null);
  const names = await readNames(app.zendesk.http, people).catch(() => ({}));
  return {
    row: { feedback, ticketId, requesterId, ticket },
    names: { ...names, [app.user.id]: app.user.name },
  };
}

const readFeedback = async (app: App, key: string): Promise<Feedback> =>
  foldWhole(key, await readFacts(app.zendesk.http, key));

async function readTicketOf(app: App, ticketId: string | null) {
  if (ticketId === null) return null;
  const tickets = await readTickets(app.zendesk.http, [ticketId]);
  return tickets.find(({ id }) => id === ticketId) ?? null;
}
