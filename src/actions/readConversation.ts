/** The essence of a ticket's conversation, read when a case is opened and never stored. */
import type { App } from '../app.ts';
import { type Essence, essenceOf } from '../care/conversation.ts';
import { readMessages } from '../zendesk/comments.ts';
import { customerIdsOf } from '../zendesk/customers.ts';
import type { Ticket } from '../zendesk/tickets.ts';

export interface Conversation extends Essence {
  names: Record<string, string>;
  /** Are these all the messages there are? Where not, the counts are too low. */
  isWhole: boolean;
}

type Known = Pick<Ticket, 'requester_id' | 'assignee_id' | 'email_cc_ids'>;

/** One call, two for more than a hundred messages. Throws `Failure`, `forbidden` or `notFound` where it is not theirs. */
export async function readConversation(app: App, ticketId: string, ticket: Known): Promise<Conversation> {
  const { messages, users, isWhole } = await readMessages(app.zendesk.http, ticketId);
  const customers = new Set(customerIdsOf(ticket, users));
  return {
    ...essenceOf(messages, (id) => customers.has(id)),
    names: Object.fromEntries(users.map(({ id, name }) => [id, name])),
    isWhole,
  };
}
