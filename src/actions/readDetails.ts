/** The names and tickets rows of the list show. */
import type { App } from '../app.ts';
import { asFailure, type Failure } from '../care/failure.ts';
import type { ListedFeedback } from '../zendesk/feedbackLists.ts';
import type { Priority } from '../zendesk/scheduler.ts';
import { readTickets, type Ticket } from '../zendesk/tickets.ts';
import { readNames } from '../zendesk/users.ts';
import type { CasePage } from './listCases.ts';

/** Two calls a hundred rows, a third where owners make it more names. Never throws. */
export async function readDetails(
  app: App,
  rows: readonly ListedFeedback[],
  priority: Priority = 'interactive',
): Promise<Pick<CasePage, 'rows' | 'names' | 'partial'>> {
  const { http } = app.zendesk;
  const people = rows.flatMap(({ feedback, requesterId }) => [requesterId, feedback.case?.ownerId ?? null]);
  let partial: Failure | null = null;
  const orNothing =
    <T>(nothing: T) =>
    (cause: unknown) => {
      partial = asFailure(cause);
      return nothing;
    };
  const [tickets, names] = await Promise.all([
    readTickets(
      http,
      rows.flatMap((row) => row.ticketId ?? []),
      priority,
    ).catch(orNothing<Ticket[]>([])),
    readNames(
      http,
      people.filter((id) => id !== null),
      priority,
    ).catch(orNothing<Record<string, string>>({})),
  ]);
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  return {
    rows: rows.map(({ feedback, ticketId, requesterId }) => ({
      feedback,
      ticketId,
      requesterId,
      ticket: byId.get(ticketId ?? '') ?? null,
    })),
    names: { ...names, [app.user.id]: app.user.name },
    partial,
  };
}
