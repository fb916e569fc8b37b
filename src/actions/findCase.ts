/** One row of the list that the list itself has not reached: a link to a case, or news of it. */
import type { App } from '../app.ts';
import { keyOfTicket } from '../care/feedback.ts';
import { readFacts } from '../zendesk/ledger.ts';
import { readTickets } from '../zendesk/tickets.ts';
import { readNames } from '../zendesk/users.ts';
import { foldWhole } from './append.ts';
import type { CaseRow } from './listCases.ts';
import { mendList } from './publish.ts';

export interface FoundCase {
  row: CaseRow;
  names: Record<string, string>;
}

/** `null` when the ticket has no case. Up to three calls. Throws `Failure`. */
export async function findCase(app: App, ticketId: string): Promise<FoundCase | null> {
  const { http } = app.zendesk;
  const key = keyOfTicket(ticketId);
  const [facts, tickets] = await Promise.all([readFacts(http, key), readTickets(http, [ticketId])]);
  const feedback = foldWhole(key, facts);
  if (!feedback.case) return null;
  const ticket = tickets.find((candidate) => candidate.id === ticketId) ?? null;
  const requesterId = ticket?.requester_id ?? null;
  void mendList(app, feedback, { ticketId, requesterId });
  const people = [requesterId, feedback.case.ownerId].filter((id) => id !== null);
  const names = await readNames(http, people).catch(() => ({}));
  return {
    row: { feedback, ticketId, requesterId, ticket },
    names: { ...names, [app.user.id]: app.user.name },
  };
}
