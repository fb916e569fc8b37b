import type { Ticket } from './tickets.ts';

/**
 * Who is on the customer's side: the requester, people known to be end users, and those copied in by mail of whom
 * nothing else is known.
 */
export function customerIdsOf(
  ticket: Pick<Ticket, 'requester_id' | 'assignee_id' | 'email_cc_ids'>,
  users: readonly { id: string; role: string | null }[] = [],
): string[] {
  const staff = users.filter(({ role }) => role !== null && role !== 'end-user').map((user) => user.id);
  const endUsers = users.filter(({ role }) => role === 'end-user').map((user) => user.id);
  const copied = ticket.email_cc_ids.filter((id) => id !== ticket.assignee_id && !staff.includes(id));
  return [...new Set([...(ticket.requester_id ? [ticket.requester_id] : []), ...endUsers, ...copied])];
}
