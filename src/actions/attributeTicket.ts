/** Works out whose feedback it is from the ticket's own history, when somebody asks, and writes it down. */
import type { App } from '../app.ts';
import { type Feedback, latest } from '../care/feedback.ts';
import { entryOf, nothingSeen } from '../care/observation.ts';
import { isNative } from '../care/rating.ts';
import { attribute } from '../care/replay.ts';
import { customerIdsOf } from '../zendesk/customers.ts';
import { answeredAtIn, readTicketHistory } from '../zendesk/ticketHistory.ts';
import type { Ticket } from '../zendesk/tickets.ts';
import { append } from './append.ts';
import { publish } from './publish.ts';

export interface AttributedTicket {
  feedback: Feedback;
  ticketId: string | null;
  requesterId: string | null;
  /** Who has the ticket now; absent where nobody looked. */
  assigneeId?: string | null;
  /** Whose public comments are no replies; otherwise those the ticket names. */
  customerIds?: readonly string[];
  ticket?: Ticket | null;
}

/**
 * The feedback with its attribution; as it was where no ticket or no dated rating is known, or where the history
 * proves less than is written already. Throws `Failure`.
 */
export async function attributeTicket(app: App, seen: AttributedTicket): Promise<Feedback> {
  const { feedback, ticketId, requesterId, ticket = null } = seen;
  const customerIds = seen.customerIds ?? (ticket ? customerIdsOf(ticket) : []);
  const rating = latest(feedback, 'csat') ?? latest(feedback, 'ces');
  if (ticketId === null || !rating) return feedback;
  const { http } = app.zendesk;
  const isCustomer = (id: string) => id === requesterId;
  const changes = await readTicketHistory(http, ticketId, { isCustomer });
  const ratedAt = rating.answeredAt ?? (isNative(rating) ? answeredAtIn(changes) : null);
  if (ratedAt === null) return feedback;
  const { assigneeId } = seen;
  const observation = {
    ...nothingSeen,
    attribution: attribute(changes, ratedAt, customerIds),
    ...(assigneeId !== undefined && { assigneeId }),
  };
  const decide = (state: Feedback) => entryOf(state, observation, app.configuration, app.now());
  const appended = await append(app, feedback, decide, `attributed ${ratedAt} ${feedback.rev}`);
  if (appended.isWritten) await publish(app, appended.feedback, { ticketId, requesterId }, false);
  return appended.feedback;
}
